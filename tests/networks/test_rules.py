"""Who may what in a network, as truth tables."""

from datetime import timedelta

import pytest

from networks import rules
from networks.models import Membership, Network, Thread
from people.models import Person
from tests.fixtures import NOW
from tests.networks.conftest import enter, reply


@pytest.mark.parametrize(
    ("age_group", "adults", "under_18s"),
    [
        ("", False, False),
        ("under_18", False, True),
        ("18_25", True, False),
        ("26_64", True, False),
        ("65_over", True, False),
    ],
)
def test_may_join(ada: Person, carers: Network, young: Network, age_group: str, adults: bool, under_18s: bool) -> None:
    ada.age_group = age_group

    assert rules.may_join(ada, carers) is adults
    assert rules.may_join(ada, young) is under_18s


@pytest.mark.parametrize(
    ("state", "is_host", "takes_part", "hosts"),
    [
        ("asked", False, False, False),
        ("joined", False, True, False),
        ("joined", True, True, True),
        ("refused", False, False, False),
        ("left", False, False, False),
        # No operation leaves this behind; should one ever, it still opens nothing.
        ("left", True, False, False),
    ],
)
def test_may_take_part_and_may_host(
    ada: Person, carers: Network, pain: Network, state: str, is_host: bool, takes_part: bool, hosts: bool
) -> None:
    enter(ada, carers, "Heron", state=state, is_host=is_host)

    assert rules.may_take_part(ada, carers) is takes_part
    assert rules.may_host(ada, carers) is hosts
    assert rules.may_take_part(ada, pain) is False


@pytest.mark.parametrize(
    ("age_group", "is_host", "takes_part_among_adults", "takes_part_among_young"),
    [
        ("", False, True, False),
        ("26_64", False, True, False),
        ("under_18", False, False, True),
        # A host was named by a coordinator: young networks have grown-up hosts.
        ("26_64", True, True, True),
    ],
)
def test_who_is_not_of_the_age_any_more_is_outside(
    ada: Person,
    carers: Network,
    young: Network,
    age_group: str,
    is_host: bool,
    takes_part_among_adults: bool,
    takes_part_among_young: bool,
) -> None:
    enter(ada, carers, "Heron", is_host=is_host)
    enter(ada, young, "Robin", is_host=is_host)
    Person.objects.filter(pk=ada.pk).update(age_group=age_group)

    assert rules.may_take_part(ada, carers) is takes_part_among_adults
    assert rules.may_take_part(ada, young) is takes_part_among_young


@pytest.mark.parametrize(
    ("state", "days", "may"),
    [("refused", 0, False), ("refused", 27, False), ("refused", 28, True), ("left", 0, True)],
)
def test_may_ask_again(ada: Person, pain: Network, state: str, days: int, may: bool) -> None:
    membership = enter(ada, pain, "Heron", state=state)

    assert rules.may_ask_again(membership, NOW + timedelta(days=days)) is may


def test_may_found(ada: Person, ben: Person, cleo: Person, dev: Person, eve: Person) -> None:
    assert [rules.may_found(person) for person in (ada, ben, cleo, dev, eve)] == [False, False, False, True, False]


def test_may_report(ada: Person, ben: Person, wren: Membership, nights: Thread) -> None:
    post = reply(ben, nights)

    assert rules.may_report(ada, post.author) is True
    assert rules.may_report(ben, post.author) is False
