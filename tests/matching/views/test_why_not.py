"""A coordinator asks why not somebody else: the rule in words, or who would lose by it, and what would open more."""

import re
from datetime import timedelta
from http import HTTPStatus

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from matching.models import Helper, Request, Round
from matching.operations import run_round, withdraw_request
from people.models import Area, Person, Role
from people.operations import change_profile
from safeguarding.operations import block
from tests.fixtures import NOW, make_person
from tests.matching.making import active_helper, fresh, sent_request


@pytest.fixture(autouse=True)
def at_the_desk(dev: Person, client: Client) -> None:
    client.force_login(dev)


def page(client: Client, made: Round, asked: Request, **said: str | int) -> str:
    answer = client.get(f"/rounds/{made.pk}/members/{asked.pk}/why-not/", said)
    assert answer.status_code == HTTPStatus.OK
    return " ".join(answer.content.decode().split())


def card(html: str) -> str:
    """What the answer says, without marks."""
    [found] = re.findall(r'<section class="card" aria-labelledby="answer">(.*?)</section>', html)
    return " ".join(re.sub(r"<[^>]*>", " ", found).split())


def test_which_rules_forbid_it(ada: Person, ben: Person, dev: Person, client: Client) -> None:
    asked, helper = sent_request(ada), active_helper(ben, dev, "debt")
    block(by=ada, person=ben, known_as="Ben", at=NOW)
    html = page(client, run_round(by=dev, area=dev.area, at=NOW), asked, helper=helper.pk)
    assert "In a round now, Ada would have nobody." in html
    assert card(html).startswith(
        "Why not Ben? Ada and Ben cannot be a pair. A block keeps the two apart. "
        "The helper knows about other topics. Open the page of Ben"
    )


def test_whose_place_would_be_lost(ada: Person, ben: Person, dev: Person, client: Client) -> None:
    """Ben has one place; Asha has waited longer and would have nobody."""
    asked, helper = sent_request(ada), active_helper(ben, dev)
    sent_request(make_person("Asha", area=ada.area), at=NOW - timedelta(days=90))
    html = page(client, run_round(by=dev, area=dev.area, at=NOW), asked, helper=helper.pk)
    said = card(html)
    assert said.startswith("Why not Ben? With Ben for Ada, somebody would be worse off than anybody is now: ")
    assert "Asha would lose the place with Ben." in said


def test_who_would_have_somebody_else(ada: Person, ben: Person, cleo: Person, dev: Person, client: Client) -> None:
    """Asha is for Ben alone, so with Ben for Ada one person fewer would have a place."""
    asked, helper = sent_request(ada, "anxiety", "debt"), active_helper(ben, dev, "anxiety")
    active_helper(cleo, dev, "debt")
    sent_request(make_person("Asha", area=ada.area), "anxiety")
    html = page(client, run_round(by=dev, area=dev.area, at=NOW), asked, helper=helper.pk)
    assert "In a round now, Ada would have <strong>Cleo</strong>." in html
    assert card(html) == (
        "Why not Ben? With Ben for Ada, 1 person fewer would have a place. "
        "Asha would lose the place with Ben. Open the page of Ben"
    )


def test_whom_they_would_have(ada: Person, ben: Person, dev: Person, client: Client) -> None:
    asked, helper = sent_request(ada), active_helper(ben, dev)
    html = page(client, run_round(by=dev, area=dev.area, at=NOW), asked, helper=helper.pk)
    assert card(html).startswith("Why not Ben? In a round now, Ben would be proposed to Ada. Open")
    assert "What would be enough" not in html


def test_a_helper_without_a_free_place(ada: Person, ben: Person, dev: Person, client: Client) -> None:
    asked, helper = sent_request(ada), active_helper(ben, dev)
    Helper.objects.update(places_taken=1)
    html = page(client, run_round(by=dev, area=dev.area, at=NOW), asked, helper=helper.pk)
    assert "Ben has no free place: 1 taken or kept for somebody who is deciding." in card(html)
    assert f'<a href="/desk/people/{ben.pk}/">Ask Ben</a>' in html


def test_what_would_open_more(ada: Person, ben: Person, cleo: Person, dev: Person, client: Client) -> None:
    asked = sent_request(ada, "anxiety")
    for name in ("Bo", "Billie"):
        active_helper(make_person(name, area=ada.area), dev)
    for person in (*Person.objects.filter(chosen_name__startswith="B"),):
        change_profile(by=person, facts={"languages": ["cy"]})
    active_helper(cleo, dev, "debt")
    html = page(client, run_round(by=dev, area=dev.area, at=NOW), asked)
    wider = re.findall(r"<dt>(If .*?)</dt> <dd>(.*?)</dd>", html)
    assert wider == [("If they could also talk in Welsh", "2 helpers"), ("If they named other topics too", "1 helper")]
    assert f'<a href="/desk/people/{ada.pk}/">Ask Ada</a>' in html


