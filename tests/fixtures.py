"""The named people and the things they need, for every test."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from messaging.models import Conversation
from messaging.news import News, hearers
from messaging.operations import open_conversation
from people.models import Area, Person, Role, Topic
from people.operations import grant_role

As = Callable[[Person], Client]
CountQueries = Callable[[Client, str], int]

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def make_person(name: str, *roles: str, area: Area | None = None, **facts: Any) -> Person:
    """A person with an e-mail made of their name; the roles hold in `area` for a coordinator, else everywhere."""
    person = Person.objects.create_user(
        f"{name.lower()}@example.org", chosen_name=name, area=area, joined_at=NOW, **facts
    )
    for kind in roles:
        place = area if kind == Role.Kind.COORDINATOR else None
        grant_role(person=person, kind=kind, by=None, at=NOW, area=place)
    return person


@pytest.fixture
def north(db: None) -> Area:
    return Area.objects.create(name="North", slug="north")


@pytest.fixture
def south(db: None) -> Area:
    return Area.objects.create(name="South", slug="south")


@pytest.fixture
def anxiety(db: None) -> Topic:
    return Topic.objects.get(slug="anxiety")


@pytest.fixture
def ada(north: Area) -> Person:
    """Ada asks for support in the north."""
    return make_person("Ada", Role.Kind.MEMBER, area=north, age_group="26_64", languages=["en"])


@pytest.fixture
def ben(north: Area) -> Person:
    """Ben advises."""
    return make_person("Ben", Role.Kind.ADVISER, area=north, age_group="26_64", languages=["en"])


@pytest.fixture
def cleo(north: Area) -> Person:
    """Cleo is a peer."""
    return make_person("Cleo", Role.Kind.PEER, area=north, age_group="26_64", languages=["en"])


@pytest.fixture
def dev(north: Area) -> Person:
    """Dev coordinates the north."""
    return make_person("Dev", Role.Kind.COORDINATOR, area=north, age_group="26_64")


@pytest.fixture
def eve(south: Area) -> Person:
    """Eve is signed in and may see nothing of the others."""
    return make_person("Eve", Role.Kind.MEMBER, area=south, age_group="26_64", languages=["en"])


class Ear:
    """Remembers what it was handed, as a server with open sockets would deliver it."""

    def __init__(self) -> None:
        self.heard: list[News] = []

    def hand_over(self, news: Sequence[News]) -> None:
        self.heard += news


@pytest.fixture
def ear() -> Iterator[Ear]:
    ear = Ear()
    hearers.add(ear)
    yield ear
    hearers.discard(ear)


@pytest.fixture
def talk(ada: Person, ben: Person) -> Conversation:
    """Ada and Ben talk."""
    return open_conversation(people=[ada, ben], at=NOW)


@pytest.fixture
def signed_in_as() -> As:
    """A browser in which somebody has signed in."""

    def sign_in(person: Person) -> Client:
        client = Client()
        client.force_login(person)
        return client

    return sign_in


@pytest.fixture
def count_queries() -> CountQueries:
    """How many queries a page takes."""

    def count(client: Client, path: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path).status_code == 200
        return len(queries)

    return count
