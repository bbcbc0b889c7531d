"""Tells people who are not here that messages wait for them, once until they have read."""

from datetime import datetime

from django.db import transaction

from messaging.models import Notice, Participant
from messaging.operations.notices import write_notice
from messaging.queries import places_read_since_told, places_where_something_waits


def tell_of_waiting_messages(*, at: datetime) -> int:
    """Write a notice for every place where something waits; return how many. Posting itself pays nothing for it.

    Whoever was told hears no more of it until they have read, however much more is said.
    """
    forget_what_was_read(at=at)
    return sum(_tell(place, at=at) for place in places_where_something_waits(at))


@transaction.atomic
def _tell(place: Participant, *, at: datetime) -> bool:
    """Note that they are told, and tell them; of two sweeps at once only one does it."""
    unchanged = Participant.objects.filter(pk=place.pk, noticed_seq=0, read_seq=place.read_seq)
    if not unchanged.update(noticed_seq=place.conversation.last_seq):
        return False
    write_notice(
        person=place.person,
        kind=Notice.Kind.MESSAGE,
        subject="Something is waiting for you",
        body="There are messages that you have not read.",
        path=_path(place),
        at=at,
    )
    return True


def forget_what_was_read(*, at: datetime) -> None:
    """Whoever has read the messages need not be told of them any more, here or by mail."""
    for place in places_read_since_told():
        told = Notice.objects.unread().filter(person=place.person_id, kind=Notice.Kind.MESSAGE, path=_path(place))
        with transaction.atomic():
            told.update(read_at=at)
            Participant.objects.filter(pk=place.pk, noticed_seq=place.noticed_seq).update(noticed_seq=0)


def _path(place: Participant) -> str:
    return f"/messages/{place.conversation_id}/"
