"""The named people among members and helpers, written by hand so that there is always something to see as them."""

from config.demo.casting import Character, Wishes
from config.demo.town import DOMAIN
from config.demo.words.reading import one_line
from people.vocabulary import Gender, Support

TOWN = "wennbridge-town"


def free(days: str, *parts: str) -> tuple[str, ...]:
    return tuple(f"{day}-{part}" for day in days.split() for part in parts)


def character(
    name: str, full_name: str, gender: str, topics: tuple[str, ...], hours: tuple[str, ...], story: str
) -> Character:
    return Character(
        email=name.lower() + DOMAIN,
        chosen_name=name,
        full_name=full_name,
        place=TOWN,
        age_group="26_64",
        gender=gender,
        languages=("en",),
        hours=hours,
        ways=("chat", "phone", "in_person"),
        topics=topics,
        story=story,
    )


ADA = character(
    "Ada",
    "Ada Whitaker",
    Gender.WOMAN,
    ("long-term-pain", "sleep-improvement", "anxiety"),
    free("mon tue wed thu", "morning", "afternoon"),
    one_line("""
        I taught primary school until my hip and then my back went, three years ago. I sleep badly and I have begun
        to say no to things before anybody has asked me. I would like to find out what I can still do, with someone
        who will not rush me.
    """),
)
ADA_WISHES = Wishes(wants=Support.EITHER, prefers_lived_experience=True)

# Signed up and not asked anything yet.
NOOR = Character(
    email=f"noor{DOMAIN}",
    chosen_name="Noor",
    full_name="",
    place=TOWN,
    age_group="",
    gender="",
    languages=(),
    hours=(),
    ways=(),
    topics=(),
    story="",
)

# Long alongside Cleo.
MARTIN = character(
    "Martin",
    "Martin Dawson",
    Gender.MAN,
    ("long-term-pain", "returning-to-work", "anxiety"),
    free("mon wed fri sat", "afternoon", "evening"),
    one_line("""
        My back went in the spring and took my five-a-side with it. The surgeon says wait. I am forty and I have
        never been any good at waiting. I would like to hear from somebody who is further along.
    """),
)
MARTIN_WISHES = Wishes(wants=Support.PEER, prefers_gender=Gender.WOMAN, prefers_lived_experience=True)

BEN = character(
    "Ben",
    "Ben Okoro",
    Gender.MAN,
    ("anxiety", "long-term-pain", "sleep-improvement", "depression", "losing-a-job", "debt"),
    free("mon tue wed thu", "morning", "afternoon", "evening"),
    one_line("""
        I was an occupational therapist for eighteen years and I am now an adviser three days a week. I begin with
        what a day of yours looks like. We change small things and look at what happened. I write back within a day,
        and I say so when I am away.
    """),
)
CLEO = character(
    "Cleo",
    "Cleo Campbell",
    Gender.WOMAN,
    ("long-term-pain", "anxiety", "returning-to-work"),
    free("mon wed thu fri", "afternoon", "evening"),
    one_line("""
        I have had fibromyalgia for nine years. There were two in which I hardly left the flat, and now I run a
        market stall on Saturdays, with a chair. I remember very well what helped and who annoyed me.
    """),
)

# Two more who may be chosen by Ada.
ELERI = character(
    "Eleri",
    "Eleri Pugh",
    Gender.WOMAN,
    ("long-term-pain", "sleep-improvement", "anxiety"),
    free("wed thu fri", "morning", "afternoon"),
    one_line("""
        I was a nurse on nights, so I know what tiredness does to a person. I ask a good many questions in the
        beginning and fewer later. Some people like to walk while we talk, and so do I.
    """),
)
WINSTON = character(
    "Winston",
    "Winston Bailey",
    Gender.MAN,
    ("long-term-pain", "sleep-improvement", "anxiety"),
    free("mon tue thu sat sun", "morning"),
    one_line("""
        Bus driver for thirty years, and the seat got my spine in the end. I was angry for two of them. These days I
        paint, badly, and I sleep, mostly. I can listen for a long while.
    """),
)

NAMED = frozenset(one.email for one in (ADA, NOOR, MARTIN, BEN, CLEO, ELERI, WINSTON))
