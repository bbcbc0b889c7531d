"""Verbs of safety in a conversation: report what was said, have a person look at it, block who said it."""

from datetime import datetime

from django.core.exceptions import PermissionDenied

from messaging import queries
from messaging.models import Conversation, Message
from messaging.rules import may_report
from people.models import Person
from safeguarding.evidence import Earlier, Evidence
from safeguarding.models import Block, Concern
from safeguarding.operations import block, prompt_about, raise_concern
from safeguarding.screening import needs_help, worries_in


def report_message(
    *, by: Person, message: Message, at: datetime, reason: str = Concern.Reason.OTHER, words: str = ""
) -> Concern:
    """Raise a concern about what somebody said, with the words as they are now and as they were before."""
    if not may_report(by, message):
        raise PermissionDenied("You can report what others say to you.")
    evidence = evidence_of(message)
    return raise_concern(by=by, about=message.author, reason=reason, words=words, evidence=evidence, at=at)


def look_for_worries(*, message: Message, at: datetime) -> bool:
    """Have a person look where the words of a message give cause to; True if its writer is to be shown help now.

    It changes nothing about the message. Call it where what was said has been kept, in an order of authors where it is
    called for several, because two writers of the same worry wait for each other.
    """
    worries = worries_in(message.body)
    if worries:
        prompt_about(about=message.author, worries=worries, evidence=evidence_of(message), at=at)
    return needs_help(worries)


def evidence_of(message: Message) -> Evidence:
    return Evidence(
        kind="message",
        reference=str(message.pk),
        author=message.author.chosen_name,
        text=message.body,
        written_at=message.sent_at,
        earlier=tuple(Earlier(one.words, one.replaced_at) for one in message.earlier_words.all()),
    )


def block_participant(*, by: Person, conversation: Conversation, person: Person, at: datetime) -> Block:
    """Want no more contact with somebody one talks with here."""
    if person.pk not in queries.those_present(conversation):
        raise PermissionDenied("You can block somebody you talk with.")
    return block(by=by, person=person, known_as=person.chosen_name, at=at)
