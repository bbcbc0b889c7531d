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
from networks.models import Idea, Membership, Network
from networks.operations.asking import let_go_of_asks
from networks.operations.places import give_up_all_places
from networks.rules import (
    REST_AFTER_REFUSAL,
    is_kept_out,
    may_ask_again,
    may_join,
    must_ask,
    muted_until,
    needs_an_invitation,
)
from people.models import Person
from people.operations import move, remember
from safeguarding.operations import end_moderating


class MayNotJoin(PermissionDenied):
    """The network is for others or by invitation, the person has not told us their age group, or may not come back."""


class AgreementHasChanged(ValidationError):
    """What they read is no longer what is agreed to."""

    def __init__(self) -> None:
        super().__init__("The agreement was changed while you read it. Here it is as it is now: please read it again.")


class NameIsTaken(ValidationError):
    """Somebody in the network has that name, or had it and their posts still carry it."""


class NameIsKnown(ValidationError):
    """The person goes by that name elsewhere here, so it would tell who they are."""


class AskAgainLater(ValidationError):
    """A host has said no a short while ago."""


class LastHost(ValidationError):
    """A network without a host would leave everyone who asks to join without an answer."""


@transaction.atomic
def join(*, by: Person, network: Network, chosen_name: str, at: datetime, version: int | None = None) -> Membership:
    """Join an open network at once, or ask the hosts of one that wants to be asked; twice changes nothing.

    Who left and comes back keeps the name that their posts carry; whom a moderator took out asks the hosts.
    `version` is that of the house agreement they read.
    In this order: the rule, the asking, then joined at once or a notice to each host.
    """
    if not may_join(by, network):
        raise MayNotJoin("This network is for other people.")
    network, membership = part_of(by, network)
    if membership and membership.state in (Membership.State.ASKED, Membership.State.JOINED):
        return membership
    if needs_an_invitation(network):
        raise MayNotJoin("One joins this network by invitation.")
    was_taken_out = must_ask(by, network, at)
    membership = come_in(by, network, membership, chosen_name, version=version, at=at)
    if network.joining == Network.Joining.OPEN and not was_taken_out:
        move(membership, Membership.State.JOINED, machine=MEMBERSHIP, by=by, at=at, about=by)
    else:
        _tell_hosts(network, at)
    return membership


@transaction.atomic
def leave(*, by: Person, network: Network, at: datetime) -> None:
    """Leave, or take back one's asking to join; the posts stay, under the chosen name. Twice changes nothing."""
    _, membership = part_of(by, network)
    # A ban can be taken back into having left, and a removal too, but not by oneself.
    if membership is None or membership.state not in (Membership.State.ASKED, Membership.State.JOINED):
        return
    if membership.is_host and not network.memberships.hosts().exclude(pk=membership.pk).exists():
        raise LastHost("You are the only host. Please make somebody else a host first.")
    move(membership, Membership.State.LEFT, machine=MEMBERSHIP, by=by, at=at, about=by)
    Membership.objects.filter(pk=membership.pk).update(since=at)
    lose_parts(membership, by=by, at=at)


def lose_parts(membership: Membership, *, by: Person | None, at: datetime) -> None:
    """Host and lead no more, leave to others one's places and what one said yes to: what every way out has in common.

    For the transaction that has just ended the membership.
    """
    membership.is_host, membership.is_leader, membership.trained_on = False, False, None
    membership.save(update_fields=["is_host", "is_leader", "trained_on"])
    end_moderating(person=membership.person, scope=membership.network.scope, at=at)
    give_up_all_places(membership=membership, by=by, at=at)
    let_go_of_asks(membership=membership, by=by, at=at)


def part_of(person: Person, network: Network) -> tuple[Network, Membership | None]:
    """The network as it is now, and the person's part in it.

    The lock lets comings and goings of one network wait for each other: no name twice, no last two hosts gone.
    """
    locked = Network.objects.select_for_update(no_key=True).get(pk=network.pk)
    return locked, locked.memberships.filter(person=person).first()


def come_in(
    by: Person,
    network: Network,
    membership: Membership | None,
    chosen_name: str,
    *,
    version: int | None,
    at: datetime,
) -> Membership:
    """Ask to join, for the first time or again, in the caller's transaction that has got both from `part_of`.

    Every way in begins by this; it notes which agreement was agreed to.
    """
    if is_kept_out(by, network, at):
        raise MayNotJoin("You may not come back to this network.")
    if version not in (None, network.agreement_version):
        raise AgreementHasChanged
    if membership is None:
        membership = _ask_first(by, network, tidy(chosen_name), at)
    elif membership.state != Membership.State.ASKED:
        _ask_again(by, membership, tidy(chosen_name), at)
    membership.agreed_version = network.agreement_version
    # Who was muted in the whole service only reads here too, however they came in.
    membership.muted_until = muted_until(by, network, at)
    membership.save(update_fields=["agreed_version", "muted_until"])
    return membership


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
    check_elsewhere(person, name, field="chosen_name", network=network)


def check_elsewhere(person: Person, name: str, *, field: str, network: Network | None = None) -> None:
    """Raise `NameIsKnown`, beside this field, for a name the person has anywhere but in `network`, or waits to have."""
    elsewhere = person.memberships.exclude(network=network).values_list("chosen_name", flat=True)
    waiting = Idea.objects.waiting().filter(by=person).values_list("host_name", flat=True)
    known = {person.chosen_name, person.full_name, *elsewhere, *(waiting if network else ())}
    if name.casefold() in {one.casefold() for one in known}:
        words = "You use this name elsewhere. Another one keeps people from linking the two."
        raise NameIsKnown({field: words})


def tidy(name: str) -> str:
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
