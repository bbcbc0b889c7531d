"""Questions about how things stand: how far everything has come, what waits to be read, who is here."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from messaging.models import Message, Participant
from messaging.queries.attention import who_is_here_to
from messaging.queries.conversations import unread_at_place
from people.models import Person


@dataclass
class Standing:
    """How far each open conversation has come, how many messages wait to be read, and which of the others are here."""

    seqs: dict[int, int] = field(default_factory=dict)
    unread: int = 0
    here: list[int] = field(default_factory=list)


def standings_of(people: Collection[int], at: datetime) -> dict[int, Standing]:
    """Return how things stand for each of these people, in a fixed number of queries for any number of them."""
    here = who_is_here_to(people, at)
    standings = {person: Standing(here=here[person]) for person in people}
    places = (
        Participant.objects.current()
        .filter(person__in=people)
        .annotate(unread=unread_at_place())
        .values_list("person", "conversation", "conversation__last_seq", "conversation__closed_at", "unread")
    )
    for person, conversation, last_seq, closed_at, unread in places:
        standings[person].unread += unread
        if closed_at is None:
            standings[person].seqs[conversation] = last_seq
    return standings


def unread_by(person: Person) -> int:
    """How many messages of others wait for this person, in all conversations they take part in."""
    return Message.objects.unread_by(person).count()
