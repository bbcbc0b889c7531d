"""Questions about messages that somebody who is not here has left unread for a while."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from messaging.models import Message, Participant, Presence
from messaging.models.message import MessageQuerySet
from safeguarding.models import Block

# Servers note about once a minute who is here.
IS_HERE = timedelta(minutes=2)


def places_where_something_waits(at: datetime) -> QuerySet[Participant]:
    """The places of people who are to be told that messages of others wait there.

    Not who is here, not who was told already, not where a conversation has ended, and never because of somebody whom
    a block keeps apart from them.
    """
    long_ago = at - timedelta(minutes=settings.MESSAGE_WAITS_MINUTES)
    here = Presence.objects.filter(person=OuterRef("person"), seen_at__gt=at - IS_HERE)
    return (
        Participant.objects.current()
        .filter(conversation__closed_at=None, conversation__last_seq__gt=F("read_seq"), person__is_active=True)
        .filter(Exists(_unread_here().filter(sent_at__lte=long_ago)), ~Exists(here), noticed_seq=0)
        .select_related("conversation", "person")
        .order_by("pk")
    )


def places_read_since_told() -> QuerySet[Participant]:
    """Where somebody was told that messages wait, and none of those waits any more."""
    told_of = _unread_here().filter(seq__lte=OuterRef("noticed_seq"))
    return Participant.objects.filter(~Exists(told_of), noticed_seq__gt=0)


def _unread_here() -> MessageQuerySet:
    """What others said at the participant's place asked about, and they have not read."""
    writer, reader = OuterRef("author"), OuterRef(OuterRef("person"))
    apart = Block.objects.current().filter(Q(by=writer, person=reader) | Q(by=reader, person=writer))
    return (
        Message.objects.waiting()
        .filter(conversation=OuterRef("conversation"), seq__gt=OuterRef("read_seq"))
        .filter(~Exists(apart), seq__gt=OuterRef("from_seq"))
        .exclude(author=OuterRef("person"))
    )
