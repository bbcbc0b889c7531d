"""Raises concerns, and lets those who keep people safe take, hand back and close them."""

from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from people.models import Person
from people.operations import move, remember
from safeguarding.clock import due, severity_of
from safeguarding.evidence import Evidence
from safeguarding.machines import CONCERN
from safeguarding.models import Concern
from safeguarding.operations.evidence import keep_files_of
from safeguarding.rules import may_decide


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

    `scope` is the place where it happened ("network:12"), whose moderators then see it.
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
        raised_at=at,
        **evidence.frozen(),
    )
    try:
        with transaction.atomic():
            concern.save()
            keep_files_of(evidence, concern)
            remember(concern, machine=CONCERN, before="", by=by, at=at, about=None)
    except IntegrityError:
        return Concern.objects.open().get(
            raised_by=by, evidence_kind=evidence.kind, evidence_reference=evidence.reference
        )
    return concern


def take_concern(*, by: Person, concern: Concern, at: datetime) -> None:
    _move(concern, Concern.State.TAKEN, by=by, at=at)


def hand_back_concern(*, by: Person, concern: Concern, at: datetime) -> None:
    """Put a concern back for somebody else to take."""
    _move(concern, Concern.State.OPEN, by=by, at=at)


@transaction.atomic
def close_concern(
    *, by: Person, concern: Concern, outcome: str, at: datetime, rightly_noticed: bool | None = None
) -> None:
    """Close it with what was done; what a program noticed also with whether that was right."""
    if not outcome.strip():
        raise OutcomeIsMissing({"outcome": "Say what was done, for whoever reads this next."})
    if concern.was_noticed == (rightly_noticed is None):
        raise JudgementIsMissing({"rightly_noticed": "Say whether it was right to notice this."})
    _move(concern, Concern.State.CLOSED, by=by, at=at)
    concern.outcome = outcome.strip()
    concern.rightly_noticed = rightly_noticed
    concern.save(update_fields=["outcome", "rightly_noticed"])


def _move(concern: Concern, to: str, *, by: Person, at: datetime) -> None:
    if not may_decide(by, concern):
        raise MayNotDecide("Somebody else decides about this one.")
    # A concern stays out of the history of the person it is about: they must not learn of it there.
    move(concern, to, machine=CONCERN, by=by, at=at, about=None)
