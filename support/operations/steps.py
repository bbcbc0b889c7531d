"""Verbs of steps: both add them, change them and say what is done; whoever does one is reminded of it once."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from messaging.models import Notice
from messaging.operations import write_notice
from people.errors import HasMovedOn
from people.models import Person
from people.operations import move, remember
from support.machines import STEP
from support.models import Goal, Step
from support.operations.goals import NotYourGoal
from support.queries.goals import steps_to_remind_of, those_who_do
from support.rules import may_take_steps, may_work_on

# More are several goals.
MOST_STEPS = 30


class TooManySteps(ValidationError):
    """A goal with too many steps is several goals."""


@transaction.atomic
def add_step(*, by: Person, goal: Goal, words: str, whose: str, by_when: date | None, at: datetime) -> Step:
    """Add one; whoever the member lets do that in their name does too, and the member is told."""
    _only_who_takes_steps(by, goal)
    goal.refresh_from_db(fields=["state"], from_queryset=Goal.objects.select_for_update(no_key=True))
    if not goal.is_open:
        raise HasMovedOn("This goal is not worked on at the moment. It can be taken up again.")
    if goal.steps.count() >= MOST_STEPS:
        raise TooManySteps(f"A goal has room for {MOST_STEPS} steps. Perhaps these are two goals?")
    step = Step.objects.create(goal=goal, words=words, whose=whose, by_when=by_when, added_by=by, added_at=at)
    acted_for = in_name_of(by, goal)
    remember(step, machine=STEP, before="", by=by, at=at, about=goal.member, in_name_of=acted_for)
    if acted_for:
        _tell(
            acted_for,
            goal,
            subject="A step was added in your name",
            body="Who did it stands on the page of the goal. There you can also take it back.",
            at=at,
        )
    return step


def change_step(*, by: Person, step: Step, words: str, whose: str, by_when: date | None) -> None:
    """Say it in other words, give it to somebody else, or another day, of which there is another reminder."""
    if not may_work_on(by, step.goal):
        raise NotYourGoal
    if by_when != step.by_when:
        step.reminded_at = None
    step.words, step.whose, step.by_when = words, whose, by_when
    step.save(update_fields=["words", "whose", "by_when", "reminded_at"])


@transaction.atomic
def mark_step(*, by: Person, step: Step, state: str, at: datetime) -> None:
    """Say that it is done, that it is let go, or that it is to do after all. Twice is once."""
    _only_who_takes_steps(by, step.goal)
    step.refresh_from_db(fields=["state"], from_queryset=Step.objects.select_for_update(no_key=True))
    if step.state == state:
        return
    if state == Step.State.DONE:
        # With its time first, without which the database lets nothing be done.
        Step.objects.filter(pk=step.pk).update(done_at=at, done_by=by)
    acted_for = in_name_of(by, step.goal)
    move(step, state, machine=STEP, by=by, at=at, about=step.goal.member, in_name_of=acted_for)
    if state == Step.State.OPEN:
        Step.objects.filter(pk=step.pk).update(done_at=None, done_by=None)
    if acted_for:
        _tell(
            acted_for,
            step.goal,
            subject="Something was said about a step in your name",
            body="Who did it stands on the page of the goal. There you can also take it back.",
            at=at,
        )


def remind_of_steps(*, at: datetime) -> int:
    """Remind whoever does a step of the day before it, once; return how many notices."""
    return sum(_remind(step, at) for step in steps_to_remind_of(localdate(at)))


@transaction.atomic
def _remind(step: Step, at: datetime) -> int:
    """Of two jobs at once one changes the row, and only that one writes."""
    if not Step.objects.filter(pk=step.pk, state=Step.State.OPEN, reminded_at=None).update(reminded_at=at):
        return 0
    people = those_who_do(step)
    for person in people:
        _tell(
            person,
            step.goal,
            subject="A small step you wanted to take about now",
            body="If another day suits you better, move it. If it is done, say so and be glad.",
            at=at,
        )
    return len(people)


def _only_who_takes_steps(by: Person, goal: Goal) -> None:
    if not may_take_steps(by, goal):
        raise NotYourGoal


def in_name_of(by: Person, goal: Goal) -> Person | None:
    """For whom somebody takes a step who is none of the two who work on the goal."""
    return None if may_work_on(by, goal) else goal.member


def _tell(person: Person, goal: Goal, *, subject: str, body: str, at: datetime) -> None:
    path = reverse("goal", args=[goal.pk])
    write_notice(person=person, kind=Notice.Kind.SUPPORT, subject=subject, body=body, path=path, at=at)
