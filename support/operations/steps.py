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
from support.rules import may_work_on

# More are several goals.
MOST_STEPS = 30


class TooManySteps(ValidationError):
    """A goal with too many steps is several goals."""


@transaction.atomic
def add_step(*, by: Person, goal: Goal, words: str, whose: str, by_when: date | None, at: datetime) -> Step:
    _only_who_works_on(by, goal)
    goal.refresh_from_db(fields=["state"], from_queryset=Goal.objects.select_for_update(no_key=True))
    if not goal.is_open:
        raise HasMovedOn("This goal is not worked on at the moment. It can be taken up again.")
    if goal.steps.count() >= MOST_STEPS:
        raise TooManySteps(f"A goal has room for {MOST_STEPS} steps. Perhaps these are two goals?")
    step = Step.objects.create(goal=goal, words=words, whose=whose, by_when=by_when, added_by=by, added_at=at)
    remember(step, machine=STEP, before="", by=by, at=at, about=goal.member)
    return step


def change_step(*, by: Person, step: Step, words: str, whose: str, by_when: date | None) -> None:
    """Say it in other words, give it to somebody else, or another day, of which there is another reminder."""
    _only_who_works_on(by, step.goal)
    if by_when != step.by_when:
        step.reminded_at = None
    step.words, step.whose, step.by_when = words, whose, by_when
    step.save(update_fields=["words", "whose", "by_when", "reminded_at"])


@transaction.atomic
def mark_step(*, by: Person, step: Step, state: str, at: datetime) -> None:
    """Say that it is done, that it is let go, or that it is to do after all. Twice is once."""
    _only_who_works_on(by, step.goal)
    step.refresh_from_db(fields=["state"], from_queryset=Step.objects.select_for_update(no_key=True))
    if step.state == state:
        return
    if state == Step.State.DONE:
        # With its time first, without which the database lets nothing be done.
        Step.objects.filter(pk=step.pk).update(done_at=at, done_by=by)
    move(step, state, machine=STEP, by=by, at=at, about=step.goal.member)
    if state == Step.State.OPEN:
        Step.objects.filter(pk=step.pk).update(done_at=None, done_by=None)


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
        write_notice(
            person=person,
            kind=Notice.Kind.SUPPORT,
            subject="A small step you wanted to take about now",
            body="If another day suits you better, move it. If it is done, say so and be glad.",
            path=reverse("goal", args=[step.goal_id]),
            at=at,
        )
    return len(people)


def _only_who_works_on(by: Person, goal: Goal) -> None:
    if not may_work_on(by, goal):
        raise NotYourGoal
