"""Who has asked for cover, and for whom of theirs somebody stands in then."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from caseload.models import Absence, Cover
from caseload.models.absence import AbsenceQuerySet
from caseload.queries.scope import Scope, named, of_people_in_area
from caseload.rules import may_answer_absence
from matching.models import Helper, Pairing
from people.models import Person


@dataclass(frozen=True)
class AbsenceShown:
    """An absence with the covers of that time; `to_cover` are those for whom the viewer can still arrange one.

    `is_mine` for whoever is away, who reads with whom somebody stands in.
    """

    absence: Absence
    covers: list[Cover]
    to_cover: list[Pairing]
    is_mine: bool
    may_answer: bool
    may_take_back: bool


@dataclass(frozen=True)
class ToArrange:
    """A row of the desk; `how_long` it has waited for an answer."""

    absence: Absence
    person: Person
    how_long: str


def absences_for(viewer: Person) -> AbsenceQuerySet:
    return Absence.objects.visible_to(viewer).select_related("helper__person", "answered_by")


def absence_shown(absence: Absence, viewer: Person) -> AbsenceShown:
    is_mine = viewer.pk == absence.helper.person_id
    is_asked = absence.state == Absence.State.ASKED
    arranged = without_cover(absence).filter(request__person__in=Person.objects.coordinated_by(viewer))
    return AbsenceShown(
        absence=absence,
        covers=list(covers_during(absence, viewer)),
        to_cover=[] if is_mine else list(arranged.select_related("request__person", "helper__person")),
        is_mine=is_mine,
        may_answer=is_asked and may_answer_absence(viewer, absence),
        may_take_back=is_asked and is_mine,
    )


def covers_during(absence: Absence, viewer: Person) -> QuerySet[Cover]:
    """Of the members the viewer knows of."""
    covers = Cover.objects.visible_to(viewer).filter(covers_the_time(absence), pairing__helper=absence.helper)
    return covers.select_related("pairing__request__person", "helper__person").order_by("from_on", "pk")


def without_cover(absence: Absence) -> QuerySet[Pairing]:
    """Those the absent one is alongside, with whom nobody stands in at that time."""
    covered = Cover.objects.filter(covers_the_time(absence), pairing=OuterRef("pk"))
    return Pairing.objects.active().filter(~Q(Exists(covered)), helper=absence.helper).order_by("began_at", "pk")


def covers_the_time(absence: Absence) -> Q:
    return Q(state__in=Cover.OPEN, from_on__lte=absence.until_on, until_on__gte=absence.from_on)


def absence_of(helper: Helper) -> Absence | None:
    """What they have asked for and nobody has answered yet."""
    return Absence.objects.asked().filter(helper=helper).first()


def absences_to_arrange(scope: Scope) -> QuerySet[Absence]:
    """The first to be away first; what is over is left out."""
    asked = absences_for(scope.coordinator).asked().filter(until_on__gte=scope.today)
    found = asked.exclude(helper__person=scope.coordinator)
    return found.filter(of_people_in_area(scope, "helper__person"), named(scope, "helper__person")).order_by(
        "from_on", "pk"
    )


def as_to_arrange(absence: Absence, scope: Scope) -> ToArrange:
    return ToArrange(absence=absence, person=absence.helper.person, how_long=scope.how_long(absence.asked_at))
