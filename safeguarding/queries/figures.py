"""Figures about safety: counted for one quarter, published ones to read, and what only those inside may know."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Avg, Count, Exists, F, Max, OuterRef, Q, QuerySet, Subquery

from people.disclosure import published, rate
from people.models import StateChange
from safeguarding.models import Appeal, Concern, Measure, QuarterFigures
from safeguarding.quarters import Quarter

Counts = dict[str, int]
Cells = dict[str, int | None]
NONE = (0, 0, 0)


def counted_in(quarter: Quarter) -> dict[str, list[tuple[str, int | None]]]:
    """What may be told of a quarter: every count by way of `people.disclosure`, totals of what is told only."""
    began, ended = quarter.began_at, quarter.ended_at
    reports = Concern.objects.filter(raised_at__gte=began, raised_at__lt=ended)
    measures = Measure.objects.filter(at__gte=began, at__lt=ended)
    answered = Appeal.objects.filter(decided_at__gte=began, decided_at__lt=ended)
    due = Concern.objects.filter(due_at__gte=began, due_at__lt=ended).exclude(state=Concern.State.WITHDRAWN)
    upheld = answered.filter(state=Appeal.State.UPHELD).count()
    late = due.filter(~Exists(_looked_at_in_time())).count()
    groups: dict[str, Cells] = {
        "reports": _told(_by("reason", Concern.Reason.choices, reports)),
        "measures": _told(_by("kind", Measure.Kind.choices, measures)),
        "appeals": _told({"Answered": answered.count(), "Taken back after an appeal": upheld}, whole=False)
        | {"Taken back, of a hundred": rate(upheld, answered.count())},
        "clock": _told({"Due": due.count(), "Looked at late": late}, whole=False)
        | {"Late, of a hundred": rate(late, due.count())},
    }
    # As pairs, because a database keeps the order of a list and not that of names.
    return {group: list(cells.items()) for group, cells in groups.items()}


def _by(field: str, choices: Iterable[tuple[str, str]], rows: "QuerySet[Concern] | QuerySet[Measure]") -> Counts:
    found = dict(rows.order_by().values_list(field).annotate(number=Count("pk")))
    return {str(label): found.get(value, 0) for value, label in choices}


def _told(counts: Counts, *, whole: bool = True) -> Cells:
    cells: Cells = {name: published(count) for name, count in counts.items()}
    return cells | {"Together, of those shown": sum(cell or 0 for cell in cells.values())} if whole else cells


def _looked_at_in_time() -> QuerySet[StateChange]:
    taken = StateChange.objects.filter(machine="safeguarding.concern", subject=OuterRef("pk"))
    return taken.filter(after=Concern.State.TAKEN, at__lte=OuterRef("due_at"))


def published_figures() -> QuerySet[QuarterFigures]:
    return QuarterFigures.objects.all()


def quarters_to_publish(at: datetime) -> list[Quarter]:
    """Those that are over and rested, from the first report on, and not published yet; the first one first."""
    first = Concern.objects.order_by("raised_at").values_list("raised_at", flat=True).first()
    if first is None:
        return []
    known = {Quarter(year, number) for year, number in QuarterFigures.objects.values_list("year", "quarter")}
    quarter, found = Quarter.of(first.date()), []
    while quarter.is_over(at):
        if quarter not in known:
            found.append(quarter)
        quarter = quarter.following
    return found


@dataclass(frozen=True)
class PlaceFigures:
    """How one place is moderated; only for those who keep the service safe."""

    place: str
    concerns: int
    waiting: int
    late: int
    hours_to_look: float | None
    measures: int
    appeals: int
    upheld: int


def figures_of_places() -> list[PlaceFigures]:
    """How each place is moderated, by its hosts too, whose measures others have judged. A fixed number of queries."""
    looked = StateChange.objects.filter(
        machine="safeguarding.concern", subject=OuterRef("pk"), after=Concern.State.TAKEN
    ).order_by("at")
    open_now = Q(state=Concern.State.OPEN)
    rows = (
        Concern.objects.exclude(scope="")
        .annotate(looked_at=Subquery(looked.values("at")[:1]))
        .order_by()
        .values("scope")
        .annotate(
            place=Max("evidence_place"),
            concerns=Count("pk"),
            waiting=Count("pk", open_now),
            late=Count("pk", Q(looked_at__gt=F("due_at"))),
            time_to_look=Avg(F("looked_at") - F("raised_at")),
        )
    )
    upheld = Count("appeal", Q(appeal__state=Appeal.State.UPHELD))
    taken = Measure.objects.exclude(scope="").filter(rule="").order_by().values("scope")
    counted = taken.annotate(measures=Count("pk"), appeals=Count("appeal"), upheld=upheld)
    judged = {scope: counts for scope, *counts in counted.values_list("scope", "measures", "appeals", "upheld")}
    found = [
        PlaceFigures(
            place=row["place"] or "A place without a name",
            concerns=row["concerns"],
            waiting=row["waiting"],
            late=row["late"],
            hours_to_look=round(row["time_to_look"].total_seconds() / 3600, 1) if row["time_to_look"] else None,
            measures=judged.get(row["scope"], NONE)[0],
            appeals=judged.get(row["scope"], NONE)[1],
            upheld=judged.get(row["scope"], NONE)[2],
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: (-one.upheld, -one.late, one.place))
