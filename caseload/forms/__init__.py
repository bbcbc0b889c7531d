"""Input to a caseload, one module per noun."""

from caseload.forms.bulk import ALL_OF_THEM, BulkForm, is_a_kind, ticked
from caseload.forms.covering import CoverForm
from caseload.forms.desk import FilterForm, IndicatorForm
from caseload.forms.follow_ups import FinishForm, GiveForm, PlanForm
from caseload.forms.notes import NoteForm, NoteTemplateForm, SecrecyForm
from caseload.forms.rule import RuleForm
from caseload.forms.transfers import (
    RefusalForm,
    TransferForm,
)
from caseload.forms.work_lists import NewWorkListForm, WorkListForm

__all__ = [
    "ALL_OF_THEM",
    "BulkForm",
    "CoverForm",
    "FilterForm",
    "FinishForm",
    "GiveForm",
    "IndicatorForm",
    "NewWorkListForm",
    "NoteForm",
    "NoteTemplateForm",
    "PlanForm",
    "RefusalForm",
    "RuleForm",
    "SecrecyForm",
    "TransferForm",
    "WorkListForm",
    "is_a_kind",
    "ticked",
]
