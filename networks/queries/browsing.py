"""Questions about networks: which are there for somebody, which they host, and where people wait."""

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from networks.models import Membership, Network, Thread
from networks.queries.counting import count_of
from people.models import Person

NETWORKS_ON_A_PAGE = 20


def networks_for(person: Person, word: str = "") -> QuerySet[Network]:
    """The networks whose door the person sees, joined ones first.

    Each knows `is_mine`, `standing` (the state of the person's membership, if any), `members` and
    `discussions`.
    """
    of_this = Membership.objects.filter(network=OuterRef("pk"))
    networks = Network.objects.visible_to(person).annotate(
        is_mine=Exists(of_this.current().filter(person=person)),
        standing=Coalesce(Subquery(of_this.filter(person=person).values("state")), Value("")),
        members=count_of(of_this.current(), "network"),
        discussions=count_of(Thread.objects.public().filter(network=OuterRef("pk"), kind=Thread.Kind.TALK), "network"),
    )
    if word:
        networks = networks.filter(Q(name__icontains=word) | Q(purpose__icontains=word))
    return networks.order_by("-is_mine", "name")


def networks_joined_by(person: Person) -> QuerySet[Network]:
    return Network.objects.joined_by(person)


def networks_hosted_by(person: Person) -> QuerySet[Network]:
    hosting = Membership.objects.hosts().filter(person=person)
    return Network.objects.filter(pk__in=hosting.values("network_id"))


def networks_waiting_for(host: Person) -> QuerySet[Network]:
    """The networks in which people wait for this host's answer, with how many as `asking`."""
    asked = Count("memberships", filter=Q(memberships__state=Membership.State.ASKED))
    return networks_hosted_by(host).annotate(asking=asked).filter(asking__gt=0)
