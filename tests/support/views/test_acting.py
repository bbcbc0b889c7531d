"""The pages on which somebody acts in a member's name."""

import re
from collections.abc import Iterator

import pytest
import time_machine

from matching.models import Pairing
from people.models import Person, Role
from people.operations import let_act
from support.models import Appointment, Step
from tests.fixtures import NOW, As, CountQueries, make_person
from tests.support.making import goal_of_both
from tests.support.meeting import NEXT_MONDAY, booked, keeps_hours, on


@pytest.fixture(autouse=True)
def sunday() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def olwen(ada: Person) -> Person:
    """Olwen may book for Ada, and take steps."""
    olwen = make_person("Olwen", Role.Kind.ADVISER)
    let_act(holder=olwen, person=ada, acts=["appointments", "steps"], at=NOW)
    return olwen


def test_from_the_page_of_what_one_may_to_a_booked_time_and_back(
    pairing: Pairing, ada: Person, ben: Person, olwen: Person, signed_in_as: As
) -> None:
    keeps_hours(ben, "in_person", place="The library")
    olwens, adas = signed_in_as(olwen), signed_in_as(ada)
    page = olwens.get(f"/together/for/{ada.pk}/").content.decode()
    assert "Nothing is booked." in page
    assert f'href="/together/{pairing.pk}/times/"' in page
    times = olwens.get(f"/together/{pairing.pk}/times/?week={NEXT_MONDAY}").content.decode()
    [first] = re.findall(r'href="(/together/\d+/appointments/new/[^"]*begins=[^"]*)"', times)[:1]
    asked = olwens.get(first.replace("&amp;", "&")).content.decode()
    assert "Ada and Ben are told that it was you" in asked
    assert "The library" not in asked
    said = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', asked))
    answer = olwens.post(f"/together/{pairing.pk}/appointments/new/", said, follow=True).content.decode()
    assert "It is done in the name of Ada, and both are told." in answer
    assert "Only the two of them read that" in answer
    made = Appointment.objects.get()
    path = f"/together/appointments/{made.pk}/"
    for page in (path, "/together/appointments/", f"/together/{pairing.pk}/"):
        assert "by Olwen for Ada" in adas.get(page).content.decode()
    assert "The library" in adas.get(path).content.decode()
    assert olwens.get(f"{path}cancellation/").status_code == 200
    # What is taken back is closed with the next request.
    let_act(holder=olwen, person=ada, acts=[], at=NOW)
    for page in (path, f"{path}cancellation/", f"{path}times/", f"/together/for/{ada.pk}/"):
        assert olwens.get(page).status_code == 404
    assert olwens.get(f"/together/{pairing.pk}/times/").status_code == 404
    assert olwens.post(f"{path}cancellation/", {"revision": 0}).status_code == 404


def test_what_stays_with_the_two(pairing: Pairing, ada: Person, ben: Person, olwen: Person, signed_in_as: As) -> None:
    made = booked(pairing, on(NEXT_MONDAY, 9))
    client = signed_in_as(olwen)
    own = f"/together/appointments/{made.pk}/"
    for path in (
        f"/together/{pairing.pk}/",
        f"/together/{pairing.pk}/goals/",
        f"{own}where/",
        f"{own}appointment.ics",
    ):
        assert client.get(path).status_code == 404
    assert client.post(f"{own}how-it-went/", {"took_place": "yes"}).status_code == 404
    # Nor is it among one's own.
    assert "Ada" not in client.get("/together/appointments/").content.decode()


def test_steps_on_the_page_of_the_goal(pairing: Pairing, ada: Person, olwen: Person, signed_in_as: As) -> None:
    goal = goal_of_both(pairing)
    olwens = signed_in_as(olwen)
    assert "To the shop alone" in olwens.get(f"/together/for/{ada.pk}/").content.decode()
    olwens.post(f"/together/goals/{goal.pk}/steps/", {"words": "To the door", "whose": "member"})
    step = Step.objects.get()
    page = olwens.get(f"/together/goals/{goal.pk}/").content.decode()
    assert (f"/together/steps/{step.pk}/state/" in page, f'/together/steps/{step.pk}/"' in page) == (True, False)
    olwens.post(f"/together/steps/{step.pk}/state/", {"state": "done"})
    assert "(Olwen for Ada)" in signed_in_as(ada).get(f"/together/goals/{goal.pk}/").content.decode()
    let_act(holder=olwen, person=ada, acts=["appointments"], at=NOW)
    assert olwens.get(f"/together/goals/{goal.pk}/").status_code == 404
    assert olwens.post(f"/together/steps/{step.pk}/state/", {"state": "open"}).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_more_rows_need_no_more_queries(
    count: int, pairing: Pairing, ada: Person, olwen: Person, signed_in_as: As, count_queries: CountQueries
) -> None:
    for number in range(count):
        booked(pairing, on(NEXT_MONDAY, 9 + number))
        goal_of_both(pairing, f"Goal {number}")
    assert count_queries(signed_in_as(olwen), f"/together/for/{ada.pk}/") == 13
