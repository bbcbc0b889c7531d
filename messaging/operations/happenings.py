"""Writes who was asked, came and left between the messages, so that every screen and every later reader agrees."""

from datetime import datetime
from uuid import UUID, uuid4

from messaging.models import Message
from messaging.operations.rooms import Room, let_go, tell_of
from people.models import Person


def write_happening(
    *, room: Room, kind: Message.Kind, by: Person, words: str, at: datetime, client_id: UUID | None = None
) -> Message:
    """Write what `by` did as a line with the next number; `words` are shown as they are."""
    seq = room.take_number()
    room.conversation.last_at = at
    line = Message.objects.create(
        conversation=room.conversation,
        seq=seq,
        changed_seq=seq,
        kind=kind,
        author=by,
        client_id=client_id or uuid4(),
        body=words,
        sent_at=at,
    )
    let_go([room])
    tell_of(line, room)
    return line
