"""Questions about messages: what was said, in which order, and what has changed since."""

from dataclasses import dataclass

from django.db.models import QuerySet

from messaging.models import Conversation, Message
from people.models import Person

FIRST_LOAD = 50
AT_A_TIME = 100


@dataclass(frozen=True)
class Stretch:
    """Some messages in their order; `earlier` says from which seq to look back further, if there is more."""

    messages: list[Message]
    earlier: int | None


def messages_for(viewer: Person) -> QuerySet[Message]:
    return Message.objects.visible_to(viewer).select_related("author", "conversation")


def stretch_before(conversation: Conversation, seq: int | None = None) -> Stretch:
    """The last messages, or the last ones before `seq`."""
    messages = conversation.messages.select_related("author")
    if seq is not None:
        messages = messages.filter(seq__lt=seq)
    found = list(messages.order_by("-seq")[:FIRST_LOAD])[::-1]
    return Stretch(found, found[0].seq if found and found[0].seq > 1 else None)


def messages_after(conversation: Conversation, seq: int) -> list[Message]:
    """What was said after `seq`, in order, as much as goes at a time."""
    return list(conversation.messages.select_related("author").filter(seq__gt=seq).order_by("seq")[:AT_A_TIME])
