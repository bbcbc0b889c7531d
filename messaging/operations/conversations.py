"""Opens a conversation between people, closes it, and opens it again where that was undone."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from messaging import queries
from messaging.models import Conversation, Participant
from messaging.news import tell
from messaging.protocol import ConversationClosed, ConversationOpened
from people.models import Person


@transaction.atomic
def open_conversation(*, people: Iterable[Person], at: datetime) -> Conversation:
    """Give these people a place to talk: the rows, then the news to each."""
    everyone = {person.pk: person for person in people}
    if len(everyone) < 2:
        raise ValueError("A conversation needs two people at least.")
    conversation = Conversation.objects.create(began_at=at)
    Participant.objects.bulk_create(
        Participant(conversation=conversation, person=person, joined_at=at) for person in everyone.values()
    )
    tell(everyone, ConversationOpened(conversation.pk))
    return conversation


@transaction.atomic
def close_conversation(*, conversation: Conversation, at: datetime) -> None:
    """End it: it stays readable, nothing more is said. Closing it twice changes nothing."""
    if Conversation.objects.open().filter(pk=conversation.pk).update(closed_at=at):
        conversation.closed_at = at
        tell(queries.those_present(conversation), ConversationClosed(conversation.pk))


@transaction.atomic
def reopen_conversation(*, conversation: Conversation) -> None:
    """Let it go on where it stopped; one that is open stays so."""
    if Conversation.objects.filter(pk=conversation.pk).exclude(closed_at=None).update(closed_at=None):
        conversation.closed_at = None
        tell(queries.those_present(conversation), ConversationOpened(conversation.pk))
