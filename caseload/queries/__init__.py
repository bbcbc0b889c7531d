"""The questions of a caseload, one module per section of the desk and one per page."""

from caseload.queries.desk import Desk, Section, WholeSection, desk_of, section_of
from caseload.queries.my_people import MyPeople, my_people_of
from caseload.queries.record import Record, people_looked_after_by, record_of
from caseload.queries.scope import NO_AREA, Filters, all_topics

__all__ = [
    "NO_AREA",
    "Desk",
    "Filters",
    "MyPeople",
    "Record",
    "Section",
    "WholeSection",
    "all_topics",
    "desk_of",
    "my_people_of",
    "people_looked_after_by",
    "record_of",
    "section_of",
]
