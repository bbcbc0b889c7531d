"""Takes measures, graded and reversible, each with its reason, and lifts them again."""

from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from people.errors import HasMovedOn
from people.models import Person
from people.operations import move
from safeguarding.machines import APPEAL
from safeguarding.models import Appeal, Concern, Measure
from safeguarding.operations.telling import tell_of_lifting, tell_of_measure
from safeguarding.queries import kept_back_by
from safeguarding.rules import may_be_muted_for, may_decide, may_lift, may_measure
from safeguarding.signals import measure_lifted, measure_taken


class MayNotMeasure(PermissionDenied):
    """Somebody else decides here, or this measure is not for them to take."""


class WordsAreMissing(ValidationError):
    """Whoever is told of something is told why."""


class DaysAreMissing(ValidationError):
    """A mute ends by itself, after one day to 28."""


@transaction.atomic
def take_measure(
    *,
    by: Person,
    concern: Concern,
    kind: str,
    reason: str,
    words: str,
    at: datetime,
    days: int | None = None,
    scope: str | None = None,
) -> Measure:
    """Take a measure because of a concern that `by` has taken: in its place, or in the whole service (`scope=""`).

    Raises `MayNotMeasure`, `WordsAreMissing`, `DaysAreMissing`, and `HasMovedOn` where it is no longer theirs or the
    words are kept back already. Then: the row, `measure_taken` to who lets it take effect, what it replaces is lifted,
    the person is told.
    """
    concern = Concern.objects.select_for_update(no_key=True).get(pk=concern.pk)
    scope = concern.scope if scope is None else scope
    if may_decide(by, concern) and (concern.state, concern.taken_by_id) != (Concern.State.TAKEN, by.pk):
        raise HasMovedOn("You are not looking into this concern now. Take it first, or leave it to who has it.")
    if not may_measure(by, concern, kind, scope):
        raise MayNotMeasure("Somebody else decides about this, or it cannot be done here.")
    if not words.strip():
        raise WordsAreMissing({"words": "Say why, to the person it is about."})
    if kind == Measure.Kind.MUTE and not may_be_muted_for(days):
        raise DaysAreMissing({"days": "Say for how many days, from 1 to 28."})
    until = at + timedelta(days=days) if days and kind == Measure.Kind.MUTE else None
    measure = put_in_force(
        concern, kind=kind, scope=scope, reason=reason, words=words.strip(), by=by, at=at, until=until
    )
    if kind == Measure.Kind.HIDE:
        _end_holds(measure, by=by, at=at)
    tell_of_measure(measure, at)
    return measure


def put_in_force(
    concern: Concern,
    *,
    kind: str,
    scope: str,
    reason: str,
    words: str,
    by: Person | None,
    at: datetime,
    until: datetime | None = None,
    rule: str = "",
) -> Measure:
    """Write the measure and let it take effect, in the caller's transaction; nobody is told yet."""
    measure = Measure(
        kind=kind,
        concern=concern,
        about=concern.about,
        scope=scope,
        reason=reason,
        words=words,
        by=by,
        at=at,
        until=until,
        rule=rule,
    )
    if kind in Measure.ON_WORDS:
        measure.subject_kind, measure.subject_reference = concern.evidence_kind, concern.evidence_reference
    try:
        with transaction.atomic():
            measure.save()
    except IntegrityError as error:
        raise HasMovedOn("These words are kept back already.") from error
    measure_taken.send(sender=Measure, measure=measure, by=by, at=at)
    return measure


def _end_holds(measure: Measure, *, by: Person, at: datetime) -> None:
    """Somebody has looked, and hiding took the place of holding; for its author nothing has changed."""
    for hold in kept_back_by(measure.subject_kind, measure.subject_reference).filter(kind=Measure.Kind.HOLD):
        end_measure(hold, by=by, because="It is hidden instead.", at=at)


@transaction.atomic
def lift_measure(*, by: Person, measure: Measure, because: str, at: datetime) -> None:
    """Take a measure back with what it did, and tell the person; an appeal that waits is settled with it.

    Raises `MayNotMeasure`, `WordsAreMissing`, and `HasMovedOn` where it has ended already.
    """
    if not may_lift(by, measure):
        raise MayNotMeasure("Somebody else decides about this.")
    if not because.strip():
        raise WordsAreMissing({"because": "Say why it is taken back, to the person it is about."})
    if measure.until is not None and measure.until <= at:
        raise HasMovedOn("It has ended by itself.")
    _settle_appeal(measure, by=by, because=because.strip(), at=at)
    end_measure(measure, by=by, because=because.strip(), at=at)
    tell_of_lifting(measure, at)


def end_measure(measure: Measure, *, by: Person | None, because: str, at: datetime) -> None:
    """End what it did, in the caller's transaction; of two who lift it one wins. Nobody is told yet."""
    in_force = Measure.objects.filter(pk=measure.pk, lifted_at=None)
    if not in_force.update(lifted_at=at, lifted_by=by, lifted_because=because):
        raise HasMovedOn("This was taken back already.")
    measure.lifted_at, measure.lifted_by, measure.lifted_because = at, by, because
    measure_lifted.send(sender=Measure, measure=measure, by=by, at=at)


def _settle_appeal(measure: Measure, *, by: Person, because: str, at: datetime) -> None:
    """Nobody has to decide on an appeal against what was taken back."""
    for appeal in Appeal.objects.open().filter(measure=measure):
        move(appeal, Appeal.State.UPHELD, machine=APPEAL, by=by, at=at, about=None)
        appeal.decided_at, appeal.answer = at, because
        appeal.save(update_fields=["decided_at", "answer"])
        # Who lets the lifting take effect may look at how the appeal ended.
        measure.appeal = appeal
