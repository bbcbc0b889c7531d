"""What an agreement says, part by part, and the words it begins with where a service has written none. Plain Python."""

from dataclasses import asdict, dataclass
from datetime import timedelta


@dataclass(frozen=True)
class Terms:
    """Each part in the words of the two; `ways` are codes of `people.vocabulary.Way`."""

    member_expects: str
    helper_expects: str
    how_often: str
    ways: tuple[str, ...]
    hours: str
    boundaries: str
    shared_with: str

    def as_fields(self) -> dict[str, object]:
        """The same by name, as rows and forms keep it."""
        return asdict(self) | {"ways": list(self.ways)}


# How each part is called; `{member}` and `{helper}` are the names of the two.
PARTS = {
    "member_expects": "What {member} can expect of {helper}",
    "helper_expects": "What {helper} can expect of {member}",
    "how_often": "How often you are in touch",
    "ways": "How you are in touch",
    "hours": "When {helper} answers",
    "boundaries": "What is not part of it",
    "shared_with": "What is shared, and with whom",
}

REVIEW_AFTER = timedelta(days=90)
LONGEST_WITHOUT_REVIEW = timedelta(days=730)

# Words to begin with, which the two make their own.
BEGINNING = Terms(
    member_expects="To be listened to and not judged.\nTo hear in good time when something changes.\n"
    "To be told honestly when this is not the right help, and what could be.",
    helper_expects="To say when something does not suit.\nTo say when a meeting cannot be kept, if that is possible.\n"
    "Nobody has to talk about what they do not want to talk about.",
    how_often="Once a week",
    ways=("chat",),
    hours="On weekdays, within two working days",
    boundaries="No money and no gifts.\nNo help in an emergency: for that there is “Help now”, on every page.",
    shared_with="What the two of us write stays between us.\nWhere somebody may come to harm it is passed on, and"
    " whoever it is about hears of it first wherever that is safe.",
)
