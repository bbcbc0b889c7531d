"""Tells coordinators where a network has no host any more, so that nobody who waits there falls through."""

from datetime import datetime

from django.urls import reverse

from messaging.models import Notice
from messaging.operations import write_notice
from networks.models import Network
from networks.queries import coordinators_for
from networks.rules import has_a_host
from people.models import Person


def tell_of_no_host(network: Network, at: datetime) -> None:
    """A notice to the coordinators, where nobody hosts the network now."""
    if has_a_host(network):
        return
    for person in coordinators_for(network):
        write_notice(
            person=person,
            kind=Notice.Kind.SAFETY,
            subject="A network has no host",
            body="Its last host hosts it no more. Until there is another, coordinators read first posts.",
            path=reverse("hosts_judged"),
            at=at,
        )


def tell_of_networks_left_alone(*, person: Person, at: datetime) -> None:
    """The same for each network that only this person hosted, who cannot sign in any more."""
    hosted = Network.objects.filter(memberships__person=person, memberships__is_host=True, memberships__state="joined")
    for network in hosted:
        tell_of_no_host(network, at)
