"""Whoever doubts what the matcher found asks a person, in words, and is answered by one."""

from datetime import datetime

from django.db import transaction

from matching.queries import coordinator_of, own_conversation_of
from messaging.models import Conversation, Notice
from messaging.operations import open_conversation, write_notice
from people.models import Person


@transaction.atomic
def ask_a_person(*, by: Person, at: datetime) -> Conversation | None:
    """A place to talk with the coordinator who looks after `by`; the one they have, if any; None without a coordinator.

    A new one is told to the coordinator by mail, because nobody is waiting for it on their side.
    """
    # Pressing twice at once is one conversation.
    Person.objects.select_for_update(no_key=True).get(pk=by.pk)
    coordinator = coordinator_of(by)
    if coordinator is None:
        return None
    found = own_conversation_of(by, coordinator)
    if found is not None:
        return found
    made = open_conversation(people=[by, coordinator], at=at)
    write_notice(
        person=coordinator,
        kind=Notice.Kind.MATCHING,
        subject="Somebody asks you about their suggestions",
        body="They would like a person to look at why they were suggested somebody, or nobody.",
        path=f"/messages/{made.pk}/",
        at=at,
    )
    return made
