"""Questions about concerns: which are open for whom, who looks at one, and what people say of the program's."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from people.models import Area, Person, Role
from safeguarding.models import Concern, ConcernQuerySet, EvidenceFile, Moderator


def all_concerns_for(viewer: Person) -> ConcernQuerySet:
    return Concern.objects.visible_to(viewer).select_related("about", "area", "raised_by", "taken_by")


def concerns_for(viewer: Person, *, closed: bool = False) -> QuerySet[Concern]:
    """Concerns the viewer may see, the longest waiting first; closed ones only when asked for."""
    seen = all_concerns_for(viewer)
    return seen.over() if closed else seen.open()


def who_looks_at(concern: Concern) -> QuerySet[Person]:
    """Everybody who finds this concern in their list: the other side of `ConcernQuerySet.visible_to`."""
    roles = Role.objects.current()
    coordinators = roles.filter(kind=Role.Kind.COORDINATOR)
    if concern.area is not None and not coordinators.filter(person=concern.about).exists():
        of_now = Area.objects.of(concern.about).values_list("pk", flat=True) if concern.about else []
        coordinators = coordinators.reaching([concern.area.pk, *of_now])
    leads = roles.filter(kind=Role.Kind.SAFEGUARDING_LEAD)
    looking = Q(pk__in=coordinators.values("person")) | Q(pk__in=leads.values("person"))
    if concern.scope and concern.escalated_at is None and not concern.was_noticed:
        moderators = Moderator.objects.current().filter(scope=concern.scope)
        if not moderators.filter(person=concern.about).exists():
            looking |= Q(pk__in=moderators.values("person"))
    found: QuerySet[Person] = Person.objects.filter(looking, is_active=True).exclude(pk=concern.about_id)
    return found


def reports_by(person: Person) -> QuerySet[Concern]:
    return Concern.objects.filter(raised_by=person).select_related("about")


@dataclass(frozen=True)
class Alarms:
    """Of what screening noticed: how much people found rightly noticed, and how much a false alarm."""

    rightly: int
    falsely: int


def alarms_counted() -> Alarms:
    """Count over the whole service, since it is the program that is judged and no area."""
    rightly, falsely = Q(rightly_noticed=True), Q(rightly_noticed=False)
    return Alarms(**Concern.objects.order_by().aggregate(rightly=Count("pk", rightly), falsely=Count("pk", falsely)))


def people_in_open_concerns() -> set[int]:
    """The ids of everybody whom an open concern is about, or who raised it.

    What a program noticed and no person has taken up decides nothing, so it is none here.
    """
    only_noticed = Q(reason=Concern.Reason.NOTICED, state=Concern.State.OPEN)
    rows = Concern.objects.open().exclude(only_noticed).order_by().values_list("about", "raised_by")
    return {person for row in rows for person in row if person is not None}


def files_of(concern: Concern) -> QuerySet[EvidenceFile]:
    """What came with it, without its bytes."""
    return concern.evidence_files.defer("content")
