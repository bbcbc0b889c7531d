"""Finds who writes, and whether they may: the first step of every verb that writes in a network."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.utils.formats import date_format
from django.utils.timezone import localtime

from networks.models import Membership, Network
from networks.rules import has_agreed, is_muted
from people.models import Person


class MayNotPost(PermissionDenied):
    """Only who is in the network writes in it."""


class AgreeFirst(MayNotPost):
    """The house agreement has changed since they agreed to it; `membership` is their part, where they do so."""

    def __init__(self, membership: Membership) -> None:
        super().__init__("The house agreement has changed. Please read it and agree to it before you write.")
        self.membership = membership


class IsMuted(MayNotPost):
    """A moderator has asked them to only read for some days."""


class MayNotLead(PermissionDenied):
    """Hosts do this, and those who are trained to lead."""


def author_in(network: Network, person: Person, at: datetime) -> Membership:
    """Their membership, locked: copies of one request, and leaving meanwhile, wait for each other.

    Raises `MayNotPost` with words for who is not in it, has not agreed to its agreement as it is now, or is muted.
    """
    membership = member_in(network, person)
    if not has_agreed(membership):
        raise AgreeFirst(membership)
    if membership.muted_until and is_muted(membership, at):
        until = date_format(localtime(membership.muted_until), "j F, H:i")
        raise IsMuted(f"A moderator has asked you to only read here until {until}.")
    return membership


def member_in(network: Network, person: Person) -> Membership:
    """Their membership, locked, for what one may do without writing; raises `MayNotPost` for who is not in it."""
    # Without the key, or two who answer, mention or help each other at the same moment would wait for each other.
    current = Membership.objects.current().select_for_update(of=("self",), no_key=True)
    membership = current.select_related("person", "network").filter(person=person, network=network).first()
    if membership is None:
        raise MayNotPost("Join this network to write in it.")
    return membership
