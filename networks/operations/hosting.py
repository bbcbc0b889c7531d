"""Verbs of hosts: say yes or no to somebody who asks to join, and name who hosts or leads and who does no longer."""

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse

from messaging.models import Notice
from messaging.operations import write_notice
from networks.machines import MEMBERSHIP
from networks.models import Membership, Network
from networks.operations.joining import LastHost
from networks.operations.standing_in import tell_of_no_host
from networks.rules import may_found, may_host, may_stand_in
from people.errors import HasMovedOn
from people.models import Person
from people.operations import move, record_read
from safeguarding.operations import end_moderating, let_moderate


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
    _settle(by, membership)
    members = Membership.objects.filter(pk=membership.pk)
    if members.filter(is_host=False).update(is_host=True):
        membership.is_host = True
        let_moderate(person=membership.person, scope=membership.network.scope, at=at)
        _tell(membership.person, "You are a host now", "You now host a network you are in.", at)


@transaction.atomic
def end_hosting(*, by: Person, membership: Membership, at: datetime) -> None:
    """Let a host be a member like others; who is told, unless they did it themselves. Twice changes nothing.

    Raises `LastHost` for the only one. Of two who stop at the same moment the second hears of it: both hold the
    network.
    """
    network = _settle(by, membership, or_oneself=True)
    if not Membership.objects.filter(pk=membership.pk, is_host=True).exists():
        return
    is_last = not network.memberships.hosts().exclude(pk=membership.pk).exists()
    # A coordinator may end it all the same, and coordinators then stand in until there is another.
    if is_last and not may_found(by):
        raise LastHost("A network needs a host. Please make somebody else a host first.")
    Membership.objects.filter(pk=membership.pk).update(is_host=False)
    membership.is_host = False
    end_moderating(person=membership.person, scope=network.scope, at=at)
    tell_of_no_host(network, at)
    if by != membership.person:
        _tell(
            membership.person,
            "You do not host a network any more",
            "You are in the network as before, and others look after it now. Thank you for what you did.",
            at,
        )


@transaction.atomic
def make_leader(*, by: Person, membership: Membership, trained_on: date, at: datetime) -> None:
    """Name a member a leader, who was trained on that day, and tell them: they may plan events and courses."""
    _settle(by, membership)
    members = Membership.objects.filter(pk=membership.pk)
    was_leader = membership.is_leader
    members.update(is_leader=True, trained_on=trained_on)
    membership.is_leader, membership.trained_on = True, trained_on
    if not was_leader:
        _tell(
            membership.person,
            "You are a leader now",
            "In a network you are in, you can now plan events and courses and keep the resources.",
            at,
        )


@transaction.atomic
def end_leading(*, by: Person, membership: Membership, at: datetime) -> None:
    """Let a leader be a member like others, and tell them unless they did it themselves. Twice changes nothing."""
    _settle(by, membership, or_oneself=True)
    leaders = Membership.objects.filter(pk=membership.pk, is_leader=True)
    if leaders.update(is_leader=False, trained_on=None):
        membership.is_leader, membership.trained_on = False, None
        if by != membership.person:
            _tell(
                membership.person,
                "You do not lead in a network any more",
                "You are in the network as before. Thank you for what you did.",
                at,
            )


@transaction.atomic
def look_at_hosts(*, by: Person, network: Network, at: datetime) -> dict[int, str]:
    """The full names of the hosts whom a coordinator looks after, by membership; each can see that they were read.

    For everybody else there are none: hosts are known to the network by the name they have in it.
    """
    if not may_found(by) or may_host(by, network):
        return {}
    seen = Person.objects.visible_to(by).exclude(pk=by.pk)
    hosts = network.memberships.hosts().filter(person__in=seen).select_related("person")
    for host in hosts:
        record_read(by=by, person=host.person, why="to see who hosts a network", at=at)
    return {host.pk: host.person.full_name or host.person.chosen_name for host in hosts}


def _settle(by: Person, membership: Membership, *, or_oneself: bool = False) -> Network:
    """The network, held so that no last two hosts stop at once; raises `MayNotHost` for who may not settle this.

    Everybody may stop being what they are themselves.
    """
    network = Network.objects.select_for_update(no_key=True).get(pk=membership.network_id)
    is_own = or_oneself and membership.person_id == by.pk
    if not (may_host(by, network) or may_found(by) or is_own):
        raise MayNotHost("Only a host of this network settles who hosts and leads.")
    if not Membership.objects.current().filter(pk=membership.pk).exists():
        raise HasMovedOn("They are not in this network any more.")
    return network


@transaction.atomic
def _answer(membership: Membership, to: str, *, by: Person, at: datetime, body: str) -> None:
    if not (may_host(by, membership.network) or may_stand_in(by, membership.network)):
        raise MayNotHost("Only a host of this network answers.")
    person = membership.person
    move(membership, to, machine=MEMBERSHIP, by=by, at=at, about=person)
    membership.since = at
    membership.save(update_fields=["since"])
    _tell(person, "Your request to join was answered", body, at)


def _tell(person: Person, subject: str, body: str, at: datetime) -> None:
    kind = Notice.Kind.NETWORKS
    write_notice(person=person, kind=kind, subject=subject, body=body, path=reverse("networks"), at=at)
