"""Who stands in for whom, and who could."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from caseload.models import Cover
from caseload.models.cover import CoverQuerySet
from caseload.rules import may_end_cover
from matching.models import Helper, Pairing
from matching.queries import Other, who_else
from people.models import Person

# How many who could stand in a coordinator chooses among.
MOST_OTHERS = 30


@dataclass(frozen=True)
class CoverShown:
    """A cover as one of those it is about reads it; `words` are empty for whoever stood in once it is over."""

    cover: Cover
    is_member: bool
    stands_in: bool
    is_open: bool
    words: str
    why: str
    may_end: bool


def covers_for(viewer: Person) -> CoverQuerySet:
    return Cover.objects.visible_to(viewer).select_related(
        "pairing__request__person", "pairing__helper__person", "helper__person", "conversation"
    )


def cover_shown(cover: Cover, viewer: Person) -> CoverShown:
    member, helper = cover.pairing.request.person, cover.pairing.helper.person
    is_open = cover.state in Cover.OPEN
    stands_in = viewer.pk == cover.helper.person_id
    coordinates = viewer not in (member, helper, cover.helper.person)
    return CoverShown(
        cover=cover,
        is_member=viewer == member,
        stands_in=stands_in,
        is_open=is_open,
        words=cover.words if is_open or not stands_in else "",
        why=cover.get_why_display() if coordinates else "",
        may_end=is_open and may_end_cover(viewer, cover),
    )


def covers_of(member: Person, viewer: Person) -> CoverQuerySet:
    """Who stands in with the member now or soon, as far as the viewer may know."""
    return covers_for(viewer).open().filter(pairing__request__person=member)


def covers_of_member(person: Person) -> CoverQuerySet:
    """The same for oneself."""
    return covers_of(person, person)


def covers_around(helper: Person) -> CoverQuerySet:
    """Those in which this helper stands in, or is stood in for, now or soon."""
    around = Q(helper__person=helper) | Q(pairing__helper__person=helper)
    return covers_for(helper).open().filter(around).order_by("from_on", "pk")


def pairings_to_arrange(viewer: Person) -> QuerySet[Pairing]:
    """Active pairings of the members the viewer coordinates."""
    return (
        Pairing.objects.active()
        .filter(request__person__in=Person.objects.coordinated_by(viewer))
        .select_related("request__person", "helper__person", "conversation")
    )


def others_to_cover(pairing: Pairing, viewer: Person) -> list[Pairing]:
    """Whom else of the viewer's the same helper is alongside, with nobody standing in."""
    theirs = pairings_to_arrange(viewer).filter(helper=pairing.helper).exclude(pk=pairing.pk)
    covered = Cover.objects.open().filter(pairing=OuterRef("pk"))
    return list(theirs.exclude(Exists(covered)).order_by("began_at", "pk"))


def helpers_to_move(viewer: Person) -> QuerySet[Helper]:
    """Those whose people the viewer may let go on with others; never oneself."""
    return Helper.objects.visible_to(viewer).exclude(person=viewer).select_related("person")


def others_for(pairing: Pairing, *, viewer: Person, at: datetime) -> list[Other]:
    return who_else(pairing, viewer=viewer, at=at)[:MOST_OTHERS]
