"""Coordinators found networks and name their hosts."""

from typing import Any

import pytest

from networks.models import Membership, Network
from networks.operations import MayNotFound, NetworkNameIsTaken, found_network
from people.models import Person
from tests.fixtures import NOW


def found(by: Person, name: str = "Night owls", **facts: Any) -> Network:
    plain: dict[str, Any] = {"purpose": "p", "agreement": "a", "joining": Network.Joining.OPEN, "for_under_18s": False}
    return found_network(by=by, name=name, at=NOW, **plain | facts)


def test_a_network_begins_with_its_host(dev: Person, ben: Person) -> None:
    network = found(dev, for_under_18s=True, host=ben, host_name="Wren")

    assert (network.slug, network.founded_at) == ("night-owls", NOW)
    host = Membership.objects.hosts().get(network=network)
    assert (host.person, host.chosen_name, host.state) == (ben, "Wren", "joined")


def test_only_coordinators_found(ada: Person, ben: Person, cleo: Person, eve: Person) -> None:
    for person in (ada, ben, cleo, eve):
        with pytest.raises(MayNotFound):
            found(person)
    assert Network.objects.count() == 0


def test_a_name_is_there_once(dev: Person) -> None:
    found(dev)

    with pytest.raises(NetworkNameIsTaken):
        found(dev)


def test_every_name_gets_an_address_of_its_own(dev: Person) -> None:
    names = ["Night owls", "Night-Owls!", "night owls?", "New", "夜", "夜 2"]

    assert [found(dev, name).slug for name in names] == [
        "night-owls",
        "night-owls-2",
        "night-owls-3",
        "new-2",
        "network",
        "2",
    ]
