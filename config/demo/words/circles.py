"""The smaller networks of the town, which not everybody may join or see, and one that somebody would like to have."""

from dataclasses import dataclass

from config.demo.words.reading import one_line


@dataclass(frozen=True)
class Circle:
    """A network as it is set up, and what its host first wrote there."""

    name: str
    purpose: str
    agreement: str
    title: str
    body: str


KITCHEN_TABLE = Circle(
    name="The kitchen table",
    purpose="We met on a course and did not want it to end. Now and then one of us brings somebody else along.",
    agreement="What is said at the table stays at the table.\nNobody has to be cheerful.",
    title="Thursday: who brings what?",
    body="I have soup. Somebody please bring bread, and somebody a story that is not about a hospital.",
)
KITCHEN_TABLE_NOW = (
    "What is said at the table stays at the table.\nNobody has to be cheerful.\n"
    "We do not talk about anybody who is not there."
)
KITCHEN_TABLE_WHY = "One of us came back from a holiday and found that she had been a topic."

SAFE_AGAIN = Circle(
    name="Safe again",
    purpose=one_line("""
        For people who live apart from somebody who hurt them. Only those of us who are in it can see that it is
        there.
    """),
    agreement="No places and no names, not even first ones.\nYou need not say what happened.",
    title="Small things that are mine now",
    body="I have bought a kettle, in the colour that I wanted. What is yours?",
)
REFUGE = "From the refuge, this autumn"

STAFF_ROOM = Circle(
    name="The advisers' room",
    purpose="Where advisers ask each other what they would do, without anybody being recognised.",
    agreement="No names and no details of the people we are alongside.\nEvery question is a good one.",
    title="How do you end well?",
    body=one_line("""
        I say it three meetings before, and then we count. It still feels abrupt. How do you do it?
    """),
)
STAFF_ROOM_REPLIES = (
    "We each write down what we would say to somebody who is only beginning. Then we swap.",
    "I ask what they will do on the evening on which I am not there any more. Usually they know.",
)

WAITING_LIST = Circle(
    name="On the waiting list",
    purpose="For anybody who waits for an operation. We do not compare places.",
    agreement="Nobody's wait is the easy one.\nNo rumours about surgeons.",
    title="",
    body="",
)
WAITING_LIST_WHY = "There are four of us in the pain network who really only talk about this."
WAITING_LIST_NAME = "Bench"
