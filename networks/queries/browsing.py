"""Questions about networks: which are there for somebody, which they host, and where people wait."""

from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast, Coalesce

from networks.models import Membership, Network, Thread
from networks.queries.counting import count_of
from people.models import Area, Person, Topic
from people.rules import coordinators
from safeguarding.queries import blocked_ids

NETWORKS_ON_A_PAGE = 20


@dataclass(frozen=True)
class Wanted:
    """What somebody looks for; what is for everywhere, or for a whole service, is for each of its areas too."""

    word: str = ""
    area: Area | None = None
    language: str = ""
    topic: Topic | None = None

    def __bool__(self) -> bool:
        return self != Wanted()


ANYTHING = Wanted()


def networks_for(person: Person, wanted: Wanted = ANYTHING) -> QuerySet[Network]:
    """The networks whose door the person sees, joined ones first.

    Each knows `is_mine`, `standing` (the state of the person's membership, if any), `members` and
    `discussions`.
    """
    return (
        described(Network.objects.visible_to(person), person)
        .filter(_fits(wanted))
        .order_by(F("is_mine").desc(), "name")
    )


def described(networks: QuerySet[Network], person: Person) -> QuerySet[Network]:
    """What a card or a door says of each, without one question more for each.

    Its numbers leave out who is kept apart from the person, and what they began, as the pages inside do.
    """
    apart = blocked_ids(person)
    of_this = Membership.objects.filter(network=OuterRef("pk"))
    talks = Thread.objects.public().filter(network=OuterRef("pk"), kind=Thread.Kind.TALK)
    return networks.select_related("area").annotate(
        is_mine=Exists(of_this.current().filter(person=person)),
        standing=Coalesce(Subquery(of_this.filter(person=person).values("state")), Value("")),
        members=count_of(of_this.current().exclude(person__in=apart), "network"),
        discussions=count_of(talks.exclude(begun_by__person__in=apart), "network"),
    )


def described_to(person: Person, network: Network) -> Network:
    """One network as its door says it, for who sees the door by an invitation."""
    return described(Network.objects.filter(pk=network.pk), person).get()


def _fits(wanted: Wanted) -> Q:
    fits = Q()
    if wanted.word:
        fits &= Q(name__icontains=wanted.word) | Q(purpose__icontains=wanted.word)
    if wanted.area:
        fits &= Q(area__in=Area.objects.over([wanted.area.pk])) | Q(area=None)
    if wanted.language:
        # As text, because not every database can look into a list; the codes are our own.
        spoken = Network.objects.annotate(spoken=Cast("languages", TextField()))
        fits &= Q(pk__in=spoken.filter(spoken__contains=f'"{wanted.language}"').values("pk"))
    if wanted.topic:
        fits &= Q(pk__in=wanted.topic.networks.values("pk"))
    return fits


def networks_joined_by(person: Person) -> QuerySet[Network]:
    return Network.objects.joined_by(person)


def networks_hosted_by(person: Person) -> QuerySet[Network]:
    hosting = Membership.objects.hosts().filter(person=person)
    return Network.objects.filter(pk__in=hosting.values("network_id"))


def networks_looked_after_by(person: Person) -> QuerySet[Network]:
    """Those whose settings and hosts they see: all for a coordinator, else those they host."""
    return Network.objects.all() if coordinators(person) else networks_hosted_by(person)


def networks_waiting_for(host: Person) -> QuerySet[Network]:
    """The networks in which people wait for this host's answer, with how many as `asking`."""
    asked = Count("memberships", filter=Q(memberships__state=Membership.State.ASKED))
    return networks_hosted_by(host).annotate(asking=asked).filter(asking__gt=0)
