"""Helpers, and who waits for a check."""

from django.db.models import Prefetch, QuerySet

from matching.models import Helper
from people.models import Person, Topic


def helper_of(person: Person) -> Helper | None:
    return Helper.objects.filter(person=person).select_related("person__area").first()


def helpers_to_check(viewer: Person) -> QuerySet[Helper]:
    """Helpers of the viewer's areas who wait for a check, and those whose check can be renewed."""
    return (
        Helper.objects.filter(person__in=Person.objects.coordinated_by(viewer))
        .exclude(state=Helper.State.DRAFT)
        .select_related("person__area")
        .prefetch_related(Prefetch("topics", Topic.objects.order_by("name")))
    )
