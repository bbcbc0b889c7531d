"""The pages of a caseload: who may open which, what they say, and how many queries they take."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from caseload.operations import ask_for_cover, ask_for_transfer, plan_first
from people.models import Area, Person, RecordRead, Topic
from people.operations import assign, give_consent
from support.operations import propose_budget
from tests.caseload.making import (
    make_agreement,
    make_appointment,
    make_concern,
    make_helper,
    make_request,
    make_round,
    make_undelivered,
    pair,
    propose,
)
from tests.fixtures import NOW, make_person

# Every page: session, user, roles, crisis lines, unread messages.
FRAME = 5
# Areas and topics to filter by, one for each of fourteen sections, the topics of those who wait, and one's lists.
DESK_QUERIES = FRAME + 18
# Areas and topics, the count and the page, and again the topics of those who wait.
SECTION_QUERIES = dict.fromkeys(
    (
        "concerns",
        "follow-ups",
        "proposals",
        "transfers",
        "absences",
        "silent",
        "missed",
        "reviews",
        "budgets",
        "checks",
        "vetting",
        "undelivered",
        "helpers",
    ),
    FRAME + 4,
)
SECTION_QUERIES["waiting"] = FRAME + 5
MEMBER_QUERIES = FRAME + 22
# My offer, whether I asked for cover, my people with their topics, covers, handovers, where I am a companion, whom to
# look in on; offers, hours, appointments, agreements, steps.
MY_PEOPLE_QUERIES = FRAME + 13


@pytest.fixture(autouse=True)
def the_same_day() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def as_(client: Client) -> Callable[[Person], Client]:
    def sign_in(person: Person) -> Client:
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return sign_in


As = Callable[[Person], Client]


def one_of_everything(area: Area, topic: Topic, number: int, dev: Person) -> None:
    """One row for each section of the desk."""

    def person(kind: str, **facts: Any) -> Person:
        return make_person(f"{kind}{number}", area=area, **facts)

    waits = make_request(person("Waits"), topic, days=5)
    assign(carer=dev, person=waits.person, kind="coordinator", at=NOW)
    helper = make_helper(person("Helps"), topic, vetted_until=NOW.date())
    propose(make_round(area), waits, helper)
    make_helper(person("Offers"), topic, state="to_check")
    talks = pair(make_request(person("Talks"), topic, state="paired"), helper, days=30, last=20)
    make_agreement(talks, review_on=NOW.date())
    make_appointment(talks, NOW - timedelta(days=1), state="missed")
    propose_budget(
        by=talks.request.person, pairing=talks, purpose="A bus pass", plan="To the clinic.", pence=6000, at=NOW
    )
    make_concern(person("Worries"), waits.person)
    make_undelivered(person("Misses"))
    plan_first(person=waits.person, at=NOW)
    elsewhere, _ = Area.objects.get_or_create(name="Elsewhere", slug="elsewhere")
    ask_for_transfer(by=dev, person=person("Moves"), to=elsewhere, stays=False, why="Work.", at=NOW)
    day = NOW.date()
    ask_for_cover(by=helper.person, helper=helper, from_on=day, until_on=day, why="leave", words="", at=NOW)


# -- Who may open what


def test_who_may_open_which_page(as_: As, ada: Person, ben: Person, dev: Person) -> None:
    pages = ["/desk/", "/desk/waiting/", f"/desk/people/{ada.pk}/", "/my-people/"]
    assert {person: [as_(person).get(page).status_code for page in pages] for person in (ada, ben, dev)} == {
        ada: [403, 403, 403, 403],
        ben: [403, 403, 404, 200],
        dev: [200, 200, 200, 403],
    }


def test_strangers_are_sent_to_sign_in(client: Client, ada: Person) -> None:
    for page in ["/desk/", "/desk/waiting/", f"/desk/people/{ada.pk}/", "/my-people/"]:
        assert client.get(page).status_code == 302


def test_what_is_not_ones_own_answers_like_what_does_not_exist(as_: As, dev: Person, eve: Person, ben: Person) -> None:
    coordinator = as_(dev)
    pages = [f"/desk/people/{pk}/" for pk in (eve.pk, dev.pk, 99999)] + ["/desk/secrets/"]
    assert [coordinator.get(page).status_code for page in pages] == [404, 404, 404, 404]
    assert as_(ben).get(f"/desk/people/{dev.pk}/").status_code == 404
    assert RecordRead.objects.count() == 0


def test_opening_a_page_is_noted(as_: As, ada: Person, ben: Person, dev: Person) -> None:
    as_(dev).get(f"/desk/people/{ada.pk}/")
    assign(carer=ben, person=ada, kind="adviser", at=NOW)
    as_(ben).get(f"/desk/people/{ada.pk}/")
    assert list(RecordRead.objects.values_list("reader", "person", "why", "at")) == [
        (ben.pk, ada.pk, "as your adviser", NOW),
        (dev.pk, ada.pk, "as your coordinator", NOW),
    ]


# -- What they say


def test_an_empty_desk_says_so(as_: As, dev: Person) -> None:
    page = as_(dev).get("/desk/").content.decode()
    for words in [
        "There are no open concerns.",
        "There is nobody to look in on.",
        "Nobody is waiting.",
        "There is nothing to decide.",
        "Nobody has asked for cover.",
        "Everybody alongside somebody has been in touch.",
        "In the last four weeks everybody met as they wanted to.",
        "No agreement waits for another look.",
        "No budget waits for an answer.",
        "Nobody is waiting for a check.",
        "All checks hold for a month or more.",
        "Every notice was delivered.",
        "No transfer waits for an answer.",
        "There are no advisers or peers yet.",
    ]:
        assert page.count(words) == 1
    assert as_(dev).get("/desk/?word=x").content.decode().count("Nothing here fits what you chose.") == 14


def test_each_row_leads_to_where_one_acts(as_: As, dev: Person, north: Area, anxiety: Topic) -> None:
    one_of_everything(north, anxiety, 1, dev)
    page = as_(dev).get("/desk/").content.decode()
    people = {person.chosen_name: person.pk for person in Person.objects.all()}
    # Whose checks run out today stands among all helpers too, and who is silent may have missed something.
    for name, rows in {"Waits1": 1, "Helps1": 2, "Offers1": 1, "Talks1": 3, "Misses1": 1}.items():
        assert page.count(f'href="/desk/people/{people[name]}/"') == rows
    assert "1 proposal for 1 person" in page
    assert "0 of 3" in page


def test_the_filters_stay_in_the_address(as_: As, dev: Person, north: Area, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("caseload.queries.desk.SHOWN", 1)
    monkeypatch.setattr("caseload.queries.desk.A_PAGE", 1)
    for number in range(3):
        make_request(make_person(f"Kim{number}", area=north), days=number + 1)
    make_request(make_person("Lou", area=north))
    page = as_(dev).get("/desk/?word=kim&area=north").content.decode()
    assert 'href="/desk/waiting/?word=kim&amp;area=north">Show all 3' in page
    assert 'name="word" value="kim"' in page
    section = as_(dev).get("/desk/waiting/?word=kim&area=north&page=2").content.decode()
    assert "Kim1" in section
    assert "Page 2 of 3" in section
    assert 'href="/desk/?word=kim&amp;area=north"' in section


def test_a_filter_nobody_could_have_chosen_narrows_nothing(as_: As, dev: Person, ada: Person) -> None:
    make_request(ada)
    answer = as_(dev).get("/desk/?area=atlantis&topic=nothing&whose=yours&word=" + "x" * 100)
    assert [section.total for section in answer.context["desk"].sections] == [0, 0, 1] + [0] * 11


def test_the_button_for_a_round_offers_only_ones_own_areas(as_: As, dev: Person, north: Area, south: Area) -> None:
    page = as_(dev).get("/desk/").content.decode()
    assert f'<input type="hidden" name="area" value="{north.pk}">' in page
    page = as_(make_person("Fay", "coordinator")).get("/desk/").content.decode()
    assert [f'<option value="{value}">' in page for value in ("", north.pk, south.pk)] == [True, True, True]


def test_what_a_coordinator_reads_of_a_member(as_: As, ada: Person, ben: Person, dev: Person, anxiety: Topic) -> None:
    Person.objects.filter(pk=ada.pk).update(full_name="Ada Archer", ways=["chat"], hours=["mon-morning"])
    request = make_request(
        ada,
        anxiety,
        state="paired",
        story="I cannot sleep.",
        wish_names="Yara",
        avoid_names="Zed",
        wants="either",
        prefers_gender="woman",
    )
    pair(request, make_helper(ben))
    make_concern(ben, ada)
    page = as_(dev).get(f"/desk/people/{ada.pk}/").content.decode()
    for words in [
        "Ada Archer",
        "ada@example.org",
        "I cannot sleep.",
        "Yara",
        "Zed",
        "Monday morning",
        "Messages on this site",
        "Anxiety and worry",
        "There is an open concern",
        "Ben is alongside from now on",
    ]:
        assert words in page, words


def test_what_a_helper_reads_of_a_member(as_: As, ada: Person, ben: Person, cleo: Person, anxiety: Topic) -> None:
    Person.objects.filter(pk=ada.pk).update(full_name="Ada Archer")
    request = make_request(ada, anxiety, state="paired", story="I cannot sleep.", avoid_names="Zed", wish_names="Yara")
    propose(make_round(ada.area), request, make_helper(cleo, kind="peer"), state="declined")
    pairing = pair(request, make_helper(ben))
    make_concern(cleo, ada)
    give_consent(by=ada, purpose="story", at=NOW)
    page = as_(ben).get(f"/desk/people/{ada.pk}/").content.decode()
    for words in ["Anxiety and worry", "I cannot sleep.", "Ben is alongside from now on"]:
        assert words in page, words
    assert f'href="/messages/{pairing.conversation_id}/"' in page
    for words in ["Ada Archer", "ada@example.org", "Yara", "Zed", "concern", "Cleo"]:
        assert words not in page, words


def test_a_coordinator_reads_whom_a_helper_would_like(as_: As, ben: Person, dev: Person) -> None:
    make_helper(ben, wish_names="Yara")
    assert "Yara" in as_(dev).get(f"/desk/people/{ben.pk}/").content.decode()


def test_my_people(as_: As, ada: Person, ben: Person) -> None:
    assert "You are alongside nobody yet" in as_(ben).get("/my-people/").content.decode()
    pairing = pair(make_request(ada, state="paired"), make_helper(ben, capacity=5, places_taken=3), days=3, last=2)
    page = as_(ben).get("/my-people/").content.decode()
    assert "3 of 5" in page
    assert '1<span class="visually-hidden"> unread</span>' in page
    assert f'href="/messages/{pairing.conversation_id}/"' in page
    assert f'href="/desk/people/{ada.pk}/"' in page


def test_my_places_and_a_break(as_: As, ben: Person) -> None:
    helper, mine = make_helper(ben, capacity=5, places_taken=3), as_(ben)
    too_few = mine.post("/my-people/places/", {"capacity": "2"})
    assert too_few.status_code == 422
    assert "You are alongside more people than that now." in too_few.content.decode()
    for address, said in [
        ("places/", {"capacity": "4"}),
        ("pause/", {}),
    ]:
        assert mine.post(f"/my-people/{address}", said)["Location"] == "/my-people/"
    helper.refresh_from_db()
    assert (helper.capacity, helper.state) == (4, "paused")
    assert "Take on people again" in mine.get("/my-people/").content.decode()
    mine.post("/my-people/return/")
    helper.refresh_from_db()
    assert helper.state == "active"


def test_places_of_who_has_not_offered_any(as_: As, ben: Person) -> None:
    mine = as_(ben)
    answers = [mine.post(f"/my-people/{address}/", {"capacity": "2"}) for address in ("places", "pause", "return")]
    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert "You have not offered to help yet" in mine.get("/my-people/").content.decode()


# -- A fixed number of queries, whatever the rows


@pytest.mark.parametrize("rows", [1, 3])
def test_queries_of_the_desk(
    as_: As,
    dev: Person,
    north: Area,
    anxiety: Topic,
    rows: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(rows):
        one_of_everything(north, anxiety, number, dev)
    coordinator = as_(dev)
    with django_assert_num_queries(DESK_QUERIES):
        answer = coordinator.get("/desk/")
    assert [section.total for section in answer.context["desk"].sections] == [rows] * 14
    with django_assert_num_queries(DESK_QUERIES):
        coordinator.get("/desk/?area=north&whose=mine&word=a&topic=anxiety")


@pytest.mark.parametrize("rows", [1, 3])
def test_queries_of_each_section(
    as_: As,
    dev: Person,
    north: Area,
    anxiety: Topic,
    rows: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(rows):
        one_of_everything(north, anxiety, number, dev)
    coordinator = as_(dev)
    for slug, queries in SECTION_QUERIES.items():
        with django_assert_num_queries(queries):
            answer = coordinator.get(f"/desk/{slug}/")
        assert len(answer.context["section"].page.object_list) == rows


@pytest.mark.parametrize("rows", [1, 3])
def test_queries_of_a_record(
    as_: As,
    dev: Person,
    ada: Person,
    ben: Person,
    rows: int,
    anxiety: Topic,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """Ada has asked, has been offered helpers, has had some alongside, and helps others herself."""
    request, helper = make_request(ada, anxiety, state="paired", days=9), make_helper(ada, anxiety, kind="peer")
    for number in range(rows):
        one = make_person(f"Kit{number}", area=ada.area)
        ended = pair(request, make_helper(one), days=5)
        type(ended).objects.filter(pk=ended.pk).update(state="ended", ended_at=NOW)
        pair(make_request(one, state="paired"), helper)
    for number in range(rows):
        other = make_helper(make_person(f"Lee{number}", area=ada.area))
        propose(make_round(ada.area), request, other, position=number + 1)
    coordinator = as_(dev)
    with django_assert_num_queries(MEMBER_QUERIES):
        coordinator.get(f"/desk/people/{ada.pk}/")


@pytest.mark.parametrize("rows", [1, 3])
def test_queries_of_my_people(
    as_: As,
    ben: Person,
    north: Area,
    anxiety: Topic,
    rows: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    helper = make_helper(ben)
    for number in range(rows):
        pair(make_request(make_person(f"Kit{number}", area=north), anxiety, state="paired"), helper, days=3, last=2)
    adviser = as_(ben)
    with django_assert_num_queries(MY_PEOPLE_QUERIES):
        adviser.get("/my-people/")


def test_whoever_keeps_people_safe_comes_to_the_notes_from_a_concern(as_: As, ada: Person, ben: Person) -> None:
    concern = make_concern(ben, ada)
    page = as_(make_person("Lena", "safeguarding_lead")).get(f"/safety/concerns/{concern.pk}/").content.decode()
    assert f'<a href="/desk/people/{ada.pk}/notes/">Notes about Ada</a>' in page
