"""Who is alongside whom."""

from django.db.models import Q, QuerySet

from matching.models import Pairing
from people.models import Person


def pairings_of(person: Person) -> QuerySet[Pairing]:
    """The active pairings the person is one of the two in."""
    mine = Q(request__person=person) | Q(helper__person=person)
    return Pairing.objects.active().filter(mine).select_related("request__person", "helper__person")


def visible_pairings(viewer: Person) -> QuerySet[Pairing]:
    return Pairing.objects.visible_to(viewer).select_related("request__person", "helper__person", "conversation")
