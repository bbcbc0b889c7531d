"""Verbs of blocks of sessions: agree on so many hours, and close what needs no more of them."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse

from matching.models import Pairing
from matching.operations.holding import hold
from messaging.models import Notice
from messaging.operations import write_notice
from people.models import Person
from support.models import SessionBlock
from support.operations.appointments import NotYours
from support.operations.holding import hold_together
from support.rules import may_agree_on_hours


@transaction.atomic
def begin_block(*, by: Person, pairing: Pairing, title: str, minutes: int, at: datetime) -> SessionBlock:
    """Agree on so many minutes for something; the member is told. The same again while it is open is the same block."""
    if not may_agree_on_hours(by, pairing):
        raise NotYours
    hold_together(pairing)
    block, is_new = SessionBlock.objects.open().get_or_create(
        pairing=pairing, title=title, minutes=minutes, defaults={"begun_by": by, "begun_at": at}
    )
    if is_new:
        write_notice(
            person=pairing.request.person,
            kind=Notice.Kind.SUPPORT,
            subject="A block of sessions is agreed for you",
            body="How many hours it has, and how many are left, stands on its page.",
            path=reverse("session_block", args=[block.pk]),
            at=at,
        )
    return block


@transaction.atomic
def close_block(*, by: Person, block: SessionBlock, at: datetime) -> None:
    """Nothing more is booked from it; what is booked stays booked and counts. Twice changes nothing."""
    hold(block.pairing.request)
    block.refresh_from_db(fields=["pairing"])
    if not may_agree_on_hours(by, block.pairing):
        raise NotYours
    SessionBlock.objects.open().filter(pk=block.pk).update(closed_at=at)


def go_on_with_blocks(*, pairing: Pairing) -> None:
    """What is left of the member's hours goes on with them, to whoever is alongside them now."""
    SessionBlock.objects.open().filter(pairing__request__person=pairing.request.person).update(pairing=pairing)
