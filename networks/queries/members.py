"""Questions about who is in a network, who hosts it and who asks to join."""

from django.db.models import QuerySet

from networks.models import Membership, Network
from people.models import Person


def hosts_of(network: Network) -> QuerySet[Membership]:
    return network.memberships.hosts().order_by("chosen_name")


def membership_of(person: Person, network: Network) -> Membership | None:
    return Membership.objects.filter(person=person, network=network).first()


def memberships_for(viewer: Person) -> QuerySet[Membership]:
    return Membership.objects.visible_to(viewer).select_related("network", "person")


def asking_to_join(network: Network) -> QuerySet[Membership]:
    """Who waits for a host's answer, the longest waiting first."""
    return network.memberships.asking().order_by("since", "pk")


def fellow_members(network: Network) -> QuerySet[Membership]:
    """Members who are not hosts yet."""
    return network.memberships.current().filter(is_host=False).order_by("chosen_name")


def person_known_to(viewer: Person, email: str) -> Person | None:
    known: Person | None = Person.objects.active().visible_to(viewer).filter(email__iexact=email).first()
    return known
