"""The words of the town's events."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Gathering:
    """A meeting or a course, as whoever planned it wrote it down."""

    title: str
    body: str
    way: str
    where: str = ""
    how_to_join: str = ""
    materials: str = ""
    sessions: tuple[str, ...] = ()


COURSE = Gathering(
    title="Six evenings about living with pain",
    body=(
        "For anybody whose pain has come to stay. We do not fix it. We try out small things, tell each other what came"
        " of them, and laugh more than you would think. Camera on or off, as you like.\n\n"
        "Come to as many evenings as you can; nobody keeps a score."
    ),
    way="video",
    how_to_join="The room opens ten minutes before: https://meet.example/river-room",
    materials="- A pen and some paper\n- Something warm to drink\n- A chair you can bear for a while",
    sessions=(
        "What a day of yours looks like",
        "Doing less, more often",
        "Sleep, and lying awake",
        "When it flares up",
        "Saying no, and asking for help",
        "What we take with us",
    ),
)
DOCTOR = Gathering(
    title="Ten minutes with the doctor",
    body=(
        "Two evenings about getting out of an appointment what one came for. We write it down, we say it aloud, and"
        " somebody plays the doctor who looks at the screen."
    ),
    way="video",
    how_to_join="The same room as ever: https://meet.example/river-room",
    sessions=("What I want to say", "And if nobody listens?"),
)
DOCTOR_FEEDBACK = (
    (5, "I said my three sentences on Monday. She put her pen down."),
    (4, ""),
    (5, "Playing the doctor taught me more than being the patient."),
    (3, "It was late for me. An afternoon would be better."),
    (4, ""),
    (5, ""),
    (4, "I would have liked a third evening."),
    (5, ""),
)
WALK = Gathering(
    title="Slow walk round the reservoir",
    body="A mile and a half, flat, with four benches. We go at the pace of whoever is slowest, and that may be me.",
    way="in_person",
    where="Wennbridge Reservoir, the car park by the café",
    how_to_join="Look for the yellow umbrella. If it pours, we stay in the café.",
)
FULL = Gathering(
    title="Evening call for bad weeks",
    body="No topic. Whoever has had a bad week talks first, and the others listen.",
    way="phone",
    how_to_join="01632 960 077, then 4411#",
)
