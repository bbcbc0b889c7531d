"""List pages ask a fixed number of questions, whatever the number of rows."""

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from matching.operations import offer_help, refer, run_round, save_helper, send_offer_of_help
from people.models import Person
from tests.fixtures import NOW, make_person
from tests.matching.making import FACTS, active_helper, approve_all, sent_request, topics


def fill(dev: Person, number: int) -> None:
    """`number` more of everything that the pages list: waiting, unplaced, proposed, offered, to check, referred."""
    for count in range(number):
        name = f"{NOW:%f}{count}{Person.objects.count()}"
        active_helper(make_person(f"Bo{name}", area=dev.area), dev, "debt", capacity=3)
        for who in ("Ada", "Asha", "Abe"):
            sent_request(make_person(f"{who}{name}", area=dev.area), "housing" if who == "Abe" else "debt")
        waiting = offer_help(by=make_person(f"Cy{name}", area=dev.area), at=NOW)
        said = {"kind": "peer", "capacity": 1, "topics": topics("debt")}
        save_helper(by=waiting.person, helper=waiting, answers=said, facts=FACTS)
        send_offer_of_help(by=waiting.person, helper=waiting, at=NOW)
        refer(by=dev, label="A.", topics=topics("debt"), note="", at=NOW)


@pytest.mark.parametrize(
    ("page", "queries"),
    [("/rounds/", 11), ("/helpers/to-check/", 7), ("/referrals/", 8), ("/rounds/{round}/", 13)],
)
def test_a_coordinators_lists(
    page: str, queries: int, dev: Person, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(dev)
    for rows in (1, 2):
        fill(dev, rows)
        made = run_round(by=dev, area=dev.area, at=NOW + timedelta(days=rows))
        with django_assert_num_queries(queries):
            assert client.get(page.format(round=made.pk)).status_code == 200


def test_a_members_offers_and_a_helpers_suggestions(
    dev: Person, ben: Person, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    active_helper(ben, dev, "debt", capacity=9)
    for rows in (1, 2):
        for count in range(rows):
            sent_request(make_person(f"Ada{rows}{count}", area=dev.area), "debt")
        approve_all(by=dev, round=run_round(by=dev, area=dev.area, at=NOW), at=NOW)
        client.force_login(ben)
        with django_assert_num_queries(9):
            client.get("/helping/")
        client.force_login(Person.objects.get(chosen_name="Ada10"))
        with django_assert_num_queries(8):
            client.get("/offers/")
