"""The queue: one row for each thing that was reported, however many reported it, the one due first first."""

from django.db.models import BigIntegerField, Count, Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from people.models import Person
from safeguarding.models import Concern, ConcernQuerySet, Measure

ALL, MINE, NOBODYS = "all", "mine", "nobodys"


def cases_for(viewer: Person, whose: str = ALL) -> QuerySet[Concern]:
    """What is open for this person: of several reports of the same words the one due first stands for all.

    Each knows `people` (how many reported it), `has_it` (the id of who looks into it) and `is_held`.
    """
    seen = Concern.objects.visible_to(viewer).open()
    same = _the_same(seen)
    sooner = same.filter(Q(due_at__lt=OuterRef("due_at")) | Q(due_at=OuterRef("due_at"), pk__lt=OuterRef("pk")))
    cases = seen.filter(Q(reason=Concern.Reason.NOTICED) | ~Exists(sooner)).annotate(
        people=_number_of_people(same),
        has_it=Coalesce(
            Subquery(same.exclude(taken_by=None).values("taken_by")[:1]), "taken_by", output_field=BigIntegerField()
        ),
        is_held=Exists(_holds()),
    )
    if whose == MINE:
        cases = cases.filter(has_it=viewer.pk)
    elif whose == NOBODYS:
        cases = cases.filter(has_it=None)
    return cases.select_related("about", "area", "taken_by").order_by("due_at", "pk")


def cases_over(viewer: Person) -> QuerySet[Concern]:
    """What is closed or was taken back, the latest first."""
    over = Concern.objects.visible_to(viewer).over()
    return over.select_related("about", "area", "taken_by").order_by("-raised_at", "-pk")


def cases_waiting(viewer: Person) -> QuerySet[Concern]:
    """What nobody has taken, for the number beside "Concerns"."""
    return Concern.objects.visible_to(viewer).filter(state=Concern.State.OPEN)


def held_without_a_report(viewer: Person) -> QuerySet[Measure]:
    """What is still held although everybody took their report back: a hold ends only when a person has looked."""
    is_open = Concern.objects.open().filter(
        evidence_kind=OuterRef("subject_kind"), evidence_reference=OuterRef("subject_reference")
    )
    holds = Measure.objects.filter(kind=Measure.Kind.HOLD, lifted_at=None).exclude(rule="")
    seen = Concern.objects.visible_to(viewer)
    return holds.filter(~Exists(is_open), concern__in=seen).select_related("concern").order_by("at", "pk")


def reports_of_the_same(concern: Concern, viewer: Person) -> QuerySet[Concern]:
    """Every other report of these words that the viewer may see."""
    seen = Concern.objects.visible_to(viewer).of_the_same(concern).exclude(pk=concern.pk)
    return seen.select_related("raised_by").order_by("raised_at", "pk")


def _the_same(concerns: ConcernQuerySet) -> ConcernQuerySet:
    same = {"evidence_kind": OuterRef("evidence_kind"), "evidence_reference": OuterRef("evidence_reference")}
    return concerns.filter(**same).exclude(reason=Concern.Reason.NOTICED).order_by()


def _number_of_people(same: ConcernQuerySet) -> Coalesce:
    rows = same.annotate(all=Value(1)).values("all").annotate(number=Count("raised_by", distinct=True))
    return Coalesce(Subquery(rows.values("number")), Value(0))


def _holds() -> QuerySet[Measure]:
    return Measure.objects.filter(
        kind=Measure.Kind.HOLD,
        lifted_at=None,
        subject_kind=OuterRef("evidence_kind"),
        subject_reference=OuterRef("evidence_reference"),
    )
