"""Marks messages read, and shows that somebody writes."""

from messaging import queries
from messaging.models import Conversation, Participant
from messaging.news import tell
from messaging.protocol import SomebodyRead, SomebodyTypes
from messaging.rules import may_post
from people.models import Person


def mark_read(*, by: Person, conversation: Conversation, seq: int) -> None:
    """Note that everything up to `seq` was read; it never goes back, nor past what was said.

    The others hear of it as far as both sides show what they read; one's own devices hear what is left unread.
    """
    reached = min(seq, conversation.last_seq)
    place = Participant.objects.current().filter(conversation=conversation, person=by, read_seq__lt=reached)
    if place.update(read_seq=reached):
        others = set(queries.those_who_may_see_reading(by, conversation)) - {by.pk}
        tell(others, SomebodyRead(conversation.pk, by.pk, reached))
        tell([by.pk], SomebodyRead(conversation.pk, by.pk, reached, unread=queries.unread_by(by)))


def show_typing(*, by: Person, conversation: Conversation) -> None:
    """Let the others see that somebody is writing; nothing is kept."""
    if may_post(by, conversation):
        tell(queries.those_who_may_see_typing(by, conversation), SomebodyTypes(conversation.pk, by.pk))
