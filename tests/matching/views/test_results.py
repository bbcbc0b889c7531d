"""The page of a round that is done: a summary, pictures beside their tables, proposals, who could not be placed."""

import re
from datetime import timedelta
from http import HTTPStatus

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from matching.models import Round
from matching.operations import approve_proposal, run_round, set_aside_all, start_round
from people.models import Area, Person, Role
from tests.fixtures import NOW, make_person
from tests.matching.making import active_helper, proposed, sent_request


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == HTTPStatus.OK
    return " ".join(answer.content.decode().split())


def table(html: str, name: str) -> list[list[str]]:
    """The rows of the table with this name, without marks."""
    [found] = re.findall(rf'aria-label="{name}" tabindex="0">(.*?)</table>', html)
    rows = re.findall(r"<tr>(.*?)</tr>", found)
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in rows]
    return [[re.sub(r"<[^>]*>", "", cell).strip() for cell in row] for row in cells]


@pytest.fixture(autouse=True)
def at_the_desk(dev: Person, client: Client) -> None:
    client.force_login(dev)


@pytest.fixture
def made(ada: Person, ben: Person, dev: Person) -> Round:
    """Ada has Ben, and there was no place for Asha."""
    sent_request(ada, at=NOW - timedelta(days=90))
    sent_request(make_person("Asha", area=ada.area))
    active_helper(ben, dev)
    return run_round(by=dev, area=dev.area, at=NOW)


def test_the_summary_comes_first(made: Round, client: Client) -> None:
    html = page(client, f"/rounds/{made.pk}/")
    figures = re.findall(r'class="figure__number">(.*?)</span> (.*?)</p>', html)
    assert figures == [
        ("1 of 2", "have a place proposed"),
        (made.proposals.get().get_fit_display().removesuffix(" fit"), "is the fit of the worst-off"),
        ("1", "proposal to decide"),
        (str(made.blocking_pairs), "pairs would rather swap"),
    ]


def test_from_here_one_decides_tries_out_and_sees_who_is_left(made: Round, client: Client) -> None:
    html = page(client, f"/rounds/{made.pk}/")
    [actions] = re.findall(r'<div class="actions">(.*?)</div>', html)
    assert re.findall(r'href="(.*?)">(.*?)<', actions) == [
        (f"/rounds/{made.pk}/proposals/", "Decide on 1 proposal"),
        (f"/rounds/{made.pk}/what-if/", "What if"),
        (f"/rounds/{made.pk}/not-placed/", "Not placed"),
    ]


def test_each_picture_says_its_finding_and_has_a_table_with_its_numbers(made: Round, client: Client) -> None:
    html = page(client, f"/rounds/{made.pk}/")
    pictures = dict(re.findall(r'<img class="picture" src="(.*?)" alt="(.*?)"', html))
    assert pictures == {
        f"/rounds/{made.pk}/pictures/coverage.svg": (
            "1 of 2 people have a place. Without one: places are taken for 1."
        ),
        f"/rounds/{made.pk}/pictures/load.svg": ("1 new person among 1 helper; 1 of them is full after this round."),
        f"/rounds/{made.pk}/pictures/fit.svg": "The fit is very good for everybody who has a place.",
    }
    assert table(html, "Who has a place, and why others have none") == [
        ["What became of them", "People"],
        ["Placed", "1"],
        ["Places are taken", "1"],
    ]
    assert table(html, "People each helper had, .*?")[1:] == [["Ben", "0", "1", "0", "1"]]
    assert table(html, "How many people fit how well")[1] == ["Very good", "1"]


def test_how_it_was_made_and_what_is_proven(made: Round, client: Client) -> None:
    html = page(client, f"/rounds/{made.pk}/")
    said = {
        words: re.sub(r"<[^>]*>", "", value).strip()
        for words, value in re.findall(r"<dt>(.*?)</dt> <dd>(.*?)</dd>", html)
    }
    assert said["Started by"] == "Dev"
    assert said["What came first"] == "Fair to the worst-off"
    assert said["Weights"] == made.configuration.version
    assert said["Is there a better plan?"].startswith("No. It is proven that no plan places more people")
    assert said["Fingerprint"] == made.problem_hash


def test_a_round_for_nobody_has_nothing_to_show(dev: Person, client: Client) -> None:
    made = run_round(by=dev, area=dev.area, at=NOW)
    html = page(client, f"/rounds/{made.pk}/")
    assert "Nobody was waiting." in html
    assert "<img" not in html


@pytest.fixture
def sixteen(dev: Person) -> Round:
    """Eight women and eight men of one age and one area."""
    for number in range(16):
        sent_request(make_person(f"Ada{number}", area=dev.area, gender=("woman", "man")[number % 2]))
    return run_round(by=dev, area=dev.area, at=NOW)


