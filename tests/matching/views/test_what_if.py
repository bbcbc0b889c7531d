"""Trying out what would be otherwise: figures side by side, who would have somebody else, and nothing written."""

import re
from datetime import timedelta
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from matching.models import Helper, Round
from matching.operations import pause_help, run_round
from people.models import Area, Person, Role
from people.operations import change_profile
from people.vocabulary import AgeGroup
from tests.fixtures import NOW, make_person
from tests.matching.making import active_helper, fresh, sent_request


@pytest.fixture(autouse=True)
def at_the_desk(dev: Person, client: Client) -> None:
    client.force_login(dev)


@pytest.fixture
def helper(ben: Person, dev: Person) -> Helper:
    return active_helper(ben, dev)


@pytest.fixture
def made(ada: Person, helper: Helper, dev: Person) -> Round:
    """Ada, who waits longer, has Ben; there was no place for Asha."""
    sent_request(ada, at=NOW - timedelta(days=90))
    sent_request(make_person("Asha", area=ada.area))
    return run_round(by=dev, area=dev.area, at=NOW)


def supposed(made: Round, *suppositions: dict[str, Any]) -> str:
    """The address that compares these."""
    return f"/rounds/{made.pk}/what-if/?" + urlencode([("with", urlencode(one)) for one in suppositions])


def ask(client: Client, made: Round, **said: Any) -> Any:
    """Press the button of one question."""
    return client.get(f"/rounds/{made.pk}/what-if/", said)


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == HTTPStatus.OK
    return " ".join(answer.content.decode().split())


def lines(html: str) -> dict[str, list[str]]:
    """The table: what each line is about, and its cells without marks."""
    rows = re.findall(r"<tr> <th scope=\"row\">(.*?)</th>(.*?)</tr>", html)
    found = {words: re.findall(r"<td[^>]*>(.*?)</td>", cells) for words, cells in rows}
    return {words: [re.sub(r"<[^>]*>", "", cell).strip() for cell in cells] for words, cells in found.items()}


def test_at_first_there_is_nothing_to_compare(made: Round, client: Client) -> None:
    html = page(client, f"/rounds/{made.pk}/what-if/")
    assert "Nothing to compare yet" in html
    assert "2 people wait" in html
    assert re.findall(r"<h3>(.*?)</h3>", html) == [
        "Somebody has more places, or fewer",
        "One more helper",
        "Something counts more, or less",
        "Only helpers who speak a language",
        "Something else comes first",
    ]


def test_a_question_leads_to_an_address_that_holds_it(made: Round, helper: Helper, client: Client) -> None:
    first = {"change": "places", "who": helper.pk, "places": 2}
    answer = ask(client, made, **first)
    assert answer.status_code == HTTPStatus.FOUND
    assert answer.headers["Location"] == supposed(made, first)
    second = {"change": "aim", "order": "best"}
    answer = ask(client, made, **second, **{"with": urlencode(first)})
    assert answer.headers["Location"] == supposed(made, first, second)


def test_more_places(made: Round, helper: Helper, client: Client) -> None:
    html = page(client, supposed(made, {"change": "places", "who": helper.pk, "places": 2}))
    assert "1. Ben with 2 places instead of 1" in html
    found = lines(html)
    assert found["People with a place, of 2"] == ["1", "2 +1"]
    assert found["Fewest and most with one helper"] == ["1 to 1", "2 to 2"]
    assert found["People who would have somebody else"] == ["", "1"]
    assert ">Asha</a> would have Ben, and has nobody now." in html
    assert ">Ask Ben</a>" in html


def test_fewer_places(made: Round, helper: Helper, client: Client) -> None:
    html = page(client, supposed(made, {"change": "places", "who": helper.pk, "places": 0}))
    assert lines(html)["People with a place, of 2"] == ["1", "0 −1"]
    assert lines(html)["Least good fit"][1] == "Nobody"
    assert ">Ada</a> would have nobody, instead of Ben." in html


def test_groups_have_lines_where_there_are_two_of_them(made: Round, helper: Helper, client: Client) -> None:
    """Nobody told their gender, and all are in one area: that line would only say again what the first one says."""
    for number in range(16):
        sent_request(make_person(f"Asha{number}", area=made.area))
    young = Person.objects.filter(chosen_name__in=[f"Asha{number}" for number in range(8)])
    Person.objects.update(age_group=AgeGroup.ADULT)
    young.update(age_group=AgeGroup.UNDER_18)
    html = page(client, supposed(made, {"change": "places", "who": helper.pk, "places": 0}))
    told = {words: cells for words, cells in lines(html).items() if words.startswith("Placed, ")}
    assert told == {"Placed, age: 26 to 64": ["10%", "0% −10"]}


