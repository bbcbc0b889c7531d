"""What screening finds: a kind of worry, whom it is about, the words that made it, and how sure it is."""

from dataclasses import asdict, dataclass
from enum import StrEnum


class Kind(StrEnum):
    SELF_HARM = "self_harm"
    HARMED = "harmed"
    CHILD = "child"
    OTHERS = "others"
    MEANS = "means"


class About(StrEnum):
    WRITER = "writer"
    SOMEBODY_ELSE = "somebody_else"


class Sureness(StrEnum):
    """Clear words hardly ever mean something else; possible ones quite often do."""

    CLEAR = "clear"
    POSSIBLE = "possible"


# How each kind reads to a person, after "It may be about".
IN_WORDS = {
    Kind.SELF_HARM: "a wish to die, or hurting oneself",
    Kind.HARMED: "being hurt, threatened or controlled by somebody",
    Kind.CHILD: "harm to a child",
    Kind.OTHERS: "harm to somebody else",
    Kind.MEANS: "having no food, no home or no heating",
}


@dataclass(frozen=True)
class Worry:
    kind: Kind
    about: About
    words: str
    sureness: Sureness

    @property
    def meaning(self) -> str:
        return IN_WORDS[self.kind]

    def as_facts(self) -> dict[str, str]:
        """What is kept of it with a concern."""
        return asdict(self)

    @classmethod
    def of_facts(cls, facts: dict[str, str]) -> "Worry":
        kind, about, sureness = Kind(facts["kind"]), About(facts["about"]), Sureness(facts["sureness"])
        return cls(kind, about, facts["words"], sureness)


def needs_help(worries: list[Worry]) -> bool:
    """Whether the writer is shown where to turn now: when something may be wrong with them, and a voice can help."""
    return any(worry.about == About.WRITER and worry.kind != Kind.MEANS for worry in worries)
