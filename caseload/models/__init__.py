"""Facts of a caseload: what is noted, followed up, covered and handed over."""

from caseload.models.absence import Absence
from caseload.models.bulk_action import BulkAction, BulkChange
from caseload.models.companion import Companion, Spoken
from caseload.models.cover import Cover
from caseload.models.follow_up import FollowUp
from caseload.models.handover import Handover
from caseload.models.note import EarlierNote, Note, NoteTemplate, Secrecy
from caseload.models.transfer import Transfer
from caseload.models.work_list import WorkList

__all__ = [
    "Absence",
    "BulkAction",
    "BulkChange",
    "Companion",
    "Cover",
    "EarlierNote",
    "FollowUp",
    "Handover",
    "Note",
    "NoteTemplate",
    "Secrecy",
    "Spoken",
    "Transfer",
    "WorkList",
]
