"""What somebody can report in their networks besides posts: names and pages of others."""

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from networks.models import Membership, Network, Post, Resource, ResourceVersion
from people.models import Person
from safeguarding.queries import blocked_ids


def names_of_others(viewer: Person) -> QuerySet[Membership]:
    """Of who is in one of the viewer's networks, or wrote there something they see."""
    others = Membership.objects.filter(network__in=Network.objects.joined_by(viewer))
    wrote = Exists(Post.objects.visible_to(viewer).filter(author=OuterRef("pk")))
    there = Q(pk__in=Membership.objects.current().values("pk")) | Q(wrote)
    return (
        others.filter(there).exclude(person__in=blocked_ids(viewer) | {viewer.pk}).select_related("person", "network")
    )


def pages_of_others(viewer: Person) -> QuerySet[ResourceVersion]:
    """The latest version of each page that the viewer sees, unless they wrote it themselves."""
    latest = ResourceVersion.objects.filter(version=F("resource__version"))
    seen = latest.filter(resource__in=Resource.objects.visible_to(viewer))
    return seen.exclude(by__person=viewer).select_related("by__person", "by__network", "resource__network")
