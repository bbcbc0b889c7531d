"""The made-up town: its areas, its staff and the people one can try Alongside as."""

from dataclasses import dataclass

from people.models import Role
from people.vocabulary import Gender

# Nobody outside can have an address here: .example is reserved for examples.
DOMAIN = "@demo.example"


@dataclass(frozen=True)
class Place:
    """`share` is how many in a hundred of the town live there."""

    slug: str
    name: str
    share: int


PLACES = (
    Place("wennbridge-town", "Wennbridge town", 45),
    Place("northfields", "Northfields", 32),
    Place("wenn-valley", "Wenn Valley villages", 23),
)


# The service above two of them; the villages are a service of their own.
SERVICE_AREA = "Wennbridge and Northfields"
SERVICE_HAS = ("wennbridge-town", "northfields")


@dataclass(frozen=True)
class Staff:
    """Somebody with a role from the first day; `place` is the area they live in and, as coordinators, look after."""

    name: str
    full_name: str
    gender: str
    place: str
    roles: tuple[str, ...]
    languages: tuple[str, ...] = ("en",)
    # Who coordinates all areas looks after none of their own.
    everywhere: bool = False

    @property
    def email(self) -> str:
        return self.name.lower() + DOMAIN


STAFF = (
    Staff("Dev", "Dev Sharma", Gender.MAN, "wennbridge-town", (Role.Kind.COORDINATOR,), ("en", "hi")),
    Staff("Joanna", "Joanna Wójcik", Gender.WOMAN, "northfields", (Role.Kind.COORDINATOR,), ("en", "pl")),
    Staff("Mair", "Mair Lloyd", Gender.WOMAN, "wenn-valley", (Role.Kind.COORDINATOR,), ("en", "cy")),
    Staff("Leila", "Leila Haddad", Gender.WOMAN, "wennbridge-town", (Role.Kind.SAFEGUARDING_LEAD,), ("en", "ar")),
    Staff("Rhys", "Rhys Pritchard", Gender.MAN, "wenn-valley", (Role.Kind.REFERRER,), ("en", "cy")),
    Staff("Samira", "Samira Nasser", Gender.WOMAN, "wennbridge-town", (Role.Kind.INTERPRETER,), ("en", "ar")),
    Staff("Grace", "Grace Okafor", Gender.WOMAN, "wennbridge-town", ()),
    Staff(
        "Olwen", "Olwen Hughes", Gender.WOMAN, "northfields", (Role.Kind.COORDINATOR,), ("en", "cy"), everywhere=True
    ),
)


@dataclass(frozen=True)
class Guise:
    """Somebody one can try Alongside as, and what there is to see."""

    name: str
    who: str
    sees: str

    @property
    def email(self) -> str:
        return self.name.lower() + DOMAIN


GUISES = (
    Guise(
        "Ada",
        "Member",
        "Three people were suggested to her. Read why, and choose one, or ask for somebody else. An expert may be there"
        " too, if she likes.",
    ),
    Guise(
        "Martin",
        "Member with a peer",
        "His goals, check-ins, budget and appointments with Cleo. She is away, and he is asked whether he would go on"
        " with somebody else.",
    ),
    Guise("Noor", "New here", "She signed up today and has asked for nothing yet. Ask for support as she would."),
    Guise(
        "Ben",
        "Adviser",
        "His people and his day: words to sign, blocks of hours, notes, a plan to meet less. He stands in for a"
        " colleague, and speaks for Martin.",
    ),
    Guise(
        "Cleo",
        "Peer",
        "She lives with long-term pain and is alongside Martin. While she is away somebody stands in, and may go on.",
    ),
    Guise("Grace", "Host", "The networks she looks after, and people who would like to join one."),
    Guise(
        "Dev",
        "Coordinator",
        "His desk: who waits, who has gone quiet, whose check-ins fall. Money to agree to, a transfer to answer, and"
        " lists he has kept.",
    ),
    Guise(
        "Olwen",
        "Head of the service",
        "All areas at once: their tree, rounds for everybody, the rule for check-ins, figures month by month.",
    ),
    Guise(
        "Leila",
        "Safeguarding lead",
        "What people have reported, in all areas, with the words as they were; and a note that she keeps back.",
    ),
    Guise("Rhys", "Family doctor", "The codes he has handed out, and a page to prepare one for a patient."),
)
