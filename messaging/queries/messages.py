"""Questions about messages: what was said, in which order, and what has changed since."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import QuerySet

from messaging.models import Conversation, Message, Participant
from messaging.protocol import Missing
from messaging.shown import shown
from people.models import Person

AT_A_TIME = 100
# What goes into a page of what is missing: a frame stays below 64 KiB, its escapes and names included.
ROOMY = 44 * 1024
FRAME_OF_A_MESSAGE = 440
FRAME_OF_A_FILE = 600


def messages_for(viewer: Person) -> QuerySet[Message]:
    return Message.objects.visible_to(viewer).select_related("author", "conversation")


def missing_after(conversation: Conversation, viewer: Person, seq: int, *, room: int = ROOMY) -> Missing:
    """What changed after `seq` in the order of the changes, as much as goes at a time and into `room` characters.

    `conversation` must be read before: then all up to its `last_seq` is committed, because each number is taken
    under a lock that is held until the commit.
    """
    changed = messages_for(viewer).filter(conversation=conversation, changed_seq__gt=seq).order_by("changed_seq")
    changed = changed.prefetch_related("files")
    found = list(changed[: AT_A_TIME + 1])
    page = list(_that_fit(found[:AT_A_TIME], room))
    more = len(page) < len(found)
    last = page[-1].changed_seq if page else seq
    return Missing(shown_to(viewer, conversation.pk, page), last if more else max(last, conversation.last_seq), more)


def shown_to(viewer: Person, conversation: int, messages: Sequence[Message]) -> list[dict[str, Any]]:
    """Messages of this conversation, without the words of those they answer from before the viewer came."""
    place = Participant.objects.current().filter(conversation=conversation, person=viewer)
    unseen_up_to = place.values_list("from_seq", flat=True).first()
    return shown(messages, unseen_up_to=unseen_up_to or 0)


def _that_fit(messages: list[Message], room: int) -> Iterator[Message]:
    """As many as go into a frame, by their longest parts."""
    for message in messages:
        room -= room_for(message.body, len(message.files.all()))
        if room < 0:
            return
        yield message


def room_for(body: str, files: int) -> int:
    """How much a message with these words and so many files takes of a frame."""
    return len(body.encode()) + FRAME_OF_A_MESSAGE + files * FRAME_OF_A_FILE
