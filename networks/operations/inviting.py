"""Verbs of invitations: a host makes a link and takes it back, and whoever has it comes in by it."""

from datetime import datetime, timedelta
from secrets import token_urlsafe

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F

from networks.machines import MEMBERSHIP
from networks.models import Invitation, Membership, Network
from networks.operations.hosting import MayNotHost
from networks.operations.joining import MayNotJoin, come_in, part_of
from networks.rules import may_host, may_join, must_ask
from people.models import Person
from people.operations import move

# 160 bits of chance: nobody guesses one, so that guessing needs no limit.
BYTES_OF_A_CODE = 20


class InvitationIsOver(ValidationError):
    """It was used as often as it may be, taken back, or its time is over."""

    def __init__(self) -> None:
        super().__init__("This invitation is not good any more. Ask whoever gave it to you for another one.")


@transaction.atomic
def make_invitation(
    *, by: Person, network: Network, may_be_used: int, days: int, at: datetime, note: str = ""
) -> Invitation:
    """Make a link that lets so many people in during so many days."""
    if not may_host(by, network):
        raise MayNotHost("Only a host of this network invites people.")
    return Invitation.objects.create(
        network=network,
        code=token_urlsafe(BYTES_OF_A_CODE),
        note=note,
        made_by=network.memberships.get(person=by),
        made_at=at,
        expires_at=at + timedelta(days=days),
        may_be_used=may_be_used,
    )


def withdraw_invitation(*, by: Person, invitation: Invitation, at: datetime) -> None:
    """Let the link lead nowhere from now on; whoever has come by it stays. Twice changes nothing."""
    if not may_host(by, invitation.network):
        raise MayNotHost("Only a host of this network takes an invitation back.")
    Invitation.objects.filter(pk=invitation.pk, revoked_at=None).update(revoked_at=at)


@transaction.atomic
def join_by_invitation(
    *, by: Person, invitation: Invitation, chosen_name: str, at: datetime, version: int | None = None
) -> Membership:
    """Come in at once, whatever the way of joining; who is in already uses nothing up.

    Age and circle hold as everywhere. In this order: the rule, one use taken, the name, joined. The last use goes to
    one of those who press at once, because it is taken by one statement that asks and counts.
    """
    if not may_join(by, invitation.network):
        raise MayNotJoin("This network is for other people.")
    network, membership = part_of(by, invitation.network)
    if membership and membership.state == Membership.State.JOINED:
        return membership
    if must_ask(by, network, at):
        raise MayNotJoin("You cannot come back by an invitation.")
    if not Invitation.objects.usable(at).filter(pk=invitation.pk).update(used=F("used") + 1):
        raise InvitationIsOver
    membership = come_in(by, network, membership, chosen_name, version=version, at=at)
    move(membership, Membership.State.JOINED, machine=MEMBERSHIP, by=by, at=at, about=by)
    membership.since = at
    membership.save(update_fields=["since"])
    return membership
