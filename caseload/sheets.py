"""The sections of the desk as plain tables: the heads, and each row in cells. For files, and for paper."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from support.money import in_pounds


@dataclass(frozen=True)
class Sheet:
    heads: tuple[str, ...]
    cells: Callable[[Any], tuple[object, ...]]

    def line(self, row: Any) -> list[str]:
        return [in_words(cell) for cell in self.cells(row)]


def in_words(cell: object) -> str:
    """Days as every program for tables reads them; what is missing is empty."""
    if isinstance(cell, datetime):
        return timezone.localtime(cell).strftime("%Y-%m-%d %H:%M")
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell)


SHEETS: Mapping[str, Sheet] = {
    "concerns": Sheet(
        ("Concern", "Raised", "Open for", "Written by", "Area", "State"),
        lambda row: (
            row.concern.get_reason_display(),
            row.concern.raised_at,
            row.how_long,
            row.concern.evidence_author,
            row.concern.area,
            row.concern.get_state_display(),
        ),
    ),
    "follow-ups": Sheet(
        ("Name", "Why", "By", "Whose", "Area"),
        lambda row: (
            row.follow_up.person,
            row.follow_up.get_kind_display(),
            row.follow_up.due_on,
            row.follow_up.taken_by or "Nobody's yet",
            row.follow_up.person.area,
        ),
    ),
    "waiting": Sheet(
        ("Name", "Waiting since", "Waiting", "First asked", "Promised by", "About", "Area", "State", "Why", "Offers"),
        lambda row: (
            row.person,
            row.since,
            row.how_long,
            row.in_place_of,
            row.promised_on,
            row.about,
            row.person.area,
            "Choosing" if row.is_choosing else "Waiting",
            row.why,
            row.offers,
        ),
    ),
    "proposals": Sheet(
        ("Round of", "Area", "Open for", "Proposals", "People"),
        lambda row: (row.round.began_at, row.round.area or "All areas", row.how_long, row.proposals, row.people),
    ),
    "transfers": Sheet(
        ("Who", "Waiting", "From", "To", "Whose turn"),
        lambda row: (
            row.person,
            row.how_long,
            row.transfer.from_area,
            row.transfer.to_area,
            "Yours" if row.is_for_me else "The other area's",
        ),
    ),
    "absences": Sheet(
        ("Who", "First day", "Last day", "Asked"),
        lambda row: (row.person, row.absence.from_on, row.absence.until_on, row.how_long),
    ),
    "silent": Sheet(
        ("Member", "With", "Silent for", "Last message", "Area"),
        lambda row: (row.member, row.helper, row.how_long, row.last_at or "Never", row.member.area),
    ),
    "missed": Sheet(
        ("Member", "With", "Was to be", "Ago", "Area"),
        lambda row: (row.member, row.helper, row.when, row.how_long, row.member.area),
    ),
    "reviews": Sheet(
        ("Member", "With", "To look at on", "Due for", "Area"),
        lambda row: (row.member, row.helper, row.when, row.how_long, row.member.area),
    ),
    "budgets": Sheet(
        ("Member", "With", "What for", "Pounds", "Waits for", "Waiting", "Area"),
        lambda row: (
            row.member,
            row.helper,
            row.budget.purpose,
            in_pounds(row.budget.pence),
            row.waits_for,
            row.how_long,
            row.member.area,
        ),
    ),
    "checks": Sheet(
        ("Name", "Waiting", "Would be", "Area"),
        lambda row: (row.person, row.how_long, row.helper.get_kind_display(), row.person.area),
    ),
    "vetting": Sheet(
        ("Name", "Checks until", "Checks", "Alongside", "Area"),
        lambda row: (row.person, row.until, row.checks.value, row.helper.places_taken, row.person.area),
    ),
    "undelivered": Sheet(
        ("Name", "About", "How", "Since", "Why", "Area"),
        lambda row: (
            row.person,
            row.dispatch.notice.get_kind_display(),
            row.dispatch.get_channel_display(),
            row.dispatch.ended_at,
            row.dispatch.why,
            row.person.area,
        ),
    ),
    "helpers": Sheet(
        ("Name", "Kind", "Places taken", "Places", "Checks until", "Area", "State"),
        lambda row: (
            row.person,
            row.helper.get_kind_display(),
            row.helper.places_taken,
            row.helper.capacity,
            row.helper.vetted_until,
            row.person.area,
            row.helper.get_state_display(),
        ),
    ),
}
