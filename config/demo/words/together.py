"""What pairs of the town agree on, work towards and spend, and how they are getting on."""

from dataclasses import dataclass, replace

from config.demo.words.reading import one_line
from support.models import Goal, Step
from support.terms import BEGINNING

# -- Agreements --------------------------------------------------------------------------------------------------------

SERVICE_TERMS = replace(
    BEGINNING,
    how_often="Once a week, for about half an hour",
    boundaries="No money and no gifts.\nAn adviser never signs anything for you.\n"
    "No help in an emergency: for that there is “Help now”, on every page.",
)
MARTIN_TERMS = replace(
    BEGINNING,
    member_expects="Cleo has been there and says so.\nShe asks twice when the answer is “fine”.",
    helper_expects="Martin writes when it is a bad week, not only after it.",
    how_often="Twice a week by message, a phone call every Friday",
    ways=("chat", "phone"),
    hours="In the evenings. On Saturdays Cleo is at the market.",
)
IN_PERSON_TERMS = replace(
    SERVICE_TERMS, how_often="Every second Thursday at the library", ways=("in_person", "phone"), hours="Mon to Thu"
)
NEW_TERMS = replace(SERVICE_TERMS, how_often="Once a week, messages in between", ways=("chat", "video"))
WHY_NEW = "I would rather see a face now and then."


# -- Goals -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Stride:
    """A step, whose it is and what became of it; `by_in` is in how many days it is to be done."""

    words: str
    state: str = Step.State.DONE
    whose: str = Step.Whose.MEMBER
    by_in: int | None = None


@dataclass(frozen=True)
class Aim:
    """A goal, how one would notice that it is reached, and its steps."""

    words: str
    sign: str
    strides: tuple[Stride, ...]
    shown_as: str = Goal.ShownAs.STEPS
    going: str = ""


OPEN, LET_GO = Step.State.OPEN, Step.State.LET_GO
POOL = Aim(
    "Swim again, ten minutes without counting them",
    "I get out because I am hungry, not because it hurts.",
    (
        Stride("Ring the pool and ask about the warm hour"),
        Stride("Go and only sit in the water"),
        Stride("Two widths with the float"),
        Stride("Tell Cleo how the morning after was", whose=Step.Whose.BOTH),
        Stride("Four widths, on a Tuesday", OPEN, by_in=5),
        Stride("Go with my brother", LET_GO),
    ),
    shown_as=Goal.ShownAs.BAR,
)
STAIRS = Aim(
    "Up the stairs at my mother’s without a rest",
    "She does not call “are you coming?” any more.",
    (Stride("Half way, every day of a week"), Stride("All the way, holding on"), Stride("With the shopping")),
)
FOOTBALL = Aim("Back to five-a-side by Christmas", "My name is on the list.", (Stride("Watch a game", LET_GO),))
LETTERS = Aim(
    "Open the post on the day it comes",
    "The drawer in the hall is empty.",
    (
        Stride("Sort the drawer into three piles", whose=Step.Whose.BOTH),
        Stride("Ring the council about the oldest one"),
        Stride("A folder for each of them", OPEN, by_in=9),
        Stride("Write to the bank", OPEN, whose=Step.Whose.HELPER, by_in=1),
    ),
    going="Some days I do it before the kettle has boiled.",
)
BUS = Aim("Take the bus into town on my own", "I have sat in the front once.", (Stride("Look up the 14", OPEN),))

SCHOOL = Aim(
    "Speak with the school myself",
    "I put the telephone down and make tea, not a face.",
    (Stride("Write down the three questions", whose=Step.Whose.BOTH), Stride("Ring before noon")),
)
EVENING = Aim(
    "One evening a week that is mine",
    "Somebody asks where I was.",
    (Stride("Ask my sister about Tuesdays"), Stride("Go to the choir once and only listen", OPEN)),
)

# -- Check-ins ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Answer:
    """What somebody says when they are asked; without any of it they skip."""

    confidence: int | None = None
    wellbeing: int | None = None
    wish: str = ""
    words: str = ""

    @property
    def is_skipped(self) -> bool:
        return self == Answer()


# What somebody says one time after the other, the first the longest ago; where it is None there is no answer.
Script = tuple[Answer | None, ...]
SKIPPED = Answer()
DECLINES: Script = (
    Answer(5, 5, "same"),
    Answer(6, 6, "same", "The pool was good. I slept after it."),
    Answer(7, 6, "same"),
    SKIPPED,
    Answer(7, 7, "less", "I could have gone on for an hour."),
    Answer(6, 6),
    Answer(5, 5, "same", "They have moved the operation to the spring."),
    Answer(4, 4, "same", "I have not been out much. I know what I would say to somebody else."),
)
SILENT: Script = (None, None, None, None)
WISHES_MORE: Script = (Answer(5, 6, "same"), Answer(5, 5, "more", "The evenings are long."))
FALLS_ONCE: Script = (Answer(8, 8, "same"), Answer(8, 4, "same", "A cold. Ask me next week."), Answer(8, 8, "same"))
LESS_AND_LESS: Script = (
    Answer(6, 6, "same"),
    Answer(7, 7, "same"),
    Answer(8, 7, "less", "I manage most of it."),
)

# -- Meeting -----------------------------------------------------------------------------------------------------------

LIBRARY = "Wennbridge library, the table by the window"
FORMS_BLOCK = "Letters and forms"
DEBT_BLOCK = "Going through what is owed"

# -- Money -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Bought:
    """One thing paid for, so many days ago; `shop` stands on its receipt, which is not always kept."""

    words: str
    pence: int
    days: int
    shop: str = ""


@dataclass(frozen=True)
class Money:
    purpose: str
    plan: str
    pence: int


SWIMMING = Money(
    "Warm water",
    "Ten entries for the warm hour at the pool.\nThe bus there and back.\nA float, if the pool has none to lend.",
    12_000,
)
SWIMMING_BOUGHT = (
    Bought("Pool, the first time", 650, 40, "Wennbridge Pool"),
    Bought("Pool and the bus", 980, 33),
    Bought("Float and a better pair of goggles", 2_450, 6, "Water & Wheel Sports"),
)
BUS_PASS = Money("Bus pass for three months", "To the college and back, until the student one comes.", 9_600)

# -- Parting -----------------------------------------------------------------------------------------------------------

STEP_DOWN = one_line("""
    You do most of it without me now. Let us meet every second week, then once a month, and have a last coffee in
    the spring.
""")
STAGES = ("Every second week", "Once a month")
