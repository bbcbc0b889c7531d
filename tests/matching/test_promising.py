"""What is promised to whoever asks: by area, for those who ask from then on, and told once when it passes."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from matching.machines import REQUEST
from matching.models import Request
from matching.operations import change_promise, end_pairing, run_round, tell_of_promises_passed
from matching.operations.promising import NotYourPromise
from matching.queries import promises_for
from messaging.models import Notice
from people.models import Area, Person, Role
from people.operations import add_area, move
from tests.fixtures import NOW, As, make_person
from tests.matching.making import fresh, paired, sent_request

TODAY = NOW.date()


def told(person: Person) -> int:
    return Notice.objects.filter(person=person, subject__in=[NOBODY_YET, TOO_LONG]).count()


NOBODY_YET = "There is nobody for you yet"
TOO_LONG = "Somebody waits longer than was promised"


def in_days(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.fixture
def lou(db: None) -> Person:
    """Lou coordinates everywhere."""
    return make_person("Lou", Role.Kind.COORDINATOR)


@pytest.fixture
def upper(lou: Person, north: Area) -> Area:
    return add_area(by=lou, name="Upper North", below=north)


def test_four_weeks_where_nobody_has_said_anything(ada: Person) -> None:
    assert sent_request(ada).promised_on == in_days(28)


def test_the_nearest_area_that_says_so_and_its_latest_word(lou: Person, north: Area, upper: Area, south: Area) -> None:
    change_promise(by=lou, area=north, days=30, at=NOW)
    change_promise(by=lou, area=north, days=20, at=NOW)
    kim, kit = make_person("Kim", area=upper), make_person("Kit", area=south)
    assert (sent_request(kim).promised_on, sent_request(kit).promised_on) == (in_days(20), in_days(28))
    change_promise(by=lou, area=upper, days=5, at=NOW)
    assert sent_request(make_person("Kay", area=upper)).promised_on == in_days(5)
    assert {str(one.area): (one.days, one.is_its_own) for one in promises_for(lou)} == {
        "North": (20, True),
        "South": (28, False),
        "Upper North": (5, True),
    }


def test_what_was_promised_stays_promised(ada: Person, dev: Person, north: Area) -> None:
    request = sent_request(ada)
    change_promise(by=dev, area=north, days=3, at=NOW)
    assert fresh(request).promised_on == in_days(28)


def test_only_who_coordinates_the_area_says_it(ada: Person, dev: Person, south: Area) -> None:
    for person in (ada, dev):
        with pytest.raises(NotYourPromise):
            change_promise(by=person, area=south, days=3, at=NOW)


@pytest.mark.parametrize("days", [0, 366])
def test_no_promise_that_means_nothing(dev: Person, north: Area, days: int) -> None:
    with pytest.raises(ValidationError):
        change_promise(by=dev, area=north, days=days, at=NOW)


def test_when_the_day_has_passed_both_sides_hear_of_it_once(ada: Person, dev: Person) -> None:
    sent_request(ada)
    tell_of_promises_passed(at=NOW + timedelta(days=28))
    assert (told(ada), told(dev)) == (0, 0)
    for day in (29, 30):
        tell_of_promises_passed(at=NOW + timedelta(days=day))
    assert (told(ada), told(dev)) == (1, 1)


def test_whoever_waits_again_is_promised_anew(ada: Person, ben: Person, dev: Person) -> None:
    pairing = paired(ada, ben, dev)
    Request.objects.update(told_late_at=NOW)
    later = NOW + timedelta(days=40)
    end_pairing(by=ben, pairing=fresh(pairing), look_again=True, at=later)
    now = fresh(pairing.request)
    assert (now.promised_on, now.told_late_at) == ((later + timedelta(days=28)).date(), None)


def test_whoever_can_choose_waits_for_nothing(ada: Person, ben: Person, dev: Person) -> None:
    Request.objects.filter(pk=sent_request(ada).pk).update(state="choosing")
    tell_of_promises_passed(at=NOW + timedelta(days=40))
    assert told(ada) == 0


def test_the_desk_says_by_when_and_why_not_yet(ada: Person, dev: Person, signed_in_as: As) -> None:
    sent_request(ada, at=NOW - timedelta(days=60))
    run_round(by=dev, area=dev.area, at=NOW)
    page = signed_in_as(dev).get("/desk/waiting/").content.decode()
    assert "No helper at all" in page
    assert f'<span class="tag tag--urgent">{in_days(-32):%-d %B}</span>' in page


def test_why_of_an_earlier_time_is_not_told(ada: Person, dev: Person, signed_in_as: As) -> None:
    """Since that round she has had somebody, and waits anew."""
    request = sent_request(ada, at=NOW - timedelta(days=60))
    run_round(by=dev, area=dev.area, at=NOW - timedelta(days=50))
    for state in ("choosing", "paired", "waiting"):
        move(fresh(request), state, machine=REQUEST, by=None, at=NOW - timedelta(days=2), about=ada)
    assert "No helper at all" not in signed_in_as(dev).get("/desk/waiting/").content.decode()


def test_changing_it_on_its_page(dev: Person, ada: Person, north: Area, signed_in_as: As) -> None:
    desk = signed_in_as(dev)
    answer = desk.post(f"/promises/{north.pk}/", {"days": "0"})
    assert "Promise one day or more." in answer.content.decode()
    desk.post(f"/promises/{north.pk}/", {"days": "7"})
    assert "7 days" in desk.get("/promises/").content.decode()
    request = sent_request(ada)
    assert (
        f"by {request.promised_on:%-d %B} you can choose somebody"
        in signed_in_as(ada).get("/request/").content.decode()
    )
