"""One example of everything that can be said on the socket: what a browser sends, and what it gets."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from messaging.protocol import (
    Answer,
    ConversationClosed,
    ConversationJoined,
    ConversationLeft,
    ConversationOpened,
    ConversationRenamed,
    Done,
    Event,
    MessageChanged,
    MessagePosted,
    Missing,
    Pong,
    Posted,
    RateLimited,
    Refused,
    Resumed,
    Seqs,
    SomebodyRead,
    SomebodyTypes,
)

CLIENT_ID = UUID("0d1f1a2e-6c1b-4f0e-9a53-0a8f2f3c9b11")
SENT_AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)

MESSAGE: Mapping[str, Any] = {
    "id": 90,
    "conversation": 7,
    "seq": 12,
    "changed_seq": 13,
    "client_id": str(CLIENT_ID),
    "author": 3,
    "name": "Ada",
    "kind": "words",
    "body": "Thank you, Thursday is good.",
    "sent_at": SENT_AT.isoformat(),
    "edited_at": None,
    "withdrawn_at": None,
    "reply_to": {"id": 88, "name": "Ben", "words": "Shall we talk on Thursday?"},
    "reactions": {"heart": [4]},
    "files": [
        {
            "id": "5b0d9a3e-0f0e-4c59-8a55-7d3c1c2b6a01",
            "name": "garden.jpg",
            "kind": "picture",
            "size": 182044,
            "width": 1600,
            "height": 1200,
        }
    ],
}
JUST_SAID = {**MESSAGE, "changed_seq": 12, "reactions": {}}

# As text, because that is what is parsed.
COMMANDS: Mapping[str, str] = {
    "post": f'{{"type": "post", "client_id": "{CLIENT_ID}", "conversation": 7, "body": "Hello", "ref": "a1"}}',
    "edit": '{"type": "edit", "message": 90, "body": "Hello, Ben"}',
    "withdraw": '{"type": "withdraw", "message": 90}',
    "react": '{"type": "react", "message": 90, "kind": "heart", "on": true}',
    "read": '{"type": "read", "conversation": 7, "seq": 12}',
    "typing": '{"type": "typing", "conversation": 7}',
    "resume": '{"type": "resume", "conversations": {"7": 12, "9": 0}}',
    "ping": '{"type": "ping"}',
}

_ANSWERS: Iterable[Answer] = (
    Posted(CLIENT_ID, conversation=7, message=90, seq=12, sent_at=SENT_AT, ref="a1"),
    Done(),
    Pong(),
    Resumed({7: Missing([MESSAGE], seq=13, more=False)}, reset=[9]),
    Refused("empty", "Write something first.", client_id=str(CLIENT_ID), ref="a1"),
    RateLimited(SENT_AT, client_id=str(CLIENT_ID), ref="a1"),
)
_EVENTS: Iterable[Event] = (
    MessagePosted(conversation=7, seq=12, message=JUST_SAID),
    MessageChanged(conversation=7, seq=13, message=MESSAGE),
    SomebodyRead(conversation=7, person=4, seq=12),
    SomebodyTypes(conversation=7, person=4),
    ConversationOpened(conversation=7),
    ConversationClosed(conversation=7),
    ConversationJoined(conversation=7, person=5),
    ConversationLeft(conversation=7, person=5),
    ConversationRenamed(conversation=7),
    Seqs({7: 13}, unread=1, here=[4]),
)
ANSWERS: Mapping[str, Answer] = {one.type: one for one in _ANSWERS}
EVENTS: Mapping[str, Event] = {one.type: one for one in _EVENTS}
