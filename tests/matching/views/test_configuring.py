"""The pages of the weights: every version, what changed, and the form for a new one."""

from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from matching.models import Configuration
from matching.queries import current_configuration
from people.models import Person, Role
from tests.fixtures import make_person

TOO_MANY = (
    "Together these are 1050 points; it must be 1 to 1000: Topics 500, Lived experience 100, Languages 100, Hours 150, "
    "Ways to talk 60, Area 40, Wishes about the person 100."
)


@pytest.fixture(autouse=True)
def lou(db: None, client: Client) -> Person:
    """Lou coordinates everywhere, and is signed in."""
    lou = make_person("Lou", Role.Kind.COORDINATOR)
    client.force_login(lou)
    return lou


def answers(**changed: object) -> dict[str, Any]:
    """The form as it is opened, but for what somebody changed."""
    newest = current_configuration()
    said = {"instead_of": newest.version, "spread": newest.spread, "offers_at_once": "on", "note": "To try it"}
    return {**newest.weights, **said, **changed}


def words(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def test_the_form_starts_from_the_newest_and_says_what_each_part_means(client: Client) -> None:
    shown = words(client.get("/weights/new/"))
    assert '<input type="number" name="topics" value="400" min="0" max="1000" required' in shown
    assert "The share of what somebody asks for that the helper knows about." in shown
    assert "This makes a new version, starting from 2026-11." in shown


def test_the_weights_are_changed(client: Client, lou: Person) -> None:
    answer = client.post("/weights/new/", answers(topics=300, hours=250), follow=True)
    made = current_configuration()
    assert (made.by, made.note, made.offers_at_once) == (lou, "To try it", True)
    assert (made.weights["topics"], made.weights["hours"]) == (300, 250)
    shown = words(answer)
    assert f"Rounds use version {made} from now on. Earlier rounds keep theirs." in shown
    assert "Topics: 400 points became 300 points." in shown
    assert "Hours: 150 points became 250 points." in shown


@pytest.mark.parametrize(
    ("changed", "field", "error"),
    [
        (
            {"topics": 500},
            "topics",
            TOO_MANY,
        ),
        ({"hours": ""}, "hours", "Give a number from 0 to 1000."),
        ({"hours": -1}, "hours", "Ensure this value is greater than or equal to 0."),
        ({"enough_hours": 0}, "enough_hours", "Ensure this value is greater than or equal to 1."),
        ({"note": ""}, "note", "Say why, in a sentence."),
    ],
)
def test_what_is_wrong_is_said_beside_it(changed: dict[str, Any], field: str, error: str, client: Client) -> None:
    answer = client.post("/weights/new/", answers(**changed))
    assert answer.context["form"].errors == {field: [error]}
    assert Configuration.objects.count() == 1


def test_a_form_opened_before_somebody_elses_change_is_told(client: Client) -> None:
    opened = answers(topics=300)
    client.post("/weights/new/", answers(topics=200))
    answer = client.post("/weights/new/", opened)
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "Somebody has changed the weights meanwhile" in words(answer)
    assert current_configuration().weights["topics"] == 200


def test_every_coordinator_reads_them_and_only_some_change_them(client: Client, dev: Person) -> None:
    client.force_login(dev)
    assert "changed by those who coordinate everywhere" in words(client.get("/weights/"))
    assert "20 points a week" in words(client.get("/weights/2026-11/"))
    assert client.get("/weights/1999-01/").status_code == HTTPStatus.NOT_FOUND
    for answer in (client.get("/weights/new/"), client.post("/weights/new/", answers())):
        assert answer.status_code == HTTPStatus.FORBIDDEN


def test_the_list_asks_a_fixed_number_of_questions(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for rows in (1, 3):
        for _ in range(rows):
            client.post("/weights/new/", answers(), follow=True)
        with django_assert_num_queries(6):
            client.get("/weights/")