def test_places_that_are_taken_stay_taken(made: Round, helper: Helper, client: Client) -> None:
    Helper.objects.update(capacity=2, places_taken=1)
    html = page(client, supposed(made, {"change": "places", "who": helper.pk, "places": 2}))
    assert lines(html)["People with a place, of 2"] == ["1", "1"]


def test_one_more_helper_like_somebody(made: Round, helper: Helper, client: Client) -> None:
    html = page(client, supposed(made, {"change": "helper", "like": helper.pk, "language": "cy", "places": 1}))
    assert "1. One more helper like Ben, who speaks Welsh, with 1 place" in html
    assert lines(html)["People with a place, of 2"] == ["1", "2 +1"]
    assert "the new helper" in html
    assert Helper.objects.count() == 1


def test_one_more_helper_who_is_like_nobody(made: Round, client: Client) -> None:
    said = {"change": "helper", "topic": "anxiety", "area": "north", "places": 3}
    html = page(client, supposed(made, said, {**said, "topic": "debt"}))
    assert "1. One more helper who knows about Anxiety and worry, in North, with 3 places" in html
    assert lines(html)["People with a place, of 2"] == ["1", "2 +1", "1"]
    assert "Everybody would have the same person as now." in html


def test_only_helpers_who_speak_a_language(made: Round, ben: Person, client: Client) -> None:
    change_profile(by=ben, facts={"languages": ["en", "cy"]})
    html = page(client, supposed(made, {"change": "language", "language": "cy"}))
    assert lines(html)["People with a place, of 2"] == ["1", "1"]
    change_profile(by=ben, facts={"languages": ["en"]})
    assert "cannot be worked out any more" in page(client, supposed(made, {"change": "language", "language": "cy"}))


@pytest.mark.parametrize(
    ("part", "points", "words"),
    [
        ("topics", 0, "1. Topics with 0 points instead of 400"),
        ("place", 1000, "1. Area with 1000 points instead of 40"),
    ],
)
def test_other_weights(
    part: str, points: int, words: str, ada: Person, ben: Person, dev: Person, south: Area, client: Client
) -> None:
    """Ben lives where Ada does and knows about half of what she asks for; somebody elsewhere knows about all of it."""
    sent_request(ada, "anxiety", "debt")
    active_helper(ben, dev)
    lou = make_person("Lou", Role.Kind.COORDINATOR)
    active_helper(make_person("Billie", area=south), lou, "anxiety", "debt")
    made = run_round(by=dev, area=dev.area, at=NOW)
    html = page(client, supposed(made, {"change": "weight", "part": part, "points": points}))
    assert words in html
    assert ">Ada</a> would have Ben instead of a helper elsewhere." in html
    # Measured as now, because points of other weights cannot be compared.
    assert re.fullmatch(r"\d+ −\d+", lines(html)["All points together"][1])
    assert 'href="/weights/"' in html


def test_something_else_comes_first(ada: Person, ben: Person, cleo: Person, dev: Person, client: Client) -> None:
    """Ben is best for Ada and the only one for Asha; Ada could have Cleo, but would rather have Ben, and he her."""
    sent_request(ada, "anxiety", "debt", at=NOW - timedelta(days=90))
    sent_request(make_person("Asha", area=ada.area), "anxiety")
    active_helper(ben, dev, "anxiety", "debt")
    active_helper(cleo, dev, "debt")
    made = run_round(by=dev, area=dev.area, at=NOW)
    html = page(client, supposed(made, {"change": "aim", "order": "stable"}))
    assert "1. No pair would rather swap" in html
    assert lines(html)["People with a place, of 2"] == ["2", "1 −1"]
    assert ">Asha</a> would have nobody, instead of Ben." in html
    assert ">Ada</a> would have Ben instead of Cleo." in html


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"change": "places"}, ["Choose somebody.", "Give a number, those taken now included."]),
        ({"change": "helper", "places": 1}, ["Choose somebody they are like, or a topic they know about."]),
        ({"change": "helper", "topic": "anxiety", "places": 0}, ["Ensure this value is greater than or equal to 1."]),
        ({"change": "weight", "part": "topics", "points": 1001}, ["Ensure this value is less than or equal to 1000."]),
        ({"change": "weight", "points": 5}, ["Choose what counts otherwise."]),
        ({"change": "language"}, ["Choose a language."]),
        ({"change": "aim"}, ["Choose what comes first."]),
        # It comes first already.
        ({"change": "aim", "order": "fair"}, ["Select a valid choice. fair is not one of the available choices."]),
    ],
)
def test_what_is_missing_is_said_beside_its_field(
    said: dict[str, Any], words: list[str], made: Round, client: Client
) -> None:
    answer = ask(client, made, **said)
    html = " ".join(answer.content.decode().split())
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    [summary] = re.findall(r'role="alert"(.*?)</div>', html)
    assert re.findall(r'<a href="#.*?">(.*?)</a>', summary) == words
    # The question is open, and the link leads to its field.
    assert html.count('<details class="card question-card" open>') == 1
    assert all(f'id="{name}"' in html for name in re.findall(r'href="#(.*?)"', summary))


