"""Questions about what a network keeps: its pages, their history, and what in them wants looking after."""

from datetime import date, datetime, timedelta

from django.db.models import Count, F, Q, QuerySet

from networks.models import Membership, Network, Resource, ResourceLink, ResourceVersion
from networks.queries.naming import name_of
from people.models import Person
from safeguarding.queries import blocked_ids

RESOURCES_ON_A_PAGE = 20
VERSIONS_ON_A_PAGE = 20
LINKS_IN_A_RUN = 50
# A link that answered is asked again after a week, one that failed once after a day.
REST_BETWEEN_LOOKS = timedelta(days=7)
REST_AFTER_A_FAILURE = timedelta(days=1)
BETWEEN_NOTICES = timedelta(days=28)


def resources_of(network: Network, viewer: Person, words: str = "") -> QuerySet[Resource]:
    """The pages that are kept, by title; with `words`, those in which each of them stands."""
    found = Resource.objects.visible_to(viewer).kept().filter(network=network)
    for word in words.split():
        found = found.filter(Q(title__icontains=word) | Q(body__icontains=word))
    return found.annotate(broken=broken_links()).defer("body").order_by("title", "pk")


def removed_from(network: Network, viewer: Person) -> QuerySet[Resource]:
    """What hosts may put back, the latest first."""
    removed = Resource.objects.visible_to(viewer).filter(network=network).exclude(removed_at=None)
    return removed.defer("body").order_by("-removed_at", "-pk")


def resources_for(viewer: Person) -> QuerySet[Resource]:
    """Each with the name of its `reviewer`, empty where there is none to show."""
    seen = Resource.objects.visible_to(viewer).select_related("network")
    return seen.annotate(reviewer=name_of("reviewed_by", blocked_ids(viewer)))


def broken_links() -> Count:
    return Count("links", filter=Q(links__health=ResourceLink.Health.BROKEN))


def links_that_lead_nowhere(resource: Resource) -> QuerySet[ResourceLink]:
    return resource.links.filter(health=ResourceLink.Health.BROKEN)


def versions_of(resource: Resource, viewer: Person) -> QuerySet[ResourceVersion]:
    """Newest first, each with the name of its `writer`, empty where there is a block."""
    return resource.versions.annotate(writer=name_of("by", blocked_ids(viewer))).order_by("-version")


def in_need(network: Network, viewer: Person, today: date) -> QuerySet[Resource]:
    """The pages somebody should look after: a link leads nowhere, or the day to look it over has passed."""
    kept = Resource.objects.visible_to(viewer).kept().filter(network=network).annotate(broken=broken_links())
    needy = kept.filter(Q(broken__gt=0) | Q(review_due_on__lt=today))
    return needy.prefetch_related("links").defer("body").order_by("title", "pk")


def links_due(at: datetime) -> QuerySet[ResourceLink]:
    """The links to look at now, those that have waited longest first, as many as one run takes."""
    due = (
        Q(checked_at=None)
        | Q(checked_at__lte=at - REST_BETWEEN_LOOKS)
        | Q(times_failed=1, checked_at__lte=at - REST_AFTER_A_FAILURE)
    )
    waiting = ResourceLink.objects.filter(due, resource__removed_at=None)
    return waiting.order_by(F("checked_at").asc(nulls_first=True), "pk")[:LINKS_IN_A_RUN]


def networks_with_reviews_due(today: date, at: datetime) -> QuerySet[Network]:
    """Those with a page whose day has passed, whose hosts were not told within the month."""
    overdue = Resource.objects.kept().filter(review_due_on__lt=today)
    untold = Q(review_told_at=None) | Q(review_told_at__lte=at - BETWEEN_NOTICES)
    return Network.objects.filter(untold, pk__in=overdue.values("network_id"))


def hosts_to_tell(network: Network) -> QuerySet[Membership]:
    return network.memberships.hosts().select_related("person")
