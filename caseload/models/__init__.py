"""Facts of a caseload: what is noted, followed up, covered and handed over."""

from caseload.models.bulk_action import BulkAction, BulkChange
from caseload.models.cover import Cover
from caseload.models.follow_up import FollowUp
from caseload.models.note import EarlierNote, Note, NoteTemplate, Secrecy
from caseload.models.transfer import (
    Transfer,
)
from caseload.models.work_list import WorkList

__all__ = [
    "BulkAction",
    "BulkChange",
    "Cover",
    "EarlierNote",
    "FollowUp",
    "Note",
    "NoteTemplate",
    "Secrecy",
    "Transfer",
    "WorkList",
]
