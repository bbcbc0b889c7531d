"""Questions about who is in a network, who hosts and leads it, who asks to join and who is invited."""

from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from networks.models import Agreement, Invitation, Membership, Network, Thread
from networks.rules import is_kept_out, may_join, must_ask
from people.models import Person
from people.rules import coordinators
from safeguarding.queries import blocked_ids


def hosts_of(network: Network) -> QuerySet[Membership]:
    return network.memberships.hosts().order_by("chosen_name")


def leaders_of(network: Network) -> QuerySet[Membership]:
    """Those trained to lead, hosts among them."""
    return network.memberships.current().filter(is_leader=True).order_by("chosen_name")


def membership_of(person: Person, network: Network) -> Membership | None:
    return Membership.objects.filter(person=person, network=network).first()


def others_between(thread: Thread, viewer: Person) -> QuerySet[Membership]:
    """Who else reads a private thread now, except where there is a block."""
    there = Membership.objects.current().filter(places_in_threads__thread=thread)
    return there.exclude(person__in=blocked_ids(viewer) | {viewer.pk}).order_by("chosen_name")


def memberships_for(viewer: Person) -> QuerySet[Membership]:
    return Membership.objects.visible_to(viewer).select_related("network", "person")


def own_memberships(person: Person) -> QuerySet[Membership]:
    return Membership.objects.current().filter(person=person).select_related("network")


def memberships_settled_by(viewer: Person) -> QuerySet[Membership]:
    """Those who may be named host or leader, or be it no longer, by this host or coordinator; and one's own."""
    every = Membership.objects.current().select_related("network", "person")
    return every if coordinators(viewer) else every & Membership.objects.visible_to(viewer)


def asking_to_join(network: Network) -> QuerySet[Membership]:
    """Who waits for a host's answer, the longest waiting first."""
    return network.memberships.asking().order_by("since", "pk")


def fellow_members(network: Network) -> QuerySet[Membership]:
    """Members who are not hosts yet."""
    return network.memberships.current().filter(is_host=False).order_by("chosen_name")


def not_leading(network: Network) -> QuerySet[Membership]:
    """Members who are not leaders yet."""
    return network.memberships.current().filter(is_leader=False).order_by("chosen_name")


def agreements_of(network: Network) -> QuerySet[Agreement]:
    """Every version, the newest first, with the name of whoever wrote it."""
    return network.agreements.select_related("changed_by")


def invitations_of(network: Network, at: datetime) -> QuerySet[Invitation]:
    """All that were made, each knowing whether it `is_good` still."""
    good = Invitation.objects.usable(at).filter(pk=OuterRef("pk"))
    return network.invitations.annotate(is_good=Exists(good))


def invitations_for(host: Person) -> QuerySet[Invitation]:
    hosted = Membership.objects.hosts().filter(person=host).values("network_id")
    return Invitation.objects.filter(network__in=hosted).select_related("network")


def invitation_to(viewer: Person, code: str, at: datetime) -> Invitation | None:
    """The invitation with this code, if it is good for the viewer.

    None whatever the reason: an invitation that is over tells no more of a hidden network than a code made up.
    Whoever is in already finds it, used up or not.
    """
    found = Invitation.objects.filter(code=code).select_related("network").first()
    if found is None or not may_join(viewer, found.network):
        return None
    part = membership_of(viewer, found.network)
    if part and part.state == Membership.State.JOINED:
        return found
    kept_out = is_kept_out(viewer, found.network, at) or must_ask(viewer, found.network, at)
    return None if kept_out or not Invitation.objects.usable(at).filter(pk=found.pk).exists() else found


def person_known_to(viewer: Person, email: str) -> Person | None:
    known: Person | None = Person.objects.active().visible_to(viewer).filter(email__iexact=email).first()
    return known
