"""Groups worth founding a network for: of whom, counted how, and what fills in the form."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from networks.queries import networks_worth_founding
from people.models import Area, Person, Topic
from tests.fixtures import make_person
from tests.networks.conftest import make_network


def worried(number: int, area: Area, anxiety: Topic, *, age_group: str = "26_64", named: str = "Someone") -> None:
    for one in range(number):
        person = make_person(f"{named}{one}", age_group=age_group, languages=["en", "cy"], area=area)
        person.topics.add(anxiety)


def test_of_eight_who_said_so_and_with_what_they_share(north: Area, anxiety: Topic) -> None:
    worried(8, north, anxiety)

    [found] = networks_worth_founding()
    assert (found.people, found.topics, found.languages, found.area) == (10, [anxiety], ["Welsh"], north)
    assert found.query == [
        ("topics", str(anxiety.pk)),
        ("languages", "cy"),
        ("area", str(north.pk)),
        ("for_under_18s", "adults"),
    ]


def test_seven_are_not_told_of(north: Area, anxiety: Topic) -> None:
    worried(7, north, anxiety)

    assert networks_worth_founding() == []


def test_ages_are_apart_and_who_gave_none_or_is_gone_is_not_counted(north: Area, anxiety: Topic) -> None:
    worried(7, north, anxiety)
    worried(4, north, anxiety, age_group="under_18", named="Young")
    worried(4, north, anxiety, age_group="", named="Silent")
    worried(4, north, anxiety, named="Gone")
    Person.objects.filter(chosen_name__startswith="Gone").update(is_active=False)

    assert networks_worth_founding() == []


@pytest.mark.parametrize(
    ("facts", "there_is"), [({}, True), ({"for_under_18s": True}, False), ({"joining": "hidden"}, True)]
)
def test_a_network_about_it_is_enough(north: Area, anxiety: Topic, facts: dict[str, str], *, there_is: bool) -> None:
    worried(8, north, anxiety)
    make_network("Calm", **facts).topics.add(anxiety)

    assert (networks_worth_founding() == []) is there_is


@pytest.mark.parametrize("rows", [1, 3])
def test_they_take_a_fixed_number_of_queries(north: Area, anxiety: Topic, rows: int) -> None:
    worried(8 * rows, north, anxiety)
    with CaptureQueriesContext(connection) as queries:
        networks_worth_founding()
    assert len(queries) == 8
