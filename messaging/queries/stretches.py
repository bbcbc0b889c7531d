"""Questions about the stretch of a conversation that one page shows, and where it goes on."""

from dataclasses import dataclass

from django.db.models import QuerySet

from messaging.models import Conversation, Message
from messaging.queries.messages import messages_for
from people.models import Person

FIRST_LOAD = 50
# Whoever comes back to much that is new finds it on one page, with a little of what was said before it.
BEFORE_WHAT_IS_NEW = 10
MOST = 200


@dataclass(frozen=True)
class Stretch:
    """Some messages in their order; `earlier` and `later` say from which seq to go on, if there is more."""

    messages: list[Message]
    earlier: int | None = None
    later: int | None = None


def latest_stretch(conversation: Conversation, viewer: Person, *, unread: int = 0) -> Stretch:
    """The last messages this viewer may read, from before the first of so many that they have not read."""
    wanted = min(max(FIRST_LOAD, unread + BEFORE_WHAT_IS_NEW), MOST)
    return _up_to(_readable(conversation, viewer), wanted)


def stretch_before(conversation: Conversation, viewer: Person, seq: int | None = None) -> Stretch:
    """The last messages before `seq`, or the last ones of all."""
    if seq is None:
        return latest_stretch(conversation, viewer)
    readable = _readable(conversation, viewer)
    found = _up_to(readable.filter(seq__lt=seq), FIRST_LOAD)
    last = found.messages[-1].seq if found.messages else 0
    return Stretch(found.messages, found.earlier, last if readable.filter(seq__gt=last).exists() else None)


def stretch_after(conversation: Conversation, viewer: Person, seq: int) -> Stretch:
    readable = _readable(conversation, viewer)
    found = list(readable.filter(seq__gt=seq).order_by("seq")[: FIRST_LOAD + 1])
    page = found[:FIRST_LOAD]
    if not page:
        return latest_stretch(conversation, viewer)
    is_earlier = readable.filter(seq__lt=page[0].seq).exists()
    return Stretch(page, page[0].seq if is_earlier else None, page[-1].seq if len(found) > len(page) else None)


def is_among_the_latest(message: Message) -> bool:
    """Whether the page of its conversation shows it without being asked for what was said before."""
    later = Message.objects.filter(conversation=message.conversation_id, seq__gt=message.seq)
    return later[:FIRST_LOAD].count() < FIRST_LOAD


def _readable(conversation: Conversation, viewer: Person) -> QuerySet[Message]:
    return messages_for(viewer).filter(conversation=conversation)


def _up_to(readable: QuerySet[Message], number: int) -> Stretch:
    """The last `number` of these."""
    found = list(readable.order_by("-seq")[: number + 1])
    page = found[:number][::-1]
    return Stretch(page, page[0].seq if len(found) > number else None)
