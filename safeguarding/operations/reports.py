"""What somebody may still do with what they reported: say more, take it back, or block whoever it is about."""

from datetime import datetime

from django.core.exceptions import PermissionDenied

from people.errors import HasMovedOn
from people.models import Person
from people.operations import move
from safeguarding.machines import CONCERN
from safeguarding.models import Block, Concern
from safeguarding.operations.blocks import block


class NotYourReport(PermissionDenied):
    """Only whoever reported something does anything more with it."""


class NobodyToBlock(PermissionDenied):
    """The account the report is about is gone."""


def add_to_report(*, by: Person, concern: Concern, reason: str, words: str) -> None:
    """Say what is wrong, after the one press that reported it; no more once somebody looks into it."""
    _must_be_theirs(by, concern)
    if not Concern.objects.filter(pk=concern.pk, state=Concern.State.OPEN).update(reason=reason, words=words):
        raise HasMovedOn
    concern.reason, concern.words = reason, words


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
