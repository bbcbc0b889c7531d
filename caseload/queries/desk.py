"""The desk of a coordinator: what needs attention, section by section, in a fixed number of queries."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Func, QuerySet, Window

from caseload.queries.concerns import as_open_concern, open_concerns
from caseload.queries.helpers import as_load, as_to_check, helpers_at_work, helpers_to_check
from caseload.queries.proposals import as_to_decide, rounds_to_decide
from caseload.queries.scope import Filters, Scope
from caseload.queries.silent import as_silent, silent_pairings
from caseload.queries.waiting import as_waiting, waiting
from people.models import Person

# What the desk shows of each section, so that all sections can be seen; the rest is one link away.
SHOWN = 10
A_PAGE = 50


class Total(Func):
    """The sum over all rows of what each row counts: Django's own Sum refuses to add up counts."""

    function = "SUM"
    window_compatible = True


@dataclass(frozen=True)
class Kind:
    """A section as the desk knows it: what is in it, how one thing becomes a row, what its figure counts."""

    slug: str
    title: str
    nothing: str
    found: Callable[[Scope], QuerySet[Any]]
    row: Callable[[Any, Scope], object]
    # Summed over all rows; without it each row counts one.
    figure: str = ""

    @property
    def template(self) -> str:
        return f"caseload/sections/{self.slug}.html"


@dataclass(frozen=True)
class Section:
    """The first rows of a section; `total` rows there are, `figure` is what the summary says."""

    kind: Kind
    rows: tuple[object, ...]
    total: int
    figure: int


@dataclass(frozen=True)
class Desk:
    sections: tuple[Section, ...]
    is_narrowed: bool


@dataclass(frozen=True)
class WholeSection:
    """One page of all the rows of a section."""

    kind: Kind
    page: "Page[Any]"
    is_narrowed: bool


# What cannot wait comes first.
KINDS = (
    Kind("concerns", "Open concerns", "There are no open concerns.", open_concerns, as_open_concern),
    Kind("waiting", "Waiting for someone", "Nobody is waiting.", waiting, as_waiting),
    Kind(
        "proposals",
        "Proposals to decide",
        "There is nothing to decide.",
        rounds_to_decide,
        as_to_decide,
        figure="undecided",
    ),
    Kind(
        "silent",
        "Silent for two weeks or more",
        "Everybody alongside somebody has been in touch.",
        silent_pairings,
        as_silent,
    ),
    Kind("checks", "Waiting for a check", "Nobody is waiting for a check.", helpers_to_check, as_to_check),
    Kind("helpers", "Advisers and peers", "There are no advisers or peers yet.", helpers_at_work, as_load),
)


def desk_of(coordinator: Person, *, at: datetime, filters: Filters) -> Desk:
    """Each section takes one query, and the waiting one more for their topics, whatever the rows."""
    scope = Scope(coordinator, at, filters)
    return Desk(tuple(first_of(kind, scope) for kind in KINDS), is_narrowed=bool(filters))


def first_of(kind: Kind, scope: Scope) -> Section:
    """The first rows, with the counts of all of them carried by each, so that counting costs no query."""
    figure = Total(kind.figure) if kind.figure else Count("pk")
    counted = kind.found(scope).annotate(rows_in_all=Window(Count("pk")), figure_of_all=Window(figure))
    rows = list(counted[:SHOWN])
    return Section(
        kind=kind,
        rows=tuple(kind.row(one, scope) for one in rows),
        total=rows[0].rows_in_all if rows else 0,
        figure=rows[0].figure_of_all if rows else 0,
    )


def section_of(
    coordinator: Person, *, slug: str, at: datetime, filters: Filters, number: str | int | None = 1
) -> WholeSection | None:
    """One page of a section; None where there is no such section."""
    kind = next((kind for kind in KINDS if kind.slug == slug), None)
    if kind is None:
        return None
    scope = Scope(coordinator, at, filters)
    page = Paginator(kind.found(scope), A_PAGE).get_page(number)
    page.object_list = [kind.row(one, scope) for one in page.object_list]
    return WholeSection(kind, page, is_narrowed=bool(filters))
