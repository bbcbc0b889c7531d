"""Verbs of safety: raise, take, hand back and close a concern; block somebody and lift the block."""

from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from people.models import Person
from people.operations import move, remember
from safeguarding.evidence import Evidence
from safeguarding.machines import CONCERN
from safeguarding.models import Block, Concern
from safeguarding.rules import may_block, may_decide
from safeguarding.signals import blocked


class MayNotDecide(PermissionDenied):
    """About oneself, or on one's own report, somebody else decides."""


class OutcomeIsMissing(ValidationError):
    """A concern is closed with words, so that the next reader knows what was done."""


def raise_concern(
    *,
    by: Person,
    about: Person | None,
    reason: str,
    words: str,
    evidence: Evidence,
    at: datetime,
) -> Concern:
    """Record a concern with its evidence; reporting the same thing again returns the open one."""
    concern = Concern(
        raised_by=by,
        about=about,
        area=(about and about.area) or by.area,
        reason=reason,
        words=words,
        evidence_kind=evidence.kind,
        evidence_reference=evidence.reference,
        evidence_author=evidence.author,
        evidence_text=evidence.text,
        evidence_written_at=evidence.written_at,
        raised_at=at,
    )
    try:
        with transaction.atomic():
            concern.save()
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
def close_concern(*, by: Person, concern: Concern, outcome: str, at: datetime) -> None:
    if not outcome.strip():
        raise OutcomeIsMissing({"outcome": "Say what was done, for whoever reads this next."})
    _move(concern, Concern.State.CLOSED, by=by, at=at)
    concern.outcome = outcome.strip()
    concern.save(update_fields=["outcome"])


def _move(concern: Concern, to: str, *, by: Person, at: datetime) -> None:
    if not may_decide(by, concern):
        raise MayNotDecide("Somebody else decides about this one.")
    # A concern stays out of the history of the person it is about: they must not learn of it there.
    move(concern, to, machine=CONCERN, by=by, at=at, about=None)


@transaction.atomic
def block(*, by: Person, person: Person, known_as: str, at: datetime) -> Block:
    """Keep two people apart from now on; pairings and offers between them hear of it before the commit.

    `known_as` is the name `by` knows the other under, the only one shown to them later.
    """
    if not may_block(by, person):
        raise PermissionDenied("You cannot block yourself.")
    row, made = Block.objects.current().get_or_create(
        by=by, person=person, defaults={"known_as": known_as, "began_at": at}
    )
    if made:
        blocked.send(sender=Block, by=by, person=person, at=at)
    return row


def lift_block(*, by: Person, row: Block, at: datetime) -> None:
    Block.objects.current().filter(pk=row.pk, by=by).update(lifted_at=at)
