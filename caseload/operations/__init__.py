"""Verbs of a caseload."""

from caseload.operations.absences import answer_absence, ask_for_cover, take_back_absence
from caseload.operations.budgets import read_budget
from caseload.operations.bulk import LookAgain, NothingToDo, do_for_many, undo_for_many
from caseload.operations.companions import (
    agree_to_companion,
    ask_companion,
    change_companion,
    end_companion,
    open_companion,
    refuse_companion,
    speak_for,
)
from caseload.operations.covering import CoverFacts, end_cover, follow_covers, open_cover, plan_cover, plan_covers
from caseload.operations.delegating import LastCoordinator, end_coordinator, make_coordinator
from caseload.operations.following_up import (
    MayNotFollowUp,
    finish_follow_up,
    give_follow_up,
    open_alarm,
    open_follow_up_again,
    plan_first,
    plan_follow_up,
    read_follow_up,
)
from caseload.operations.handing_out import hand_out
from caseload.operations.handing_over import (
    agree_to_handover,
    ask_handover,
    call_off_handover,
    choose_what_is_handed_on,
    hand_over_at_once,
    open_handover,
    refuse_handover,
    write_summary,
)
from caseload.operations.noting import (
    MayNotNote,
    change_note,
    end_note_secrecy,
    end_note_template,
    keep_note_secret,
    read_notes,
    write_note,
    write_note_template,
)
from caseload.operations.reading import MayNotRead, open_record
from caseload.operations.reassigning import Reassigned, reassign
from caseload.operations.telling import tell_desks
from caseload.operations.transferring import (
    agree_to_transfer,
    ask_for_transfer,
    end_belonging,
    open_transfer,
    refuse_transfer,
    take_back_transfer,
)
from caseload.operations.work_lists import NameTaken, delete_work_list, rename_work_list, save_work_list

__all__ = [
    "CoverFacts",
    "LastCoordinator",
    "LookAgain",
    "MayNotFollowUp",
    "MayNotNote",
    "MayNotRead",
    "NameTaken",
    "NothingToDo",
    "Reassigned",
    "agree_to_companion",
    "agree_to_handover",
    "agree_to_transfer",
    "answer_absence",
    "ask_companion",
    "ask_for_cover",
    "ask_for_transfer",
    "ask_handover",
    "call_off_handover",
    "change_companion",
    "change_note",
    "choose_what_is_handed_on",
    "delete_work_list",
    "do_for_many",
    "end_belonging",
    "end_companion",
    "end_coordinator",
    "end_cover",
    "end_note_secrecy",
    "end_note_template",
    "finish_follow_up",
    "follow_covers",
    "give_follow_up",
    "hand_out",
    "hand_over_at_once",
    "keep_note_secret",
    "make_coordinator",
    "open_alarm",
    "open_companion",
    "open_cover",
    "open_follow_up_again",
    "open_handover",
    "open_record",
    "open_transfer",
    "plan_cover",
    "plan_covers",
    "plan_first",
    "plan_follow_up",
    "read_budget",
    "read_follow_up",
    "read_notes",
    "reassign",
    "refuse_companion",
    "refuse_handover",
    "refuse_transfer",
    "rename_work_list",
    "save_work_list",
    "speak_for",
    "take_back_absence",
    "take_back_transfer",
    "tell_desks",
    "undo_for_many",
    "write_note",
    "write_note_template",
    "write_summary",
]
