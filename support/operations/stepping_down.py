"""Verbs of a planned reduction: one proposes it, the other agrees, either calls it off, and each stage is told."""

from collections.abc import Sequence
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from matching.models import Pairing
from messaging.models import Notice
from messaging.operations import write_notice
from people.errors import HasMovedOn
from people.models import Person
from people.operations import move, remember
from support.machines import STEP_DOWN
from support.models import Stage, StepDown
from support.operations.agreeing import NotOfTheTwo
from support.operations.holding import hold_together
from support.queries.parting import last_days_come, stages_begun
from support.rules import takes_part, the_two
from support.terms import LONGEST_WITHOUT_REVIEW


@transaction.atomic
def propose_step_down(
    *, by: Person, pairing: Pairing, stages: Sequence[tuple[date, str]], until: date, words: str, at: datetime
) -> StepDown:
    """Propose how contact gets less, in stages; what was proposed before and not agreed to is called off by it."""
    if not takes_part(by, pairing):
        raise NotOfTheTwo
    _check_days([day for day, _ in stages], until, localdate(at))
    hold_together(pairing)
    before = StepDown.objects.filter(
        pairing=pairing, state__in=[StepDown.State.PROPOSED, StepDown.State.AGREED]
    ).first()
    if before is not None and before.state == StepDown.State.AGREED:
        raise HasMovedOn("You have a plan already. Call it off first, if you would like another.")
    if before is not None:
        move(before, StepDown.State.CALLED_OFF, machine=STEP_DOWN, by=by, at=at, about=pairing.request.person)
    made = StepDown.objects.create(pairing=pairing, words=words, until=until, proposed_by=by, proposed_at=at)
    Stage.objects.bulk_create(Stage(step_down=made, begins_on=day, how_often=often) for day, often in stages)
    remember(made, machine=STEP_DOWN, before="", by=by, at=at, about=pairing.request.person)
    told = "Read what is proposed. Nothing changes before you have agreed."
    _tell(_other(pairing, by), made, "A plan to be in touch less", told, at)
    return made


@transaction.atomic
def agree_to_step_down(*, by: Person, step_down: StepDown, at: datetime) -> None:
    """Whoever did not propose it says yes. Twice is once."""
    pairing = step_down.pairing
    if not takes_part(by, pairing) or by.pk == step_down.proposed_by_id:
        raise NotOfTheTwo
    hold_together(pairing)
    step_down.refresh_from_db(fields=["state"])
    if step_down.state == StepDown.State.AGREED:
        return
    move(step_down, StepDown.State.AGREED, machine=STEP_DOWN, by=by, at=at, about=pairing.request.person)
    told = "You both agree to be in touch less. Either of you can call it off at any time."
    _tell(_other(pairing, by), step_down, "A plan to be in touch less", told, at)


@transaction.atomic
def call_off_step_down(*, by: Person, step_down: StepDown, at: datetime) -> None:
    """Either says that it goes on as before, without saying why. Twice is once."""
    pairing = step_down.pairing
    if not takes_part(by, pairing):
        raise NotOfTheTwo
    hold_together(pairing)
    step_down.refresh_from_db(fields=["state"])
    if step_down.state == StepDown.State.CALLED_OFF:
        return
    move(step_down, StepDown.State.CALLED_OFF, machine=STEP_DOWN, by=by, at=at, about=pairing.request.person)
    told = "You go on as before. That is fine: plans are there to be changed."
    _tell(_other(pairing, by), step_down, "The plan is called off", told, at)


def tell_of_step_downs(*, at: datetime) -> int:
    """Tell both when a stage begins and when the last day has come, once each; return how often."""
    today = localdate(at)
    begun = sum(_tell_of_stage(stage, at) for stage in stages_begun(today))
    return begun + sum(_tell_of_last_day(step_down, at) for step_down in last_days_come(today))


@transaction.atomic
def _tell_of_stage(stage: Stage, at: datetime) -> bool:
    """Of two jobs at once one changes the row, and only that one writes."""
    if not Stage.objects.filter(pk=stage.pk, told_at=None).update(told_at=at):
        return False
    told = "You planned to be in touch less from about now. If it is too soon, say so: the plan can be called off."
    for person in the_two(stage.step_down.pairing):
        _tell(person, stage.step_down, "The next part of your plan", told, at)
    return True


@transaction.atomic
def _tell_of_last_day(step_down: StepDown, at: datetime) -> bool:
    if not StepDown.objects.filter(pk=step_down.pk, told_at=None).update(told_at=at):
        return False
    told = "The day you planned for has come. Look back together, or go on: nothing ends by itself."
    for person in the_two(step_down.pairing):
        _tell(person, step_down, "Looking back together", told, at)
    return True


def _check_days(days: Sequence[date], until: date, today: date) -> None:
    if list(days) != sorted(set(days)):
        raise ValidationError("Put the days in order: each part begins after the one before.")
    if not days or days[0] < today:
        raise ValidationError("Say from which day on you are in touch less: today, or a day to come.")
    if not days[-1] < until <= today + LONGEST_WITHOUT_REVIEW:
        raise ValidationError({"until": "Choose a day after the last part begins, within two years."})


def _other(pairing: Pairing, by: Person) -> Person:
    return next(person for person in the_two(pairing) if person != by)


def _tell(person: Person, step_down: StepDown, subject: str, body: str, at: datetime) -> None:
    write_notice(
        person=person,
        kind=Notice.Kind.SUPPORT,
        subject=subject,
        body=body,
        path=reverse("step_down", args=[step_down.pairing_id]),
        at=at,
    )
