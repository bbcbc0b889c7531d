"""The desk of a coordinator: what needs attention, section by section, in a fixed number of queries."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Func, QuerySet, Window

from caseload.models import BulkAction
from caseload.queries.absences import absences_to_arrange, as_to_arrange
from caseload.queries.budgets import as_budget_to_decide, budgets_to_decide
from caseload.queries.bulk import MOST_AT_ONCE
from caseload.queries.concerns import as_open_concern, open_concerns
from caseload.queries.follow_ups import as_to_follow_up, follow_ups_to_do
from caseload.queries.helpers import as_load, as_to_check, helpers_at_work, helpers_to_check
from caseload.queries.missed import as_missed, missed_appointments
from caseload.queries.proposals import as_to_decide, rounds_to_decide
from caseload.queries.reviews import as_review, reviews_to_do
from caseload.queries.scope import Filters, Scope
from caseload.queries.silent import as_silent, silent_pairings
from caseload.queries.transfers import as_to_answer, open_transfers
from caseload.queries.undelivered import as_undelivered, undelivered_notices
from caseload.queries.vetting import as_running_out, checks_running_out
from caseload.queries.waiting import as_waiting, waiting
from people.models import Person

# What the desk shows of each section, so that all sections can be seen; the rest is one link away.
SHOWN = 10
A_PAGE = 50

FOR_MEMBERS = (BulkAction.Kind.COORDINATOR, BulkAction.Kind.AREA)
FOR_HELPERS = (BulkAction.Kind.AREA, BulkAction.Kind.CHECKS)


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
    # Whom a row is about, and what can be done for several of those at once.
    about: Callable[[Any], Sequence[Person | None]] = lambda row: [row.person]
    actions: tuple[str, ...] = ()

    @property
    def template(self) -> str:
        return f"caseload/sections/{self.slug}.html"

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What can be done for several at once, in words."""
        return [(kind, BulkAction.Kind(kind).label) for kind in self.actions]


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
    Kind(
        "concerns",
        "Open concerns",
        "There are no open concerns.",
        open_concerns,
        as_open_concern,
        about=lambda row: [row.concern.about],
    ),
    Kind(
        "follow-ups",
        "To look in on",
        "There is nobody to look in on.",
        follow_ups_to_do,
        as_to_follow_up,
        about=lambda row: [row.follow_up.person],
    ),
    Kind("waiting", "Waiting for someone", "Nobody is waiting.", waiting, as_waiting, actions=FOR_MEMBERS),
    Kind(
        "proposals",
        "Proposals to decide",
        "There is nothing to decide.",
        rounds_to_decide,
        as_to_decide,
        figure="undecided",
        # A row is a round; it names nobody.
        about=lambda row: [],
    ),
    Kind(
        "transfers",
        "Transfers between areas",
        "No transfer waits for an answer.",
        open_transfers,
        as_to_answer,
    ),
    Kind(
        "absences",
        "Asked for cover",
        "Nobody has asked for cover.",
        absences_to_arrange,
        as_to_arrange,
    ),
    Kind(
        "silent",
        "Silent for two weeks or more",
        "Everybody alongside somebody has been in touch.",
        silent_pairings,
        as_silent,
        about=lambda row: [row.member, row.helper],
        actions=FOR_MEMBERS,
    ),
    Kind(
        "missed",
        "Appointments that did not take place",
        "In the last four weeks everybody met as they wanted to.",
        missed_appointments,
        as_missed,
        about=lambda row: [row.member, row.helper],
        actions=FOR_MEMBERS,
    ),
    Kind(
        "reviews",
        "Agreements to look at again",
        "No agreement waits for another look.",
        reviews_to_do,
        as_review,
        about=lambda row: [row.member, row.helper],
        actions=FOR_MEMBERS,
    ),
    Kind(
        "budgets",
        "Budgets to decide",
        "No budget waits for an answer.",
        budgets_to_decide,
        as_budget_to_decide,
        about=lambda row: [row.member],
    ),
    Kind("checks", "Waiting for a check", "Nobody is waiting for a check.", helpers_to_check, as_to_check),
    Kind(
        "vetting",
        "Checks running out",
        "All checks hold for a month or more.",
        checks_running_out,
        as_running_out,
        actions=FOR_HELPERS,
    ),
    Kind(
        "undelivered",
        "Notices not delivered",
        "Every notice was delivered.",
        undelivered_notices,
        as_undelivered,
    ),
    Kind(
        "helpers",
        "Advisers and peers",
        "There are no advisers or peers yet.",
        helpers_at_work,
        as_load,
        actions=FOR_HELPERS,
    ),
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
    kind = kind_of(slug)
    if kind is None:
        return None
    scope = Scope(coordinator, at, filters)
    page = Paginator(kind.found(scope), A_PAGE).get_page(number)
    page.object_list = [kind.row(one, scope) for one in page.object_list]
    return WholeSection(kind, page, is_narrowed=bool(filters))


def kind_of(slug: str) -> Kind | None:
    return next((kind for kind in KINDS if kind.slug == slug), None)


def all_rows_of(kind: Kind, scope: Scope) -> list[Any]:
    """Every row of a section, for a file or a piece of paper."""
    return [kind.row(one, scope) for one in kind.found(scope)]


def people_in_section(
    coordinator: Person, slug: str, *, at: datetime, filters: Filters, most: int = MOST_AT_ONCE
) -> list[int]:
    """The ids of whom the first rows are about, one of each row; nobody where nothing can be done for many."""
    kind = kind_of(slug)
    if kind is None or not kind.actions:
        return []
    scope = Scope(coordinator, at, filters)
    rows = (kind.row(one, scope) for one in kind.found(scope)[:most])
    return [person.pk for row in rows for person in kind.about(row)[:1] if person]
