"""What is said over the socket of each contestant: how one comes in, how one posts.

All of them answer and tell in frames with the same marks, so that the client need not read JSON while it measures.
"""

from collections.abc import Callable
from dataclasses import dataclass

# An ack is for the writer, news are for everybody in the conversation.
ACK, NEWS = b'"posted"', b"message.posted"
REFUSALS = b'"refused"', b'"rate_limited"'
BODY = "The form came back today. Shall we look at it together on Thursday, after your appointment?"
# Where the other parts of a frame of ours stand, so that the bare server moves as many bytes.
FILLING = "." * 320


def as_json(conversation: int, client_id: str) -> bytes:
    return f'{{"type":"post","client_id":"{client_id}","conversation":{conversation},"body":"{BODY}"}}'.encode()


def as_event(conversation: int, client_id: str) -> bytes:
    """For the bare server, which knows nothing and passes on what it gets: the frame that everybody is to get."""
    return f'{{"type":"message.posted","client_id":"{client_id}","body":"{BODY}","filling":"{FILLING}"}}'.encode()


def as_packet(conversation: int, client_id: str) -> bytes:
    """For socket.io: an event whose acknowledgement is wanted."""
    return b'421["post",' + as_json(conversation, client_id) + b"]"


def client_id_in(frame: bytes) -> bytes:
    """The 36 characters behind the key, with or without a space between."""
    start = frame.index(b'"', frame.index(b'client_id"') + 10) + 1
    return frame[start : start + 36]


@dataclass(frozen=True)
class Dialect:
    """How one comes in at `path`, what shows that one is in, and how one posts."""

    path: str = "/"
    subprotocol: str = ""
    greeting: bytes = b""
    # In the first frame after which news are sure to come; without it an open socket is enough.
    ready: bytes = b""
    post: Callable[[int, str], bytes] = as_json


OURS = Dialect("/ws/", subprotocol="alongside.v1", ready=b'"seqs"')
JSON = Dialect()
SOCKET_IO = Dialect("/socket.io/?EIO=4&transport=websocket", greeting=b"40", ready=b'40{"sid"', post=as_packet)
BARE = Dialect("/all", post=as_event)
ECHO = Dialect("/echo", post=as_event)
