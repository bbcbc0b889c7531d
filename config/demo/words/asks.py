"""What people of the town ask each other for a hand with, and what they offer."""

from dataclasses import dataclass

from config.demo.words.reading import one_line


@dataclass(frozen=True)
class Hand:
    """An ask or an offer as whoever put it up wrote it down."""

    title: str
    body: str
    where: str = ""


CLINIC = Hand(
    "Somebody to sit beside me at the pain clinic",
    one_line("""
        It is my first time there, and I forget half of what they say. You would only have to be there, and perhaps
        write a few things down. I will buy the coffee.
    """),
    where="The main entrance of Wennbridge Hospital, by the flower stall",
)
BENEFITS_FORM = Hand(
    "I can go through a benefits form with you",
    one_line("""
        I have filled in the long one twice, once badly and once well. It takes about an hour, camera off if you
        like. You hold the pen, I hold the biscuits.
    """),
)
GADGETS = Hand(
    "Ask me about jar openers, splints and long spoons",
    one_line("""
        I have a drawer full of them and I know which five are any good. Tell me what is difficult, and I will tell
        you what I would buy again.
    """),
)
LETTER = Hand(
    "Would somebody read a letter with me?",
    one_line("""
        It is to the head teacher, about coming back for two mornings a week. I have written it nine times, and I
        cannot tell any more whether it is too long.
    """),
)
LETTER_TALK = (
    "I was a school governor for years. Put it here, without the names, and I will read it tonight.",
    "Thank you. It begins with an apology, and I suspect that it should not.",
    "Then begin with your second sentence. It is a good one: it says what you can do, and from when.",
)
BLUE_BADGE = Hand(
    "Who understands the form for the blue badge?",
    "Page three asks how far I can walk. On which day, I would like to know.",
)
BLUE_BADGE_YES = "I do, by now. The answer is: on most days. Shall we go through it here, question by question?"
BLUE_BADGE_THANKS = "It is filled in and posted. I would have stopped at page three without you."
