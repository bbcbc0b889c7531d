"""The questions of a caseload, one module per section of the desk and one per page."""

from caseload.queries.covers import (
    CoverShown,
    cover_shown,
    covers_for,
    covers_of_member,
    others_for,
    pairings_to_arrange,
)
from caseload.queries.desk import Desk, Section, WholeSection, desk_of, section_of
from caseload.queries.my_people import MyPeople, my_people_of
from caseload.queries.record import Record, people_looked_after_by, record_of
from caseload.queries.scope import NO_AREA, Filters, all_topics

__all__ = [
    "NO_AREA",
    "CoverShown",
    "Desk",
    "Filters",
    "MyPeople",
    "Record",
    "Section",
    "WholeSection",
    "all_topics",
    "cover_shown",
    "covers_for",
    "covers_of_member",
    "desk_of",
    "my_people_of",
    "others_for",
    "pairings_to_arrange",
    "people_looked_after_by",
    "record_of",
    "section_of",
]
