"""Hosts and coordinators change what a network is for and how one joins."""

from typing import Any

import pytest

from networks.models import Network
from networks.operations import MayNotJoin, MayNotSettle, NetworkNameIsTaken, change_network, join
from people.models import Area, Person, Topic
from tests.fixtures import NOW
from tests.matching.making import fresh
from tests.networks.conftest import enter, make_network


def change(by: Person, network: Network, **facts: Any) -> None:
    plain: dict[str, Any] = {
        "purpose": "For carers.",
        "joining": "request",
        "first_look": "newcomers",
        "languages": ["cy"],
        "area": None,
        "topics": [],
    }
    change_network(by=by, network=network, at=NOW, **plain | facts)


def test_a_host_settles_what_it_is_for(cleo: Person, carers: Network, north: Area, anxiety: Topic) -> None:
    enter(cleo, carers, "Robin", is_host=True)

    change(cleo, carers, area=north, topics=[anxiety])

    now = fresh(carers)
    assert (now.purpose, now.joining, now.first_look) == ("For carers.", "request", "newcomers")
    assert (now.languages, now.area, list(now.topics.all())) == (["cy"], north, [anxiety])
    assert (now.name, now.slug, now.is_sensitive) == ("Carers", "carers", True)


def test_its_name_and_what_mails_may_say_are_for_coordinators(cleo: Person, dev: Person, carers: Network) -> None:
    enter(cleo, carers, "Robin", is_host=True)
    make_network("Night owls")

    for facts in ({"name": "Owls"}, {"is_sensitive": False}):
        with pytest.raises(MayNotSettle):
            change(cleo, carers, **facts)
    with pytest.raises(NetworkNameIsTaken):
        change(dev, carers, name="Night owls")
    change(dev, carers, name="Owls", is_sensitive=False)
    now = fresh(carers)
    assert (now.name, now.slug, now.is_sensitive) == ("Owls", "carers", False)


def test_nobody_else_does(ada: Person, eve: Person, carers: Network) -> None:
    enter(ada, carers, "Heron")

    for person in (ada, eve):
        with pytest.raises(MayNotSettle):
            change(person, carers)


@pytest.mark.parametrize("joining", ["invitation", "hidden"])
def test_from_then_on_one_comes_in_as_it_says(ada: Person, dev: Person, carers: Network, joining: str) -> None:
    change(dev, carers, joining=joining)

    # Ada has loaded it as it was.
    with pytest.raises(MayNotJoin):
        join(by=ada, network=carers, chosen_name="Heron", at=NOW)
    assert Network.objects.visible_to(ada).count() == (1 if joining == "invitation" else 0)
