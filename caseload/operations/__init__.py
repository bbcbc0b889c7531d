"""Verbs of a caseload."""

from caseload.operations.bulk import LookAgain, NothingToDo, do_for_many, undo_for_many
from caseload.operations.covering import CoverFacts, end_cover, follow_covers, open_cover, plan_cover
from caseload.operations.handing_out import hand_out
from caseload.operations.reading import MayNotRead, open_record
from caseload.operations.work_lists import NameTaken, delete_work_list, rename_work_list, save_work_list

__all__ = [
    "CoverFacts",
    "LookAgain",
    "MayNotRead",
    "NameTaken",
    "NothingToDo",
    "delete_work_list",
    "do_for_many",
    "end_cover",
    "follow_covers",
    "hand_out",
    "open_cover",
    "open_record",
    "plan_cover",
    "rename_work_list",
    "save_work_list",
    "undo_for_many",
]