@pytest.mark.parametrize("name", ["coverage", "load", "fit", "gender"])
def test_a_picture_is_an_image_in_which_nothing_can_run(name: str, sixteen: Round, client: Client) -> None:
    answer = client.get(f"/rounds/{sixteen.pk}/pictures/{name}.svg")
    assert answer["Content-Type"] == "image/svg+xml"
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "style-src 'unsafe-inline'" in policy
    assert answer.content.startswith(b"<?xml")


@pytest.mark.parametrize("name", ["age_group", "area", "names"])
def test_there_is_no_picture_of_one_group_or_by_another_name(name: str, sixteen: Round, client: Client) -> None:
    assert client.get(f"/rounds/{sixteen.pk}/pictures/{name}.svg").status_code == HTTPStatus.NOT_FOUND


def test_groups_are_compared_beside_their_picture(sixteen: Round, client: Client) -> None:
    html = page(client, f"/rounds/{sixteen.pk}/")
    assert table(html, "Who has a place and how well they fit, by gender")[1:] == [
        ["Woman", "0 of 8", "0%", "None"],
        ["Man", "0 of 8", "0%", "None"],
    ]
    assert "Every group is placed equally often: 0%." in html
    assert "By area" not in html


def test_before_a_round_is_done_there_is_nothing_to_show(dev: Person, client: Client) -> None:
    started = start_round(by=dev, area=dev.area, at=NOW)
    for rest in ("pictures/coverage.svg", "proposals/", "not-placed/", "what-if/"):
        assert client.get(f"/rounds/{started.pk}/{rest}").status_code == HTTPStatus.NOT_FOUND


def test_proposals_to_decide_and_all_of_them(made: Round, dev: Person, client: Client) -> None:
    html = page(client, f"/rounds/{made.pk}/proposals/")
    assert "1 proposal is still to decide." in html
    assert html.count("Approve<") == 1
    set_aside_all(by=dev, round=made, at=NOW)
    assert "Nothing to decide" in page(client, f"/rounds/{made.pk}/proposals/")
    assert "Put back<" in page(client, f"/rounds/{made.pk}/proposals/?all")


def test_deciding_leads_back_to_the_proposals(ada: Person, ben: Person, dev: Person, client: Client) -> None:
    sent_request(ada)
    active_helper(ben, dev)
    [proposal] = proposed(dev, ada)
    answer = client.post(f"/proposals/{proposal.pk}/approval/")
    assert answer.headers["Location"] == f"/rounds/{proposal.round_id}/proposals/"


def test_why_not_is_asked_only_while_somebody_waits(made: Round, dev: Person, client: Client) -> None:
    address = f"/rounds/{made.pk}/proposals/?all"
    assert "Why not someone else" in page(client, address)
    for proposal in made.proposals.all():
        approve_proposal(by=dev, proposal=proposal, at=NOW)
    assert "Why not someone else" not in page(client, address)


def test_who_could_not_be_placed_and_why(made: Round, client: Client) -> None:
    html = page(client, f"/rounds/{made.pk}/not-placed/")
    left = made.unplaced.get()
    assert "1 person keeps their place in the queue." in html
    assert "1 helper would fit, but all their places went to others." in html
    assert f'href="/rounds/{made.pk}/members/{left.request_id}/why-not/"' in html


def test_everybody_placed_is_told_so(ada: Person, ben: Person, dev: Person, client: Client) -> None:
    sent_request(ada)
    active_helper(ben, dev)
    made = run_round(by=dev, area=dev.area, at=NOW)
    assert "Everybody you coordinate has a place proposed." in page(client, f"/rounds/{made.pk}/not-placed/")
    assert "not-placed" not in page(client, f"/rounds/{made.pk}/")


def test_people_elsewhere_are_counted_and_not_named(ada: Person, dev: Person, south: Area, client: Client) -> None:
    lou = make_person("Lou", Role.Kind.COORDINATOR)
    sent_request(ada)
    sent_request(make_person("Sasha", area=south))
    active_helper(make_person("Billie", area=south), lou)
    made = run_round(by=lou, area=None, at=NOW)
    result, left = page(client, f"/rounds/{made.pk}/"), page(client, f"/rounds/{made.pk}/not-placed/")
    assert "1 of 2</span> have a place" in result
    assert table(result, "People each helper had, .*?")[1:] == [["1 other", "0", "1", "0", "1"]]
    assert [name in result + left for name in ("Sasha", "Billie")] == [False, False]


@pytest.mark.parametrize(
    ("rest", "queries"), [("", 13), ("proposals/", 11), ("not-placed/", 7), ("pictures/load.svg", 7)]
)
def test_pages_ask_a_fixed_number_of_questions(
    rest: str, queries: int, dev: Person, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for rows in (1, 3):
        for number in range(rows):
            active_helper(make_person(f"Bo{rows}{number}", area=dev.area), dev)
            for name in ("Ada", "Asha"):
                sent_request(make_person(f"{name}{rows}{number}", area=dev.area))
        made = run_round(by=dev, area=dev.area, at=NOW + timedelta(days=rows))
        with django_assert_num_queries(queries):
            assert client.get(f"/rounds/{made.pk}/{rest}").status_code == HTTPStatus.OK
