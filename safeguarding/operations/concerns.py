"""Raises concerns, and lets those who look into them take, hand back, close and pass them on."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from people.errors import HasMovedOn
from people.models import Person
from people.operations import move, remember
from safeguarding.clock import due, severity_of
from safeguarding.evidence import Evidence
from safeguarding.machines import CONCERN
from safeguarding.models import Concern
from safeguarding.operations.evidence import keep_files_of
from safeguarding.operations.holding import hold_what_many_report, release_what_was_held
from safeguarding.operations.telling import tell_of_danger, tell_who_reported
from safeguarding.queries import who_has_it
from safeguarding.rules import may_decide, may_hand_back


class MayNotDecide(PermissionDenied):
    """About oneself, or on one's own report, somebody else decides."""


class OutcomeIsMissing(ValidationError):
    """A concern is closed with words, so that the next reader knows what was done."""


class JudgementIsMissing(ValidationError):
    """What a program noticed is closed with whether it was right to, so that its false alarms can be counted."""


def raise_concern(
    *,
    by: Person,
    about: Person | None,
    reason: str,
    words: str,
    evidence: Evidence,
    at: datetime,
    scope: str = "",
) -> Concern:
    """Record a concern with its evidence; reporting the same thing again returns the open one.

    `scope` is the place where it happened ("network:12"), whose moderators then see it; danger is for those who keep
    the whole service safe, who are told at once. What enough people report is held until somebody has looked.
    """
    severity = severity_of(reason)
    concern = Concern(
        raised_by=by,
        about=about,
        area=(about and about.area) or by.area,
        reason=reason,
        words=words,
        scope=scope,
        severity=severity,
        due_at=due(severity, at),
        escalated_at=at if severity == Concern.Severity.DANGER else None,
        raised_at=at,
        **evidence.frozen(),
    )
    try:
        with transaction.atomic():
            concern.save()
            keep_files_of(evidence, concern)
            remember(concern, machine=CONCERN, before="", by=by, at=at, about=None)
            hold_what_many_report(concern, at=at)
            if concern.escalated_at:
                tell_of_danger(concern, at)
    except IntegrityError:
        return Concern.objects.open().get(
            raised_by=by, evidence_kind=evidence.kind, evidence_reference=evidence.reference
        )
    return concern


@transaction.atomic
def take_concern(*, by: Person, concern: Concern, at: datetime) -> None:
    """Look into it, and with it into what others reported of the same words; of two who press at once one wins.

    The other gets `HasMovedOn` with who was quicker and when.
    """
    case = _case(concern, by)
    if taken := next((one for one in case if one.taken_by_id is not None or one.state == Concern.State.TAKEN), None):
        raise HasMovedOn(who_has_it(taken, by))
    _move_all(case, Concern.State.TAKEN, by=by, at=at)
    Concern.objects.filter(pk__in=[one.pk for one in case]).update(taken_by=by)
    concern.state, concern.taken_by = Concern.State.TAKEN, by


@transaction.atomic
def hand_back_concern(*, by: Person, concern: Concern, at: datetime) -> None:
    """Put it back, with the other reports of the same, for somebody else to take."""
    case = [one for one in _case(concern, by) if one.state == Concern.State.TAKEN]
    if not case:
        raise HasMovedOn("Nobody has taken this concern now.")
    if not all(may_hand_back(by, one) for one in case):
        raise MayNotDecide("Whoever is looking into it hands it back.")
    _move_all(case, Concern.State.OPEN, by=by, at=at)
    Concern.objects.filter(pk__in=[one.pk for one in case]).update(taken_by=None)
    concern.state, concern.taken_by = Concern.State.OPEN, None


@transaction.atomic
def close_concern(
    *, by: Person, concern: Concern, outcome: str, at: datetime, rightly_noticed: bool | None = None
) -> None:
    """Close it with what was done; what a program noticed also with whether that was right.

    Every open report of the same words that `by` may decide on is closed with it, what was held is let go once no
    other is open, and those who reported are told that somebody has looked.
    """
    if not outcome.strip():
        raise OutcomeIsMissing({"outcome": "Say what was done, for whoever reads this next."})
    if concern.was_noticed == (rightly_noticed is None):
        raise JudgementIsMissing({"rightly_noticed": "Say whether it was right to notice this."})
    case = _case(concern, by)
    this = next(one for one in case if one.pk == concern.pk)
    if this.state != Concern.State.TAKEN or this.taken_by_id not in (None, by.pk):
        raise HasMovedOn(who_has_it(this, by))
    # What was reported while somebody looked into it is taken in the same moment.
    _move_all([one for one in case if one.state == Concern.State.OPEN], Concern.State.TAKEN, by=by, at=at)
    _move_all(case, Concern.State.CLOSED, by=by, at=at)
    rows = Concern.objects.filter(pk__in=[one.pk for one in case])
    rows.update(outcome=outcome.strip(), rightly_noticed=rightly_noticed, taken_by=by)
    concern.refresh_from_db()
    release_what_was_held(concern, by=by, at=at)
    for one in case:
        tell_who_reported(one, at)


def _case(concern: Concern, by: Person) -> list[Concern]:
    """The open reports of the same words on which `by` may decide, this one among them, locked in one order."""
    if not may_decide(by, concern):
        raise MayNotDecide("Somebody else decides about this one.")
    same = Concern.objects.open().of_the_same(concern).order_by("pk").select_for_update(no_key=True)
    case = [one for one in same if may_decide(by, one)]
    if concern.pk not in {one.pk for one in case}:
        raise HasMovedOn("This concern is not open any more.")
    return case


def _move_all(concerns: Iterable[Concern], to: str, *, by: Person, at: datetime) -> None:
    for concern in concerns:
        # A concern stays out of the history of the person it is about: they must not learn of it there.
        move(concern, to, machine=CONCERN, by=by, at=at, about=None)
