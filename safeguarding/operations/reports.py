"""What somebody may still do with what they reported: say more, take it back, or block whoever it is about."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from people.errors import HasMovedOn
from people.models import Person
from people.operations import move
from safeguarding.clock import due, severity_of
from safeguarding.machines import CONCERN
from safeguarding.models import Block, Concern, ConcernNote
from safeguarding.operations.blocks import block
from safeguarding.operations.telling import tell_of_danger


class NotYourReport(PermissionDenied):
    """Only whoever reported something does anything more with it."""


class NobodyToBlock(PermissionDenied):
    """The account the report is about is gone."""


@transaction.atomic
def add_to_report(*, by: Person, concern: Concern, reason: str, words: str, at: datetime) -> None:
    """Say what is wrong, after the one press that reported it; no more once somebody looks into it.

    Another reason moves the clock, unless somebody has judged how urgent it is. Where it says that somebody may be in
    danger, it goes to those who keep the whole service safe, who are told at once.
    """
    _must_be_theirs(by, concern)
    rows = Concern.objects.filter(pk=concern.pk, state=Concern.State.OPEN)
    if not rows.update(reason=reason, words=words):
        raise HasMovedOn
    concern.words = words
    if reason != concern.reason and not concern.notes.filter(kind=ConcernNote.Kind.SEVERITY).exists():
        concern.severity = severity_of(reason)
        concern.due_at = due(concern.severity, concern.raised_at)
        rows.update(severity=concern.severity, due_at=concern.due_at)
    concern.reason = reason
    if reason == Concern.Reason.HARM and rows.filter(escalated_at=None).update(escalated_at=at):
        concern.escalated_at = at
        tell_of_danger(concern, at)


def withdraw_report(*, by: Person, concern: Concern, at: datetime) -> None:
    """Take back what was reported by mistake, while nobody has taken it; it stays readable for those who decide."""
    _must_be_theirs(by, concern)
    move(concern, Concern.State.WITHDRAWN, machine=CONCERN, by=by, at=at, about=None)


def block_reported(*, by: Person, concern: Concern, at: datetime) -> Block:
    """Want no more contact with whoever wrote it, known by the name it was shown under."""
    _must_be_theirs(by, concern)
    if concern.about is None:
        raise NobodyToBlock("They have left, so there is nobody to block.")
    return block(by=by, person=concern.about, known_as=concern.evidence_author, at=at)


def _must_be_theirs(by: Person, concern: Concern) -> None:
    if concern.raised_by_id != by.pk:
        raise NotYourReport("This is somebody else's report.")
