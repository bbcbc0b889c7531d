"""Who takes part in a run, in which conversations, and what the table holds of them afterwards."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count

from django.conf import settings
from django.db import connection
from django.db.models import Prefetch
from django.test import Client
from django.utils import timezone

from messaging.models import Conversation, Message, Reaction
from messaging.operations import open_conversation
from people.models import Person
from tests.faults.screen import Shown
from tests.fixtures import make_person

# Nothing is rolled back between these tests, so nobody may have the same address twice.
NUMBERS = count(1)


@dataclass(frozen=True)
class Part:
    """One person with a session for each device of theirs."""

    person: Person
    session: str
    conversations: list[int] = field(default_factory=list)


def newcomer(name: str, *roles: str) -> Person:
    return make_person(f"{name}{next(NUMBERS)}", *roles)


def session_of(person: Person, lasts: int | None = None) -> str:
    """Sign the person in, for `lasts` seconds where that is said."""
    client = Client()
    client.force_login(person, backend=settings.AUTHENTICATION_BACKENDS[0])
    if lasts is not None:
        session = client.session
        session.set_expiry(lasts)
        session.save()
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def talk_of(*people: Person) -> int:
    return open_conversation(people=people, at=timezone.now()).pk


@dataclass(frozen=True)
class Cast:
    """`parts` are the people; in `changing` messages are edited, withdrawn and reacted to, in the others only said."""

    parts: list[Part]
    conversations: list[int]
    changing: frozenset[int]


def gather(people: int, size: int) -> Cast:
    """Everybody talks in two conversations of `size`: with their neighbours, and with people from all over."""
    parts = [Part(person, session_of(person)) for person in (newcomer("Guest") for _ in range(people))]
    tables = people // size
    near = [parts[number * size : (number + 1) * size] for number in range(tables)]
    far = [parts[number::tables] for number in range(tables)]
    opened = []
    for those in (*near, *far):
        opened.append(talk_of(*(part.person for part in those)))
        for part in those:
            part.conversations.append(opened[-1])
    return Cast(parts, opened, frozenset(opened[tables:]))


def connect_anew() -> None:
    """Leave the lines to the database that a fault may have broken: these are the test's own, not a server's."""
    connection.close()
    connection.close_pool()  # type: ignore[attr-defined]


def table_of(conversations: Iterable[int]) -> dict[int, list[Shown]]:
    """What the database holds of these conversations, in order."""
    table: dict[int, list[Shown]] = {pk: [] for pk in conversations}
    rows = Message.objects.filter(conversation__in=table).order_by("seq")
    for row in rows.prefetch_related(Prefetch("reactions", to_attr="those_who_reacted")):
        table[row.conversation_id].append(_as_shown(row))
    return table


def _as_shown(row: Message) -> Shown:
    reactions: Sequence[Reaction] = vars(row)["those_who_reacted"]
    return Shown(
        id=row.pk,
        seq=row.seq,
        changed_seq=row.changed_seq,
        author=row.author_id,
        client_id=str(row.client_id),
        body=row.body,
        is_withdrawn=row.withdrawn_at is not None,
        is_edited=row.edited_at is not None,
        # They are kept, and nobody sees them on what was withdrawn.
        reactions=frozenset((one.kind, one.person_id) for one in reactions if row.withdrawn_at is None),
    )


def last_seqs_of(conversations: Iterable[int]) -> dict[int, int]:
    return dict(Conversation.objects.filter(pk__in=list(conversations)).values_list("pk", "last_seq"))
