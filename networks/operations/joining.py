"""Verbs of coming and going: join a network, leave it, come back."""

import unicodedata
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime

from messaging.models import Notice
from messaging.operations import write_notice
from networks.machines import MEMBERSHIP
from networks.models import Membership, Network
from networks.rules import REST_AFTER_REFUSAL, may_ask_again, may_join
from people.models import Person
from people.operations import move, remember
from safeguarding.operations import end_moderating


class MayNotJoin(PermissionDenied):
    """The network is for another age group, or the person has not told us theirs."""


class NameIsTaken(ValidationError):
    """Somebody in the network has that name, or had it and their posts still carry it."""


class NameIsKnown(ValidationError):
    """The person goes by that name elsewhere here, so it would tell who they are."""


class AskAgainLater(ValidationError):
    """A host has said no a short while ago."""


class LastHost(ValidationError):
    """A network without a host would leave everyone who asks to join without an answer."""


@transaction.atomic
def join(*, by: Person, network: Network, chosen_name: str, at: datetime) -> Membership:
    """Join an open network at once, or ask the hosts of one that wants to be asked; twice changes nothing.

    Who left and comes back keeps the name that their posts carry.
    In this order: the rule, the asking, then joined at once or a notice to each host.
    """
    if not may_join(by, network):
        raise MayNotJoin("This network is for another age group.")
    membership = _own(by, network)
    if membership and membership.state in (Membership.State.ASKED, Membership.State.JOINED):
        return membership
    if membership:
        _ask_again(by, membership, _tidy(chosen_name), at)
    else:
        membership = _ask_first(by, network, _tidy(chosen_name), at)
    if network.joining == Network.Joining.OPEN:
        move(membership, Membership.State.JOINED, machine=MEMBERSHIP, by=by, at=at, about=by)
    else:
        _tell_hosts(network, at)
    return membership


@transaction.atomic
def leave(*, by: Person, network: Network, at: datetime) -> None:
    """Leave, or take back one's asking to join; the posts stay, under the chosen name. Twice changes nothing."""
    membership = _own(by, network)
    if membership is None or not MEMBERSHIP.allows(membership.state, Membership.State.LEFT):
        return
    if membership.is_host and not network.memberships.hosts().exclude(pk=membership.pk).exists():
        raise LastHost("You are the only host. Please make somebody else a host first.")
    move(membership, Membership.State.LEFT, machine=MEMBERSHIP, by=by, at=at, about=by)
    end_moderating(person=by, scope=network.scope, at=at)
    membership.is_host, membership.is_leader, membership.since = False, False, at
    membership.save(update_fields=["is_host", "is_leader", "since"])


def _own(person: Person, network: Network) -> Membership | None:
    """The lock lets comings and goings of one network wait for each other: no name twice, no last two hosts gone."""
    Network.objects.select_for_update(no_key=True).get(pk=network.pk)
    return network.memberships.filter(person=person).first()


def _ask_first(by: Person, network: Network, name: str, at: datetime) -> Membership:
    _check_name(by, network, name)
    membership = Membership.objects.create(
        network=network, person=by, chosen_name=name, state=Membership.State.ASKED, since=at
    )
    remember(membership, machine=MEMBERSHIP, before="", by=by, at=at, about=by)
    return membership


def _ask_again(by: Person, membership: Membership, name: str, at: datetime) -> None:
    if not may_ask_again(membership, at):
        raise AskAgainLater(f"You are welcome to ask again from {_day(membership.since + REST_AFTER_REFUSAL)}.")
    if membership.state == Membership.State.REFUSED:
        _check_name(by, membership.network, name)
        membership.chosen_name = name
    move(membership, Membership.State.ASKED, machine=MEMBERSHIP, by=by, at=at, about=by)
    membership.since = at
    membership.save(update_fields=["chosen_name", "since"])


def _day(at: datetime) -> str:
    return date_format(localtime(at), "j F")


def _check_name(person: Person, network: Network, name: str) -> None:
    others = network.memberships.filter(chosen_name__iexact=name).exclude(person=person)
    if others.exists():
        raise NameIsTaken({"chosen_name": "Somebody here has this name. Please choose another."})
    elsewhere = person.memberships.exclude(network=network).values_list("chosen_name", flat=True)
    known = {person.chosen_name, person.full_name, *elsewhere}
    if name.casefold() in {one.casefold() for one in known}:
        words = "You use this name elsewhere. Another one keeps people from linking the two."
        raise NameIsKnown({"chosen_name": words})


def _tidy(name: str) -> str:
    """Letters that only look different, and extra spaces, must not make a second "Heron"."""
    return " ".join(unicodedata.normalize("NFKC", name).split())


def _tell_hosts(network: Network, at: datetime) -> None:
    # The mail names no network: what somebody is a member of may be the most private thing about them.
    for host in network.memberships.hosts().select_related("person"):
        write_notice(
            person=host.person,
            kind=Notice.Kind.NETWORKS,
            subject="Somebody asks to join your network",
            body="Somebody asks to join a network you host, and waits for your answer.",
            path=reverse("networks"),
            at=at,
        )
