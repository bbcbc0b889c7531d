"""Keeps two people apart, and lifts that again."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from people.models import Person
from safeguarding.models import Block
from safeguarding.rules import may_block
from safeguarding.signals import blocked


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
