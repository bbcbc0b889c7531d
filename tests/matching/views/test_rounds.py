"""A coordinator's pages of rounds: start one, see how far it is, cancel it, publish it, check it again."""

import json
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from matching.models import Configuration, Proposal, Publication, Round, RoundRecord
from matching.operations import change_weights, pause_help, run_round, start_publication, start_round
from people.models import Area, Person, Role
from people.operations import change_profile
from tests.fixtures import NOW, make_person
from tests.matching.making import active_helper, fresh, sent_request, when_a_job_says

Worker = Callable[[], AbstractContextManager[Any]]


@pytest.fixture
def worker(django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Worker:
    """Inside it, a worker does at once what is handed over after the commit."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture(autouse=True)
def waiting(ada: Person, ben: Person, dev: Person, client: Client) -> None:
    """Ada waits, Ben has a place, and Dev is at his desk."""
    sent_request(ada)
    active_helper(ben, dev)
    client.force_login(dev)


@pytest.fixture
def lou(db: None) -> Person:
    """Lou coordinates everywhere."""
    return make_person("Lou", Role.Kind.COORDINATOR)


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == HTTPStatus.OK
    return " ".join(answer.content.decode().split())


def start(client: Client, area: Area | None, **said: object) -> Any:
    return client.post("/rounds/new/", {"area": area.pk if area else "", "order": "fair", **said})


def test_a_round_is_started_and_done_by_a_worker(client: Client, north: Area, worker: Worker) -> None:
    with worker():
        answer = start(client, north, order="best")
    made = Round.objects.get()
    assert answer.headers["Location"] == f"/rounds/{made.pk}/"
    assert (made.state, made.order) == (Round.State.DONE, "best")
    assert "1 of 1</span> have a place proposed" in page(client, f"/rounds/{made.pk}/")


def test_a_round_may_use_earlier_weights(client: Client, lou: Person, north: Area) -> None:
    first = Configuration.objects.get()
    said = {"weights": first.weights, "spread": 0, "offers_at_once": True, "note": "Load may gather"}
    newest = change_weights(by=lou, instead_of=first.version, **said, at=NOW)
    start(client, north)
    Round.objects.update(state=Round.State.DONE)
    start(client, north, configuration=first.version)
    assert [made.configuration for made in Round.objects.order_by("pk")] == [newest, first]


def test_weights_that_are_not_there_are_named(client: Client, north: Area) -> None:
    answer = start(client, north, configuration="2099")
    assert (answer.status_code, Round.objects.count()) == (422, 0)
    told = "There are no weights of that name. Choose from the list."
    assert answer.context["form"].errors == {"configuration": [told]}


def test_from_the_desk_it_is_fair(client: Client) -> None:
    """There is only a button, and what it sends is as good as the form."""
    hidden = re.findall(r'<input type="hidden" name="(area|order)" value="(\w+)">', page(client, "/desk/"))
    client.post("/rounds/new/", dict(hidden))
    assert Round.objects.get().order == "fair"


def test_without_a_word_on_what_comes_first_it_is_asked(client: Client, north: Area) -> None:
    answer = client.post("/rounds/new/", {"area": north.pk})
    assert (answer.status_code, Round.objects.count()) == (422, 0)
    assert answer.context["form"].errors == {"order": ["Choose what comes first."]}


def test_the_area_must_be_ones_own(client: Client, south: Area) -> None:
    for area in (south, None):
        answer = start(client, area)
        assert (answer.status_code, Round.objects.count()) == (422, 0)
        assert "There is a problem" in answer.content.decode()


def test_as_long_as_it_runs_the_page_says_how_far_it_is(client: Client, north: Area) -> None:
    start(client, north)
    made = Round.objects.get()
    waits = page(client, f"/rounds/{made.pk}/")
    assert "Waiting to begin" in waits
    assert '<noscript><meta http-equiv="refresh" content="3"></noscript>' in waits
    assert "Cancel the round" in waits
    Round.objects.update(state="running", percent=40, step="Finding the best plan")
    piece = page(client, f"/rounds/{made.pk}/progress/")
    assert piece == (
        '<div class="progress"> <progress max="100" value="40" aria-label="How far it is">40 %</progress> '
        "<p>Finding the best plan</p> </div>"
    )


def test_when_it_has_ended_there_is_nothing_to_tell_but_the_page(client: Client, dev: Person) -> None:
    made = run_round(by=dev, area=dev.area, at=NOW)
    assert client.get(f"/rounds/{made.pk}/progress/").status_code == HTTPStatus.NO_CONTENT


def test_a_round_is_cancelled(client: Client, north: Area, worker: Worker) -> None:
    with worker():
        start(client, north)
        made = Round.objects.get()
        client.post(f"/rounds/{made.pk}/cancellation/")
    assert fresh(made).state == Round.State.CANCELLED
    assert "It was cancelled before it was done." in page(client, f"/rounds/{made.pk}/")
    assert client.post(f"/rounds/{made.pk}/cancellation/").status_code == HTTPStatus.CONFLICT


def test_who_may_not_cancel_is_not_asked_to(client: Client, lou: Person) -> None:
    """Dev sees a round for everybody, and his own people in it."""
    made = start_round(by=lou, area=None, at=NOW)
    assert "Cancel the round" not in page(client, f"/rounds/{made.pk}/")
    assert client.post(f"/rounds/{made.pk}/cancellation/").status_code == HTTPStatus.FORBIDDEN


def test_a_round_that_failed_says_why(client: Client, ada: Person, north: Area, worker: Worker) -> None:
    change_profile(by=ada, facts={"hours": ["some-day"]})
    with worker():
        start(client, north)
    failed = page(client, f"/rounds/{Round.objects.get().pk}/")
    assert "The round failed" in failed
    assert "unknown slot &#x27;some-day&#x27;" in failed
    assert "Nothing has changed" in failed


def test_a_second_one_is_refused_with_who_and_when_and_where(client: Client, lou: Person, north: Area) -> None:
    busy = start_round(by=lou, area=None, at=NOW)
    answer = start(client, north)
    words = answer.content.decode()
    assert (answer.status_code, Round.objects.count()) == (HTTPStatus.CONFLICT, 1)
    assert "Lou started a round for everybody on 22 November, 12:00, and it has not ended yet." in words
    assert f'href="/rounds/{busy.pk}/"' in words
    assert "is waiting to begin" in page(client, "/rounds/")


def test_what_would_lapse_is_said_first(client: Client, dev: Person, north: Area, ada: Person) -> None:
    """And said again where the number is not the one that was agreed to."""
    earlier = run_round(by=dev, area=north, at=NOW)
    asked = start(client, north, order="best")
    words = " ".join(asked.content.decode().split())
    assert (asked.status_code, Round.objects.count()) == (200, 1)
    assert "1 proposal of an earlier round is still to decide for people who wait in North." in words
    assert "Run the round and let it lapse" in words
    assert '<input type="hidden" name="order" value="best">' in words
    start(client, north, lapses=2)
    assert Round.objects.count() == 1
    start(client, north, lapses=1)
    assert Round.objects.count() == 2
    assert earlier.proposals.get().state == Proposal.State.PROPOSED


def test_changed_data_is_told(client: Client, ada: Person, dev: Person) -> None:
    with when_a_job_says("Finding the best plan", lambda: change_profile(by=ada, facts={"hours": ["tue-evening"]})):
        made = run_round(by=dev, area=dev.area, at=NOW)
    assert "changed while this round was worked out. It was worked out again" in page(client, f"/rounds/{made.pk}/")


# -- Publishing --------------------------------------------------------------------------------------------------------


def test_all_are_approved_by_a_worker(client: Client, dev: Person, worker: Worker) -> None:
    made = run_round(by=dev, area=dev.area, at=NOW)
    with worker():
        assert client.post(f"/rounds/{made.pk}/approval/").headers["Location"] == f"/rounds/{made.pk}/proposals/"
    assert made.proposals.get().state == Proposal.State.OFFERED
    assert "1 offer is on its way, approved by Dev" in page(client, f"/rounds/{made.pk}/")


def test_while_it_goes_on_it_can_be_stopped(client: Client, dev: Person) -> None:
    made = run_round(by=dev, area=dev.area, at=NOW)
    client.post(f"/rounds/{made.pk}/approval/")
    Publication.objects.update(state="running", percent=30, step="Publishing 120 of 400")
    shown = page(client, f"/rounds/{made.pk}/proposals/")
    assert "Publishing 120 of 400" in shown
    assert '<noscript><meta http-equiv="refresh" content="3"></noscript>' in shown
    assert "Approve all that are to decide" not in shown
    assert "Publishing 120 of 400" in page(client, f"/rounds/{made.pk}/progress/")
    client.post(f"/rounds/{made.pk}/approval/stop/")
    assert Publication.objects.get().state == Publication.State.CANCELLED
    assert "approve all again to go on" in page(client, f"/rounds/{made.pk}/")


def test_what_could_not_be_offered_is_listed(client: Client, ben: Person, dev: Person, worker: Worker) -> None:
    made = run_round(by=dev, area=dev.area, at=NOW)
    pause_help(by=ben, helper=ben.helper, at=NOW)
    with worker():
        client.post(f"/rounds/{made.pk}/approval/")
    assert "<li>Ben takes nobody new at the moment.</li>" in page(client, f"/rounds/{made.pk}/")


def test_pressed_twice_the_second_is_told(client: Client, dev: Person) -> None:
    made = run_round(by=dev, area=dev.area, at=NOW)
    start_publication(by=dev, round=made, at=NOW)
    assert client.post(f"/rounds/{made.pk}/approval/").status_code == HTTPStatus.CONFLICT


# -- Checking ----------------------------------------------------------------------------------------------------------


def test_the_files_of_a_round(client: Client, dev: Person) -> None:
    made = run_round(by=dev, area=dev.area, at=NOW)
    shown = page(client, f"/rounds/{made.pk}/")
    assert "python -m matching.engine verify problem.json plan.json" in shown
    for name in ("problem", "plan"):
        assert f'href="/rounds/{made.pk}/{name}.json"' in shown
        answer = client.get(f"/rounds/{made.pk}/{name}.json")
        assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}.json"'
        assert json.loads(answer.content)["kind"] == "advisers"


def test_the_files_hold_everybody_so_only_who_coordinates_everybody_has_them(client: Client, lou: Person) -> None:
    made = run_round(by=lou, area=None, at=NOW)
    assert "problem.json" not in page(client, f"/rounds/{made.pk}/")
    assert client.get(f"/rounds/{made.pk}/problem.json").status_code == HTTPStatus.FORBIDDEN


def test_a_round_of_before_has_no_files(client: Client, dev: Person) -> None:
    made = run_round(by=dev, area=dev.area, at=NOW)
    RoundRecord.objects.all().delete()
    assert client.get(f"/rounds/{made.pk}/plan.json").status_code == HTTPStatus.NOT_FOUND