def test_no_fewer_places_than_are_taken(made: Round, helper: Helper, client: Client) -> None:
    Helper.objects.update(capacity=3, places_taken=2)
    answer = ask(client, made, change="places", who=helper.pk, places=1)
    assert "Ben has 2 places taken already." in answer.content.decode()


def test_what_cannot_be_worked_out_any_more_is_left_out(
    made: Round, helper: Helper, ben: Person, client: Client
) -> None:
    pause_help(by=ben, helper=fresh(helper), at=NOW)
    address = supposed(made, {"change": "places", "who": helper.pk, "places": 2}, {"change": "aim", "order": "best"})
    html = page(client, address)
    assert "1 of what you tried cannot be worked out any more" in html
    assert "1. Best total" in html


@pytest.mark.parametrize("nonsense", ["", "x", "change=", "change=nothing", "change=places&who=x&places=y", "%00"])
def test_nonsense_in_the_address_is_left_out(nonsense: str, made: Round, client: Client) -> None:
    answer = client.get(f"/rounds/{made.pk}/what-if/", {"with": nonsense, "change": "nothing"})
    assert answer.status_code == HTTPStatus.OK
    assert "Nothing to compare yet" in answer.content.decode()


def test_three_are_compared_and_each_can_be_removed(made: Round, helper: Helper, client: Client) -> None:
    three = [{"change": "places", "who": helper.pk, "places": number} for number in (2, 3, 4)]
    html = page(client, supposed(made, *three, {"change": "aim", "order": "best"}))
    assert lines(html)["People with a place, of 2"] == ["1", "2 +1", "2 +1", "2 +1"]
    assert "Remove one to compare with another." in html
    assert '<form class="form" method="get"' not in html
    removes = re.findall(r'href="\?(.*?)">Remove<', html.replace("&amp;", "&"))
    others = [[one for one in three if one != without] for without in three]
    assert removes == [urlencode([("with", urlencode(one)) for one in rest]) for rest in others]


def test_nothing_is_written(made: Round, helper: Helper, client: Client, dev: Person) -> None:
    before = [list(model.objects.values()) for model in (Helper, Round)]
    page(
        client, supposed(made, {"change": "places", "who": helper.pk, "places": 2}, {"change": "aim", "order": "best"})
    )
    assert [list(model.objects.values()) for model in (Helper, Round)] == before


def test_people_elsewhere_are_counted_and_not_named(ada: Person, dev: Person, south: Area, client: Client) -> None:
    """Ada of the north and Sasha of the south wait; both helpers are of the south, which is not Dev's."""
    lou = make_person("Lou", Role.Kind.COORDINATOR)
    sent_request(ada, at=NOW - timedelta(days=90))
    sent_request(make_person("Sasha", area=south))
    active_helper(make_person("Billie", area=south), lou)
    made = run_round(by=lou, area=None, at=NOW)
    html = page(client, supposed(made, {"change": "helper", "topic": "anxiety", "places": 2}))
    assert lines(html)["People with a place, of 2"] == ["1", "2 +1"]
    assert [name in html for name in ("Sasha", "Billie")] == [False, False]
    assert "1 person whom you do not coordinate would have somebody else" in html


def test_a_fixed_number_of_questions(
    dev: Person, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for rows in (1, 3):
        for number in range(rows):
            active_helper(make_person(f"Bo{rows}{number}", area=dev.area), dev)
            for name in ("Ada", "Asha"):
                sent_request(make_person(f"{name}{rows}{number}", area=dev.area))
        made = run_round(by=dev, area=dev.area, at=NOW + timedelta(days=rows))
        address = supposed(made, {"change": "helper", "topic": "anxiety", "places": 2})
        with django_assert_num_queries(17):
            page(client, address)
