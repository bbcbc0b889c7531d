"""Questions about first looks and those who answer for a network: what waits, for how long, and for whom."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet

from networks.models import Membership, Network, Post, Thread
from networks.models.standing import Standing
from people.models import Person, Role
from people.rules import coordinators
from safeguarding.models import Appeal, Concern, Measure

# Whoever wrote waits no longer than this for the hosts alone.
LATE = timedelta(days=1)


def networks_moderated_by(person: Person) -> QuerySet[Network]:
    """Those they host; a coordinator stands in for all others, where what waits too long is theirs to read."""
    if coordinators(person):
        return Network.objects.all()
    return Network.objects.filter(pk__in=Membership.objects.hosts().filter(person=person).values("network_id"))


def posts_waiting(viewer: Person, at: datetime) -> QuerySet[Post]:
    """Posts that wait for a first look by this person, the longest waiting first: never their own.

    A host reads those of their networks, except where there is a block. A coordinator reads what has waited for a day,
    and everything where no host is left.
    """
    waiting = Post.objects.filter(state=Standing.WAITING)
    hosted = Membership.objects.hosts().filter(person=viewer).values("network_id")
    by_hosts = waiting.filter(thread__network__in=hosted, pk__in=Post.objects.visible_to(viewer).values("pk"))
    seen = Q(pk__in=by_hosts.values("pk"))
    if coordinators(viewer):
        seen |= Q(posted_at__lte=at - LATE) | Q(~Exists(_hosts_of("thread__network")))
    found = waiting.filter(seen).exclude(author__person=viewer).prefetch_related("pictures")
    return found.select_related("author__person", "thread__network", "thread__begun_by__person").order_by(
        "posted_at", "pk"
    )


def asking_where_no_host_is(viewer: Person) -> QuerySet[Membership]:
    """Who asks to join a network that nobody hosts, for the coordinators who answer instead."""
    asking = Membership.objects.asking() if coordinators(viewer) else Membership.objects.none()
    return asking.filter(~Exists(_hosts_of("network"))).exclude(person=viewer).order_by("since", "pk")


def memberships_to_answer(viewer: Person) -> QuerySet[Membership]:
    """Those a host sees, and those a coordinator answers for where there is no host."""
    seen = Membership.objects.visible_to(viewer).values("pk")
    found = Q(pk__in=seen) | Q(pk__in=asking_where_no_host_is(viewer).values("pk"))
    return Membership.objects.filter(found).select_related("network", "person")


def posts_moderated_by(viewer: Person) -> QuerySet[Post]:
    """Those a first look may have been at: whoever comes second hears that it was read, and not that there is none."""
    hosted = Membership.objects.hosts().filter(person=viewer).values("network_id")
    posts = Post.objects.select_related("author__person", "thread__network", "thread__begun_by__person")
    others = posts.exclude(author__person=viewer).exclude(thread__kind=Thread.Kind.PRIVATE)
    if coordinators(viewer):
        return others
    return others.filter(thread__network__in=hosted, pk__in=Post.objects.visible_to(viewer).values("pk"))


def posts_waiting_in(network: Network, viewer: Person, at: datetime) -> QuerySet[Post]:
    return posts_waiting(viewer, at).filter(thread__network=network)


def networks_with_late_posts(at: datetime) -> QuerySet[Network]:
    """Those in which something has waited for a first look for a day."""
    late = Post.objects.filter(state=Standing.WAITING, posted_at__lte=at - LATE)
    return Network.objects.filter(pk__in=late.values("thread__network_id"))


def coordinators_for(network: Network) -> QuerySet[Person]:
    """Who coordinates its area, one that it lies in or everywhere; all coordinators where there are none such."""
    roles = Role.objects.current().filter(kind=Role.Kind.COORDINATOR, person__is_active=True)
    near = roles.reaching([network.area_id]) if network.area_id else roles
    found: QuerySet[Person] = Person.objects.filter(pk__in=(near if near.exists() else roles).values("person"))
    return found


def _hosts_of(network: str) -> QuerySet[Membership]:
    return Membership.objects.hosts().filter(network=OuterRef(network), person__is_active=True)


@dataclass(frozen=True)
class HostsJudged:
    """How a network is looked after, for coordinators: counts only, and no words of anybody's."""

    network: Network
    hosts: int
    waiting: int
    waiting_since: datetime | None
    reports: int
    reports_late: int
    measures: int
    overturned: int


def hosts_judged(networks: list[Network], at: datetime) -> list[HostsJudged]:
    """In a fixed number of queries: hosts, what waits, reports, measures, and those that an appeal overturned."""
    ids, scopes = [one.pk for one in networks], [one.scope for one in networks]
    hosts = Membership.objects.hosts().filter(network__in=ids, person__is_active=True).order_by().values("network")
    host_counts = {row["network"]: row["n"] for row in hosts.annotate(n=Count("pk"))}
    posts = Post.objects.filter(state=Standing.WAITING, thread__network__in=ids).order_by().values("thread__network")
    waiting = {row["thread__network"]: row for row in posts.annotate(n=Count("pk"), since=Min("posted_at"))}
    concerns = Concern.objects.open().filter(scope__in=scopes).exclude(reason=Concern.Reason.NOTICED)
    late = Count("pk", filter=Q(due_at__lt=at, state=Concern.State.OPEN))
    reports = {row["scope"]: row for row in concerns.order_by().values("scope").annotate(n=Count("pk"), late=late)}
    taken = Measure.objects.filter(scope__in=scopes, by__isnull=False).order_by().values("scope")
    upheld = Count("pk", filter=Q(appeal__state=Appeal.State.UPHELD))
    measures = {row["scope"]: row for row in taken.annotate(n=Count("pk"), upheld=upheld)}
    nothing: dict[str, Any] = {}
    return [
        HostsJudged(
            network=one,
            hosts=host_counts.get(one.pk, 0),
            waiting=waiting.get(one.pk, nothing).get("n", 0),
            waiting_since=waiting.get(one.pk, nothing).get("since"),
            reports=reports.get(one.scope, nothing).get("n", 0),
            reports_late=reports.get(one.scope, nothing).get("late", 0),
            measures=measures.get(one.scope, nothing).get("n", 0),
            overturned=measures.get(one.scope, nothing).get("upheld", 0),
        )
        for one in networks
    ]
