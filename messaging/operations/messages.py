"""Says something exactly once and in order, marks it read, shows typing, reports it, blocks who said it."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from messaging import queries
from messaging.models import Conversation, Message, Participant
from messaging.news import tell
from messaging.rules import may_post, may_report, what_stops
from messaging.words import clean_words
from people.models import Person
from safeguarding.evidence import Evidence
from safeguarding.models import Block, Concern
from safeguarding.operations import block, raise_concern


class MayNotPost(PermissionDenied):
    """The words say what stops it, and never who."""


class SaidSomethingElse(ValidationError):
    """A client id was used again for other words: a page was sent a second time after it was changed."""


def post_message(*, by: Person, conversation: Conversation, client_id: UUID, body: str, at: datetime) -> Message:
    """Say `body` in the conversation; the same client id again returns the message as it was said first.

    One transaction: lock the counter, ask the rule, take the next seq, insert, let the author have read it.
    After the commit one frame goes to everyone present, the author's other devices too.
    """
    words = clean_words(body)
    try:
        return _say(by=by, conversation=conversation, client_id=client_id, words=words, at=at)
    except (IntegrityError, MayNotPost) as error:
        # A copy whose answer was lost on the way: what was said is said, even when it could not be said now.
        said = Message.objects.filter(author=by, client_id=client_id).first()
        if said is None:
            raise
        if (said.conversation_id, said.body) != (conversation.pk, words):
            raise SaidSomethingElse(
                "Your last message was sent already. To send this one too, press Send again.", code="said_before"
            ) from error
        return said


@transaction.atomic
def _say(*, by: Person, conversation: Conversation, client_id: UUID, words: str, at: datetime) -> Message:
    locked = Conversation.objects.select_for_update().get(pk=conversation.pk)
    if stopped_by := what_stops(by, locked):
        raise MayNotPost(stopped_by)
    locked.last_seq += 1
    locked.last_at = at
    message = Message.objects.create(
        conversation=locked,
        seq=locked.last_seq,
        changed_seq=locked.last_seq,
        author=by,
        client_id=client_id,
        body=words,
        sent_at=at,
    )
    locked.save(update_fields=["last_seq", "last_at"])
    Participant.objects.filter(conversation=locked, person=by).update(read_seq=locked.last_seq)
    tell(
        queries.those_present(locked),
        {
            "type": "message.posted",
            "conversation": locked.pk,
            "seq": message.seq,
            "message": message.pk,
            "author": by.pk,
            "client_id": str(client_id),
        },
    )
    return message


def mark_read(*, by: Person, conversation: Conversation, seq: int) -> None:
    """Note that everything up to `seq` was read; it never goes back, nor past what was said."""
    reached = min(seq, conversation.last_seq)
    place = Participant.objects.current().filter(conversation=conversation, person=by, read_seq__lt=reached)
    if place.update(read_seq=reached):
        tell(
            queries.those_who_may_notice(by, conversation),
            {"type": "read", "conversation": conversation.pk, "person": by.pk, "seq": reached},
        )


def show_typing(*, by: Person, conversation: Conversation) -> None:
    """Let the others see that somebody is writing; nothing is kept."""
    if may_post(by, conversation):
        others = set(queries.those_who_may_notice(by, conversation)) - {by.pk}
        tell(others, {"type": "typing", "conversation": conversation.pk, "person": by.pk})


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
