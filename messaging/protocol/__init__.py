"""The language of the socket, version alongside.v1: commands in, answers and events out.

Plain Python: frames in, frozen values out. Nothing here knows the database or who is asking.
"""

from messaging.protocol.answers import (
    ANSWERS,
    Answer,
    Done,
    Missing,
    Pong,
    Posted,
    RateLimited,
    Refused,
    Resumed,
)
from messaging.protocol.closing import (
    CLOSE_CODES,
    OTHER_VERSION,
    RIGHTS_CHANGED,
    SIGNED_OUT,
    TOO_SLOW,
    TRY_AGAIN_LATER,
)
from messaging.protocol.commands import (
    COMMANDS,
    Command,
    Edit,
    Ping,
    Post,
    React,
    Read,
    Resume,
    Typing,
    Withdraw,
    marks_of,
)
from messaging.protocol.events import (
    EVENTS,
    ConversationClosed,
    ConversationJoined,
    ConversationLeft,
    ConversationOpened,
    ConversationRenamed,
    Event,
    MessageChanged,
    MessagePosted,
    Seqs,
    SomebodyRead,
    SomebodyTypes,
)
from messaging.protocol.reading import LARGEST_NUMBER, LONGEST_FRAME, MOST_RESUMED, ProtocolError, parse
from messaging.protocol.writing import encode, encode_plain

VERSION = "alongside.v1"

__all__ = [
    "ANSWERS",
    "CLOSE_CODES",
    "COMMANDS",
    "EVENTS",
    "LARGEST_NUMBER",
    "LONGEST_FRAME",
    "MOST_RESUMED",
    "OTHER_VERSION",
    "RIGHTS_CHANGED",
    "SIGNED_OUT",
    "TOO_SLOW",
    "TRY_AGAIN_LATER",
    "VERSION",
    "Answer",
    "Command",
    "ConversationClosed",
    "ConversationJoined",
    "ConversationLeft",
    "ConversationOpened",
    "ConversationRenamed",
    "Done",
    "Edit",
    "Event",
    "MessageChanged",
    "MessagePosted",
    "Missing",
    "Ping",
    "Pong",
    "Post",
    "Posted",
    "ProtocolError",
    "RateLimited",
    "React",
    "Read",
    "Refused",
    "Resume",
    "Resumed",
    "Seqs",
    "SomebodyRead",
    "SomebodyTypes",
    "Typing",
    "Withdraw",
    "encode",
    "encode_plain",
    "marks_of",
    "parse",
]
