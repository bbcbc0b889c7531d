"""Networks for somebody with the reasons, and never one that they must not be shown."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from networks.models import Network
from networks.operations import hide_suggestion, show_suggestions_again
from networks.queries import suggestions_for
from people.models import Area, Person, Topic
from safeguarding.operations import block
from tests.fixtures import NOW
from tests.networks.conftest import enter, make_network


@pytest.fixture
def worried(anxiety: Topic, ada: Person) -> Person:
    """Ada has said that worry matters to her."""
    ada.topics.add(anxiety)
    return ada


def about(topic: Topic, name: str = "Calm", **facts: Any) -> Network:
    network = make_network(name, **facts)
    network.topics.add(topic)
    return network


def names(person: Person) -> list[str]:
    return [one.network.name for one in suggestions_for(person)]


def test_each_says_why_and_the_best_comes_first(worried: Person, north: Area, anxiety: Topic) -> None:
    worried.languages = ["en", "cy"]
    about(anxiety, "Calm")
    about(anxiety, "Calm in the north", area=north, languages=["cy"])
    make_network("Northerners", area=north)
    make_network("English", languages=["en"])
    make_network("Anything")

    assert [(one.network.name, one.reasons) for one in suggestions_for(worried)] == [
        ("Calm in the north", (f"You said: {anxiety.name}", "In your language: Welsh", "Near you: North")),
        ("Calm", (f"You said: {anxiety.name}",)),
        ("Northerners", ("Near you: North",)),
    ]
    assert len(suggestions_for(worried, most=1)) == 1


@pytest.mark.parametrize(
    "facts",
    [
        {"joining": Network.Joining.HIDDEN},
        {"joining": Network.Joining.INVITATION},
        {"circle": Network.Circle.ADVISERS},
        {"for_under_18s": True},
        {"languages": ["pl"]},
    ],
    ids=str,
)
def test_never_what_they_could_not_join_or_would_not_follow(
    worried: Person, anxiety: Topic, facts: dict[str, Any]
) -> None:
    about(anxiety, **facts)

    assert names(worried) == []


def test_not_to_coordinators_either_though_they_see_every_door(dev: Person, anxiety: Topic) -> None:
    dev.topics.add(anxiety)
    about(anxiety, joining=Network.Joining.HIDDEN)
    about(anxiety, "Young", for_under_18s=True)

    assert names(dev) == []


def test_not_elsewhere(worried: Person, south: Area, anxiety: Topic) -> None:
    about(anxiety, area=south)

    assert names(worried) == []


@pytest.mark.parametrize("state", ["asked", "joined", "refused", "left", "removed", "banned"])
def test_not_where_they_had_a_part(worried: Person, anxiety: Topic, state: str) -> None:
    enter(worried, about(anxiety), "Heron", state=state)

    assert names(worried) == []


@pytest.mark.parametrize("by_ada", [True, False])
def test_not_where_somebody_hosts_from_whom_they_are_apart(
    worried: Person, ben: Person, cleo: Person, anxiety: Topic, *, by_ada: bool
) -> None:
    network = about(anxiety)
    enter(ben, network, "Wren", is_host=True)
    enter(cleo, network, "Robin")
    by, person = (worried, ben) if by_ada else (ben, worried)
    block(by=by, person=cleo, known_as="Robin", at=NOW)
    assert names(worried) == ["Calm"]

    block(by=by, person=person, known_as="Wren", at=NOW)
    assert names(worried) == []


def test_not_before_we_know_their_age(worried: Person, anxiety: Topic) -> None:
    about(anxiety)
    worried.age_group = ""

    assert names(worried) == []


def test_advisers_find_their_own(ben: Person, ada: Person) -> None:
    make_network("Advisers", circle=Network.Circle.ADVISERS)

    assert [one.reasons for one in suggestions_for(ben)] == [("You advise: here advisers learn from each other",)]
    assert names(ada) == []


def test_what_is_put_aside_stays_there_until_they_ask(worried: Person, cleo: Person, anxiety: Topic) -> None:
    cleo.topics.add(anxiety)
    network = about(anxiety)
    hide_suggestion(by=worried, network=network)
    hide_suggestion(by=worried, network=network)
    assert (names(worried), names(cleo)) == ([], ["Calm"])

    show_suggestions_again(by=worried)
    assert names(worried) == ["Calm"]


@pytest.mark.parametrize("rows", [1, 3])
def test_they_take_a_fixed_number_of_queries(worried: Person, anxiety: Topic, north: Area, rows: int) -> None:
    for number in range(rows):
        about(anxiety, f"Calm {number}", area=north)
    with CaptureQueriesContext(connection) as queries:
        assert len(suggestions_for(worried)) == rows
    assert len(queries) == 6
