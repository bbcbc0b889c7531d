"""A round as a job: one at a time, on people as they are in the end, cancelled or failed without a trace, checkable."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from matching import engine, tasks
from matching.engine.verify import verify
from matching.errors import NotYours, RoundIsUnderWay
from matching.models import Configuration, Proposal, Round, RoundRecord
from matching.operations import (
    cancel_round,
    give_up_on_the_silent,
    run_round,
    solve_round,
    start_round,
    withdraw_request,
)
from matching.operations.rounds import queue_round
from matching.queries import proposals_to_lapse, record_of
from people.errors import HasMovedOn
from people.models import Area, Person, Role, StateChange
from people.operations import change_profile
from tests.fixtures import NOW, make_person
from tests.matching.making import active_helper, approve_all, fresh, proposed, sent_request, when_a_job_says

READING, SOLVING, WRITING = "Reading who fits whom", "Finding the best plan", "Writing down why"


@pytest.fixture
def waiting(ada: Person, ben: Person, dev: Person) -> None:
    """Ada waits, and Ben has a place."""
    sent_request(ada)
    active_helper(ben, dev)


@pytest.fixture
def lou(db: None) -> Person:
    """Lou coordinates everywhere."""
    return make_person("Lou", Role.Kind.COORDINATOR)


def queued(by: Person, area: Area | None) -> Round:
    return queue_round(by=by, area=area, order=Round.Order.FAIR, at=NOW)


def moves(made: Round) -> list[str]:
    history = StateChange.objects.filter(machine="matching.round", subject=made.pk)
    return list(history.order_by("pk").values_list("after", flat=True))


@pytest.mark.usefixtures("waiting")
def test_a_round_waits_for_a_worker_then_is_done(dev: Person) -> None:
    made = queued(dev, dev.area)
    assert (made.state, made.proposals.count()) == (Round.State.QUEUED, 0)
    solve_round(round=made, at=NOW)
    kept = fresh(made)
    assert (kept.state, kept.percent, kept.placed, kept.solved_again) == (Round.State.DONE, 100, 1, False)
    assert moves(made) == ["queued", "running", "done"]


@pytest.mark.usefixtures("waiting")
def test_a_round_keeps_what_it_was_made_with(dev: Person) -> None:
    made = fresh(run_round(by=dev, area=dev.area, order=Round.Order.BEST, at=NOW))
    assert (made.configuration, made.order) == (Configuration.objects.get(), "best")
    problem, plan = record_of(made)
    assert (problem.aim, problem.aim.spread) == (made.aim(), 5)
    assert (made.problem_hash, made.solver, made.seed) == (plan.problem, plan.solver, plan.seed)
    assert (made.total, made.floor, made.placed, made.blocking_pairs) == (plan.total, plan.floor, 1, 0)


@pytest.mark.usefixtures("waiting")
def test_a_round_can_be_done_again_and_checked_by_anybody(dev: Person) -> None:
    problem, plan = record_of(run_round(by=dev, area=dev.area, at=NOW))
    assert engine.solve(problem) == plan
    assert verify(problem, plan) == []


@pytest.mark.usefixtures("waiting")
def test_fairness_is_measured_by_group_and_who_did_not_say_is_a_group(dev: Person, ada: Person) -> None:
    made = fresh(run_round(by=dev, area=dev.area, at=NOW))
    assert [(row["attribute"], row["value"], row["people"], row["placed"]) for row in made.figures] == [
        ("age_group", "26_64", 1, 1),
        ("area", "north", 1, 1),
        ("gender", "not given", 1, 1),
    ]


def test_what_would_open_more_is_kept_with_who_was_not_placed(
    ada: Person, ben: Person, cleo: Person, dev: Person
) -> None:
    """Only the topic stands between Ada and Ben; between her and Cleo it is not the only thing."""
    sent_request(ada, "debt", wants="adviser")
    active_helper(ben, dev, "anxiety")
    active_helper(cleo, dev, "anxiety", kind="peer")
    left = run_round(by=dev, area=dev.area, at=NOW).unplaced.get()
    assert (left.counts["obstacles"], left.counts["alone"]) == ({"kind": 1, "topic": 2}, {"topic": 1})


@pytest.mark.parametrize("order", Round.Order.values)
@pytest.mark.usefixtures("waiting")
def test_every_order_there_is_finds_a_plan(order: str, dev: Person) -> None:
    assert run_round(by=dev, area=dev.area, order=order, at=NOW).placed == 1


# -- Two at once -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second", "refused"),
    [
        ("north", "north", True),
        ("north", None, True),
        (None, "north", True),
        (None, None, True),
        ("north", "south", False),
    ],
)
def test_one_round_at_a_time_for_the_same_people(
    first: str | None, second: str | None, refused: bool, north: Area, south: Area, lou: Person
) -> None:
    areas = {"north": north, "south": south, None: None}
    busy = queued(lou, areas[first])
    if refused:
        with pytest.raises(RoundIsUnderWay, match=r"Lou started a round for .* on 22 November, 12:00") as told:
            queued(lou, areas[second])
        assert told.value.round == busy
    else:
        queued(lou, areas[second])


def test_the_database_itself_refuses_two_at_once(north: Area, lou: Person) -> None:
    for area in (north, None):
        busy = Round.objects.filter(pk=queued(lou, area).pk)
        twin = busy.values("area_id", "began_at", "heard_at", "configuration_id").get()
        with pytest.raises(IntegrityError), transaction.atomic():
            Round.objects.create(**twin)
        busy.update(state=Round.State.DONE)
        Round.objects.create(**twin, state=Round.State.DONE)


def test_after_the_end_of_one_the_next_may_start(dev: Person) -> None:
    run_round(by=dev, area=dev.area, at=NOW)
    cancel_round(by=dev, round=queued(dev, dev.area), at=NOW)
    assert queued(dev, dev.area).state == Round.State.QUEUED


@pytest.mark.usefixtures("waiting")
def test_of_two_workers_one_does_it(dev: Person) -> None:
    made = queued(dev, dev.area)
    again = fresh(made)
    solve_round(round=made, at=NOW)
    with pytest.raises(HasMovedOn):
        solve_round(round=again, at=NOW)
    assert made.proposals.count() == 1


# -- On changed data ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", [READING, SOLVING, WRITING])
@pytest.mark.usefixtures("waiting")
def test_who_stops_while_it_is_worked_out_is_not_proposed(step: str, ada: Person, dev: Person) -> None:
    with when_a_job_says(step, lambda: withdraw_request(by=ada, request=ada.requests.get(), at=NOW)):
        made = run_round(by=dev, area=dev.area, at=NOW)
    kept = fresh(made)
    assert (kept.state, kept.solved_again, kept.waiting, kept.placed) == (Round.State.DONE, True, 0, 0)
    assert made.proposals.count() == 0


@pytest.mark.usefixtures("waiting")
def test_answers_that_change_while_it_is_worked_out_count(ada: Person, dev: Person) -> None:
    with when_a_job_says(SOLVING, lambda: change_profile(by=ada, facts={"languages": ["pl"]})):
        made = fresh(run_round(by=dev, area=dev.area, at=NOW))
    assert (made.solved_again, made.placed) == (True, 0)
    assert made.unplaced.get().counts["obstacles"] == {"language": 1}


@pytest.mark.usefixtures("waiting")
def test_where_people_keep_coming_the_last_try_holds_them(dev: Person) -> None:
    names = iter(["Abel", "Asha", "Anna"])
    with when_a_job_says(SOLVING, lambda: sent_request(make_person(next(names), area=dev.area)), times=2):
        made = run_round(by=dev, area=dev.area, at=NOW)
    assert (fresh(made).solved_again, made.waiting) == (True, 3)
    assert next(names) == "Anna"


# -- Cancelled, failed, silent -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", [READING, SOLVING, WRITING])
@pytest.mark.usefixtures("waiting")
def test_a_cancelled_round_leaves_everything_as_it_was(step: str, ada: Person, dev: Person) -> None:
    [earlier] = proposed(dev, ada)
    made = queued(dev, dev.area)
    with when_a_job_says(step, lambda: cancel_round(by=dev, round=fresh(made), at=NOW)):
        solve_round(round=made, at=NOW)
    kept = fresh(made)
    assert (kept.state, kept.placed, kept.proposals.count(), kept.unplaced.count()) == ("cancelled", 0, 0, 0)
    assert not RoundRecord.objects.filter(round=made).exists()
    assert fresh(earlier).state == Proposal.State.PROPOSED
    assert moves(made) == ["queued", "running", "cancelled"]


def test_a_round_that_has_ended_cannot_be_cancelled(dev: Person) -> None:
    made = run_round(by=dev, area=dev.area, at=NOW)
    with pytest.raises(HasMovedOn, match="ended already"):
        cancel_round(by=dev, round=made, at=NOW)


def test_who_coordinates_elsewhere_cannot_cancel(dev: Person, south: Area, lou: Person) -> None:
    for area in (south, None):
        with pytest.raises(NotYours):
            cancel_round(by=dev, round=queued(lou, area), at=NOW)
        Round.objects.update(state=Round.State.DONE)


@pytest.mark.parametrize("step", [READING, WRITING])
@pytest.mark.parametrize(
    ("hours", "error", "words"),
    [
        (["some-day"], engine.ProblemError, r"Seeker \d+: unknown slot 'some-day'\."),
        (5, TypeError, r"Something went wrong that should not have\. It is in the log of the service\."),
    ],
)
@pytest.mark.usefixtures("waiting")
def test_a_round_that_breaks_says_so_and_the_next_may_start(
    step: str, hours: object, error: type[Exception], words: str, ada: Person, dev: Person
) -> None:
    """However far it was; here somebody writes into the database what no form would let in."""
    [earlier] = proposed(dev, ada)
    made = queued(dev, dev.area)
    with when_a_job_says(step, lambda: change_profile(by=ada, facts={"hours": hours})), pytest.raises(error):
        solve_round(round=made, at=NOW)
    kept = fresh(made)
    assert (kept.state, kept.proposals.count()) == (Round.State.FAILED, 0)
    assert re.fullmatch(words, kept.error)
    assert fresh(earlier).state == Proposal.State.PROPOSED
    change_profile(by=ada, facts={"hours": []})
    assert proposed(dev, ada)


@pytest.mark.usefixtures("waiting")
def test_a_round_that_breaks_while_it_is_recorded_leaves_nothing_half_done(ada: Person, dev: Person) -> None:
    """Here Ada waits although she has an offer, so that the database refuses a second one in its place."""
    [earlier] = proposed(dev, ada)
    Proposal.objects.update(state=Proposal.State.OFFERED)
    made = queued(dev, dev.area)
    with pytest.raises(IntegrityError):
        solve_round(round=made, at=NOW)
    kept = fresh(made)
    assert (kept.state, kept.placed, kept.proposals.count()) == (Round.State.FAILED, 0, 0)
    assert fresh(earlier).state == Proposal.State.OFFERED
    assert moves(made) == ["queued", "running", "failed"]


@pytest.mark.usefixtures("waiting")
def test_who_says_nothing_for_ten_minutes_has_failed(dev: Person) -> None:
    """And where it comes back to life after all, it finds that it is not wanted any more."""
    made = queued(dev, dev.area)
    silent = Round.objects.filter(pk=made.pk)

    def fall_silent() -> None:
        silent.update(heard_at=NOW)
        give_up_on_the_silent(at=NOW + timedelta(minutes=10))
        assert fresh(made).state == Round.State.RUNNING
        give_up_on_the_silent(at=NOW + timedelta(minutes=11))

    with when_a_job_says(SOLVING, fall_silent):
        solve_round(round=made, at=NOW)
    kept = fresh(made)
    assert (kept.state, kept.proposals.count()) == (Round.State.FAILED, 0)
    assert "The worker stopped in the middle" in kept.error


def test_the_sweep_ends_what_has_died(dev: Person) -> None:
    made = queued(dev, dev.area)
    Round.objects.update(state=Round.State.RUNNING)
    with time_machine.travel(NOW + timedelta(minutes=11), tick=False):
        tasks.sweep_jobs.call_local()
    assert fresh(made).state == Round.State.FAILED


@pytest.mark.usefixtures("waiting")
def test_a_round_the_queue_has_lost_is_found_after_a_minute(dev: Person) -> None:
    made = start_round(by=dev, area=dev.area, at=NOW)
    with time_machine.travel(NOW + timedelta(seconds=59), tick=False):
        tasks.sweep_jobs.call_local()
    assert fresh(made).state == Round.State.QUEUED
    with time_machine.travel(NOW + timedelta(seconds=61), tick=False):
        tasks.sweep_jobs.call_local()
    assert fresh(made).state == Round.State.DONE


# -- What a new round replaces -----------------------------------------------------------------------------------------


@pytest.mark.usefixtures("waiting")
def test_what_would_lapse_is_what_nobody_has_decided(dev: Person, north: Area, south: Area) -> None:
    assert proposals_to_lapse(north) == 0
    made = run_round(by=dev, area=dev.area, at=NOW)
    assert [proposals_to_lapse(area) for area in (north, south, None)] == [1, 0, 1]
    approve_all(by=dev, round=made, at=NOW)
    assert proposals_to_lapse(north) == 0


def test_a_round_asks_a_fixed_number_of_questions(
    ada: Person, ben: Person, dev: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """As many as it takes to read twice and to write once, whatever the number of people."""
    sent_request(ada)
    active_helper(ben, dev)
    run_round(by=dev, area=dev.area, at=NOW)
    for names in (["Ash"], ["Abi", "Amy", "Ann"]):
        for name in names:
            sent_request(make_person(name, area=ada.area))
            active_helper(make_person(f"Bo{name}", area=ada.area), dev)
        with django_assert_num_queries(48):
            run_round(by=dev, area=dev.area, at=NOW)
