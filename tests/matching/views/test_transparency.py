"""The transparency record: for everybody, made from what runs, and without a count that gives anybody away."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from matching.models import Configuration, Proposal, Round
from matching.operations import decline_as_helper, run_round
from people.models import Person
from tests.fixtures import NOW, make_person
from tests.matching.making import active_helper, approve_all, fresh, sent_request

LATER = NOW + timedelta(days=1)


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def record(client: Client) -> Any:
    return client.get("/transparency.json").json()


def section(found: Any, key: str) -> Any:
    return next(each for each in found["sections"] if each["key"] == key)


def test_everybody_may_read_it_and_every_page_leads_to_it(client: Client, db: None) -> None:
    assert client.get("/transparency/").status_code == 200
    assert client.get("/transparency.json")["Content-Type"] == "application/json"
    assert 'href="/transparency/"' in client.get("/safety/help/").content.decode()


def test_the_weights_are_those_that_run_now(client: Client, db: None) -> None:
    newest = Configuration.objects.newest()
    weights = newest.weights | {"topics": 333}
    Configuration.objects.create(
        version="autumn", made_at=LATER, note="", weights=weights, spread=7, offers_at_once=False
    )
    found = record(client)
    [told] = section(found, "weights")["lists"]
    assert (found["version"], found["since"], told["caption"]) == ("autumn", "2026-11-23", "Version autumn")
    assert {"name": "Topics: 333 points", "words": PART} in told["entries"]
    assert "every offer is approved by a coordinator first" in section(found, "use")["paragraphs"][-1]
    assert "333 points" in client.get("/transparency/").content.decode()


PART = "The share of what somebody asks for that the helper knows about."


def test_each_order_a_round_may_follow_is_told(client: Client, db: None) -> None:
    told = section(record(client), "aims")["lists"]
    assert [[each["name"] for each in order["entries"]] for order in told] == [
        ["placed", "floor", "total"],
        ["placed", "total"],
        ["stable"],
    ]


def people(number: int, dev: Person, **facts: Any) -> None:
    for _ in range(number):
        name = f"Ada{Person.objects.count()}"
        person = make_person(name, area=dev.area)
        sent_request(person)
        Person.objects.filter(pk=person.pk).update(**facts)


def test_figures_of_a_round_are_rounded_and_small_ones_hidden(client: Client, dev: Person, ben: Person) -> None:
    active_helper(ben, dev, capacity=9)
    people(13, dev, gender="woman")
    people(3, dev, gender="man")
    run_round(by=dev, area=dev.area, at=LATER)
    [told] = record(client)["rounds"]
    assert (told["people"], told["placed"], told["percent"]) == (15, 10, 67)
    groups = {each["group"]: each for each in told["groups"] if each["attribute"] == "gender"}
    assert [groups["Man"][name] for name in FIGURES] == [None] * 5
    assert groups["Woman"]["people"] == 15
    assert "7 or fewer" in client.get("/transparency/").content.decode()


FIGURES = ("people", "placed", "percent", "mean_points", "days_waited")


def test_only_the_five_latest_rounds_that_are_done_are_told(client: Client, dev: Person) -> None:
    for days in range(7):
        run_round(by=dev, area=dev.area, at=NOW + timedelta(days=days))
    for days, otherwise in ((8, {"state": "failed"}), (9, {"occasion": "arrival"})):
        made = run_round(by=dev, area=dev.area, at=NOW + timedelta(days=days))
        Round.objects.filter(pk=made.pk).update(**otherwise)
    told = [each["on"] for each in record(client)["rounds"]]
    assert told == [f"2026-11-{day}" for day in (28, 27, 26, 25, 24)]


@pytest.mark.parametrize(("noes", "told"), [(7, [10, None, None]), (9, [10, 10, 100])])
def test_how_often_helpers_said_no_by_group_of_the_member(
    noes: int, told: list[int | None], client: Client, dev: Person, ben: Person
) -> None:
    active_helper(ben, dev, capacity=12)
    people(10, dev, gender="woman")
    approve_all(by=dev, round=run_round(by=dev, area=dev.area, at=NOW), at=NOW)
    for proposal in Proposal.objects.offered()[:noes]:
        decline_as_helper(by=ben, proposal=fresh(proposal), at=NOW)
    [row] = [each for each in record(client)["declines"] if each["attribute"] == "gender"]
    assert [row["offers"], row["declined"], row["percent"]] == told
    # A year later nobody speaks of it any more.
    Proposal.objects.update(offered_at=NOW - timedelta(days=365))
    assert record(client)["declines"] == []


def test_it_asks_a_fixed_number_of_questions(
    client: Client, dev: Person, ben: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    active_helper(ben, dev, capacity=9)
    for rows in (1, 2):
        people(rows, dev)
        run_round(by=dev, area=dev.area, at=NOW + timedelta(days=rows))
        with django_assert_num_queries(9):
            client.get("/transparency/")
