"""The questions of a caseload, one module per section of the desk and one per page."""

from caseload.queries.beside import beside_two
from caseload.queries.bulk import (
    MOST_AT_ONCE,
    bulk_actions_of,
    page_of_bulk_actions,
    people_for,
    preview_of,
    undoing_of,
)
from caseload.queries.companions import (
    CompanionShown,
    companion_of_whom,
    companion_shown,
    companions_for,
    companions_of,
    people_coordinated_by,
    possible_companions,
)
from caseload.queries.covers import (
    CoverShown,
    cover_shown,
    covers_for,
    covers_of_member,
    helpers_to_move,
    others_for,
    pairings_to_arrange,
)
from caseload.queries.delegating import (
    areas_for,
    coordinators_of_area,
    coordinators_to_end,
    found_by_name,
    people_who_could_coordinate,
    reach_of,
)
from caseload.queries.desk import Desk, Section, WholeSection, desk_of, people_in_section, section_of
from caseload.queries.follow_ups import follow_ups_for, who_may_take
from caseload.queries.handing_on import HandedOn
from caseload.queries.handovers import HandoverShown, handover_shown, handovers_for, handovers_to_answer
from caseload.queries.indicators import Indicator, indicators_of
from caseload.queries.my_day import MyDay, my_day_of
from caseload.queries.my_people import MyPeople, my_people_of
from caseload.queries.notes import (
    MyNotes,
    Notes,
    earlier_of,
    is_secret,
    my_notes_of,
    note_template,
    note_templates,
    notes_for,
    people_with_notes_for,
)
from caseload.queries.record import Record, people_looked_after_by, record_of
from caseload.queries.rule import RulePage, rule_page_for
from caseload.queries.scope import NO_AREA, Filters, Scope, all_topics
from caseload.queries.transfers import (
    TransferShown,
    area_to_leave,
    areas_to_go_to,
    areas_to_let_go,
    people_to_transfer,
    transfer_shown,
    transfer_that_waits,
    transfers_for,
    transfers_to_answer,
    transfers_to_take_back,
)
from caseload.queries.work_lists import work_lists_of

__all__ = [
    "MOST_AT_ONCE",
    "NO_AREA",
    "CompanionShown",
    "CoverShown",
    "Desk",
    "Filters",
    "HandedOn",
    "HandoverShown",
    "Indicator",
    "MyDay",
    "MyNotes",
    "MyPeople",
    "Notes",
    "Record",
    "RulePage",
    "Scope",
    "Section",
    "TransferShown",
    "WholeSection",
    "all_topics",
    "area_to_leave",
    "areas_for",
    "areas_to_go_to",
    "areas_to_let_go",
    "beside_two",
    "bulk_actions_of",
    "companion_of_whom",
    "companion_shown",
    "companions_for",
    "companions_of",
    "coordinators_of_area",
    "coordinators_to_end",
    "cover_shown",
    "covers_for",
    "covers_of_member",
    "desk_of",
    "earlier_of",
    "follow_ups_for",
    "found_by_name",
    "handover_shown",
    "handovers_for",
    "handovers_to_answer",
    "helpers_to_move",
    "indicators_of",
    "is_secret",
    "my_day_of",
    "my_notes_of",
    "my_people_of",
    "note_template",
    "note_templates",
    "notes_for",
    "others_for",
    "page_of_bulk_actions",
    "pairings_to_arrange",
    "people_coordinated_by",
    "people_for",
    "people_in_section",
    "people_looked_after_by",
    "people_to_transfer",
    "people_who_could_coordinate",
    "people_with_notes_for",
    "possible_companions",
    "preview_of",
    "reach_of",
    "record_of",
    "rule_page_for",
    "section_of",
    "transfer_shown",
    "transfer_that_waits",
    "transfers_for",
    "transfers_to_answer",
    "transfers_to_take_back",
    "undoing_of",
    "who_may_take",
    "work_lists_of",
]