def test_that_nothing_would_open_more_is_said(ada: Person, dev: Person, client: Client) -> None:
    asked = sent_request(ada)
    html = page(client, run_round(by=dev, area=dev.area, at=NOW), asked)
    assert "Only somebody new who fits would help." in html
    assert "No active helper whom you can see goes by this name." in html


def test_helpers_are_found_by_name_those_who_fit_first(
    ada: Person, ben: Person, cleo: Person, dev: Person, client: Client
) -> None:
    asked = sent_request(ada)
    active_helper(cleo, dev)
    active_helper(ben, dev, "debt")
    made = run_round(by=dev, area=dev.area, at=NOW)
    rows = re.findall(r">Why not (\w+)\?</a> <span[^>]*>(.*?)</span>", page(client, made, asked))
    assert rows == [("Cleo", "Fits"), ("Ben", "1 rule forbids it")]
    assert re.findall(r">Why not (\w+)\?</a>", page(client, made, asked, word="bE")) == ["Ben"]
    assert 'value="bE"' in page(client, made, asked, word="bE")


@pytest.mark.parametrize("helper", ["0", "x", "-1", "99999999999999999999", "9" * 5000, ""])
def test_somebody_who_is_not_there_is_not_asked_about(helper: str, ada: Person, dev: Person, client: Client) -> None:
    asked = sent_request(ada)
    assert 'id="answer"' not in page(client, run_round(by=dev, area=dev.area, at=NOW), asked, helper=helper)


def test_who_waits_no_more_is_told_so(ada: Person, dev: Person, client: Client) -> None:
    asked = sent_request(ada)
    made = run_round(by=dev, area=dev.area, at=NOW)
    withdraw_request(by=ada, request=fresh(asked), at=NOW)
    assert "Not waiting now" in page(client, made, asked)


def test_people_elsewhere_are_neither_asked_about_nor_named(
    ada: Person, dev: Person, south: Area, client: Client
) -> None:
    lou = make_person("Lou", Role.Kind.COORDINATOR)
    asked = sent_request(ada)
    elsewhere = sent_request(make_person("Sasha", area=south), at=NOW - timedelta(days=30))
    helper = active_helper(make_person("Billie", area=south), lou)
    made = run_round(by=lou, area=None, at=NOW)
    html = page(client, made, asked, helper=helper.pk)
    assert "1 helper whom you do not coordinate" in html
    assert [name in html for name in ("Sasha", "Billie", 'id="answer"')] == [False, False, False]
    assert client.get(f"/rounds/{made.pk}/members/{elsewhere.pk}/why-not/").status_code == HTTPStatus.NOT_FOUND
    client.force_login(lou)
    said = card(page(client, made, asked, helper=helper.pk))
    assert "Sasha would lose the place with Billie." in said


def test_who_is_proposed_to_them_is_named_even_where_the_coordinator_does_not_see_them(
    ada: Person, dev: Person, south: Area, client: Client
) -> None:
    """The page of proposals tells the name too; but there is no page of theirs to open."""
    asked = sent_request(ada)
    lou, billie = make_person("Lou", Role.Kind.COORDINATOR), make_person("Billie", area=south)
    active_helper(billie, lou)
    made = run_round(by=lou, area=None, at=NOW)
    html = page(client, made, asked)
    assert "In a round now, Ada would have <strong>Billie</strong>." in html
    assert f"/desk/people/{billie.pk}/" not in html
    made.proposals.all().delete()
    assert "In a round now, Ada would have <strong>a helper elsewhere</strong>." in page(client, made, asked)


def test_no_more_than_twelve_are_named_to_be_asked(ada: Person, dev: Person, client: Client) -> None:
    asked = sent_request(ada)
    for number in range(14):
        active_helper(make_person(f"Bo{number}", area=ada.area), dev)
    Helper.objects.update(places_taken=1)
    html = page(client, run_round(by=dev, area=dev.area, at=NOW), asked)
    assert len(re.findall(r">Ask Bo\d+</a>", html)) == 12
    assert "<li>2 more whom you coordinate</li>" in html
    assert "<h1>Ada: what would open a place?</h1>" in html


def test_a_fixed_number_of_questions(
    ada: Person, ben: Person, dev: Person, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    asked, helper = sent_request(ada), active_helper(ben, dev)
    for rows in (1, 3):
        for number in range(rows):
            active_helper(make_person(f"Bo{rows}{number}", area=dev.area), dev)
            sent_request(make_person(f"Asha{rows}{number}", area=dev.area), at=NOW - timedelta(days=9))
        made = run_round(by=dev, area=dev.area, at=NOW + timedelta(days=rows))
        with django_assert_num_queries(15):
            page(client, made, asked, helper=helper.pk)
