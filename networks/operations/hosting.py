"""Verbs of hosts: say yes or no to somebody who asks to join, and name another host."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse

from messaging.models import Notice
from messaging.operations import write_notice
from networks.machines import MEMBERSHIP
from networks.models import Membership
from networks.rules import may_found, may_host
from people.errors import HasMovedOn
from people.models import Person
from people.operations import move
from safeguarding.operations import let_moderate


class MayNotHost(PermissionDenied):
    """Only a host of the network does this."""


def approve_membership(*, by: Person, membership: Membership, at: datetime) -> None:
    """Let somebody in who asked, and tell them."""
    _answer(
        membership,
        Membership.State.JOINED,
        by=by,
        at=at,
        body="You asked to join a network, and a host has said yes. You can read and write there now.",
    )


def refuse_membership(*, by: Person, membership: Membership, at: datetime) -> None:
    """Say no for now to somebody who asked, and tell them kindly. It has no effect anywhere else."""
    _answer(
        membership,
        Membership.State.REFUSED,
        by=by,
        at=at,
        body=(
            "You asked to join a network, and this time a host has said no. It changes nothing else"
            " here: other networks are open to you, and so is asking for someone alongside you."
        ),
    )


@transaction.atomic
def make_host(*, by: Person, membership: Membership, at: datetime) -> None:
    """Let a member host the network too, and tell them; twice changes nothing."""
    if not (may_host(by, membership.network) or may_found(by)):
        raise MayNotHost("Only a host of this network can name another.")
    members = Membership.objects.current().filter(pk=membership.pk)
    if not members.exists():
        raise HasMovedOn("They are not in this network any more.")
    if members.filter(is_host=False).update(is_host=True):
        membership.is_host = True
        let_moderate(person=membership.person, scope=membership.network.scope, at=at)
        _tell(membership.person, "You are a host now", "You now host a network you are in.", at)


@transaction.atomic
def _answer(membership: Membership, to: str, *, by: Person, at: datetime, body: str) -> None:
    if not may_host(by, membership.network):
        raise MayNotHost("Only a host of this network answers.")
    person = membership.person
    move(membership, to, machine=MEMBERSHIP, by=by, at=at, about=person)
    membership.since = at
    membership.save(update_fields=["since"])
    _tell(person, "Your request to join was answered", body, at)


def _tell(person: Person, subject: str, body: str, at: datetime) -> None:
    kind = Notice.Kind.NETWORKS
    write_notice(person=person, kind=kind, subject=subject, body=body, path=reverse("networks"), at=at)
