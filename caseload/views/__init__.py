"""Pages of a caseload, one module per what somebody wants there."""

from caseload.views.absences import absence, answer_absence, ask_for_cover, take_back_absence
from caseload.views.budgets import (
    approve_spending,
    close_budget,
    decide_budget,
    decline_budget,
    refuse_spending,
)
from caseload.views.bulk import bulk_action, bulk_actions, new_bulk_action, undo_bulk_action
from caseload.views.companions import allow_companion, ask_companion, companion, end_companion, speak_for
from caseload.views.covering import cover, end_cover, plan_cover
from caseload.views.delegating import area_coordinators, end_coordinator, make_coordinator
from caseload.views.desk import desk, desk_counts, desk_section
from caseload.views.follow_ups import (
    finish_follow_up,
    follow_up,
    give_follow_up,
    open_follow_up_again,
    plan_follow_up,
    take_follow_up,
)
from caseload.views.handing_out import section_csv, section_on_paper
from caseload.views.handing_over import answer_handover, ask_handover, handover, handover_summary, refuse_handover
from caseload.views.indicators import indicators
from caseload.views.my_people import my_people, my_places, open_my_places, pause_my_places
from caseload.views.notes import (
    change_note,
    earlier_notes,
    end_note_template,
    my_notes,
    note_secrecy,
    note_templates,
    notes,
    write_note,
)
from caseload.views.people import member
from caseload.views.reassigning import reassign
from caseload.views.rule import change_check_in_rule, check_in_rule
from caseload.views.transfers import (
    agree_to_transfer,
    ask_for_my_transfer,
    ask_for_transfer,
    end_belonging,
    refuse_transfer,
    take_back_transfer,
    transfer,
)
from caseload.views.work_lists import delete_work_list, new_work_list, work_list, work_lists

__all__ = [
    "absence",
    "agree_to_transfer",
    "allow_companion",
    "answer_absence",
    "answer_handover",
    "approve_spending",
    "area_coordinators",
    "ask_companion",
    "ask_for_cover",
    "ask_for_my_transfer",
    "ask_for_transfer",
    "ask_handover",
    "bulk_action",
    "bulk_actions",
    "change_check_in_rule",
    "change_note",
    "check_in_rule",
    "close_budget",
    "companion",
    "cover",
    "decide_budget",
    "decline_budget",
    "delete_work_list",
    "desk",
    "desk_counts",
    "desk_section",
    "earlier_notes",
    "end_belonging",
    "end_companion",
    "end_coordinator",
    "end_cover",
    "end_note_template",
    "finish_follow_up",
    "follow_up",
    "give_follow_up",
    "handover",
    "handover_summary",
    "indicators",
    "make_coordinator",
    "member",
    "my_notes",
    "my_people",
    "my_places",
    "new_bulk_action",
    "new_work_list",
    "note_secrecy",
    "note_templates",
    "notes",
    "open_follow_up_again",
    "open_my_places",
    "pause_my_places",
    "plan_cover",
    "plan_follow_up",
    "reassign",
    "refuse_handover",
    "refuse_spending",
    "refuse_transfer",
    "section_csv",
    "section_on_paper",
    "speak_for",
    "take_back_absence",
    "take_back_transfer",
    "take_follow_up",
    "transfer",
    "undo_bulk_action",
    "work_list",
    "work_lists",
    "write_note",
]
