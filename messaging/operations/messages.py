"""Marks messages read, shows that somebody writes, reports what was said, blocks who said it."""

from datetime import datetime

from django.core.exceptions import PermissionDenied

from messaging import queries
from messaging.models import Conversation, Message, Participant
from messaging.news import tell
from messaging.protocol import SomebodyRead, SomebodyTypes
from messaging.rules import may_post, may_report
from people.models import Person
from safeguarding.evidence import Evidence
from safeguarding.models import Block, Concern
from safeguarding.operations import block, raise_concern


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


def report_message(*, by: Person, message: Message, reason: str, words: str, at: datetime) -> Concern:
    """Raise a concern about what somebody said, with the words as they are now."""
    if not may_report(by, message):
        raise PermissionDenied("You can report what others say to you.")
    evidence = Evidence(
        kind="message",
        reference=str(message.pk),
        author=message.author.chosen_name,
        text=message.body,
        written_at=message.sent_at,
    )
    return raise_concern(by=by, about=message.author, reason=reason, words=words, evidence=evidence, at=at)


def block_participant(*, by: Person, conversation: Conversation, person: Person, at: datetime) -> Block:
    """Want no more contact with somebody one talks with here."""
    if person.pk not in queries.those_present(conversation):
        raise PermissionDenied("You can block somebody you talk with.")
    return block(by=by, person=person, known_as=person.chosen_name, at=at)
