"""Networks with people in them."""

from typing import Any
from uuid import uuid4

import pytest

from networks.models import Membership, Network, Post, Thread
from networks.operations import begin_thread, post_reply
from people.models import Person
from people.vocabulary import AgeGroup
from tests.fixtures import NOW, make_person


def make_network(name: str, **facts: Any) -> Network:
    slug = name.lower().replace(" ", "-")
    words = {"purpose": f"{name}, together.", "agreement": "Be kind."}
    return Network.objects.create(name=name, slug=slug, founded_at=NOW, **words | facts)


def enter(
    person: Person,
    network: Network,
    name: str,
    *,
    state: str = Membership.State.JOINED,
    is_host: bool = False,
) -> Membership:
    """Somebody who is in already, or on the way, as the operations would leave them."""
    return Membership.objects.create(
        person=person, network=network, chosen_name=name, state=state, is_host=is_host, since=NOW
    )


def reply(by: Person, thread: Thread, body: str = "A reply.") -> Post:
    return post_reply(by=by, thread=thread, body=body, client_id=uuid4(), at=NOW)


@pytest.fixture
def carers(db: None) -> Network:
    """An open network of adults."""
    return make_network("Carers")


@pytest.fixture
def pain(db: None) -> Network:
    """A network of adults that one asks to join."""
    return make_network("Living with pain", joining=Network.Joining.REQUEST)


@pytest.fixture
def young(db: None) -> Network:
    """An open network of people under 18."""
    return make_network("Young carers", for_under_18s=True)


@pytest.fixture
def finn(db: None) -> Person:
    """Finn is fifteen."""
    return make_person("Finn", age_group=AgeGroup.UNDER_18)


@pytest.fixture
def gwen(db: None) -> Person:
    """Gwen has not told her age."""
    return make_person("Gwen")


@pytest.fixture
def heron(ada: Person, carers: Network) -> Membership:
    """Ada in the carers' network."""
    return enter(ada, carers, "Heron")


@pytest.fixture
def wren(ben: Person, carers: Network) -> Membership:
    """Ben in the carers' network."""
    return enter(ben, carers, "Wren")


@pytest.fixture
def robin(cleo: Person, carers: Network) -> Membership:
    """Cleo, who hosts the carers' network and was trained to lead courses."""
    robin = enter(cleo, carers, "Robin", is_host=True)
    robin.trained_on = NOW.date()
    robin.save()
    return robin


@pytest.fixture
def nights(heron: Membership) -> Thread:
    """A thread that Ada began among the carers."""
    return begin_thread(
        by=heron.person,
        network=heron.network,
        title="Nights",
        body="How do you sleep?",
        client_id=uuid4(),
        at=NOW,
    )
