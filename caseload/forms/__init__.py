"""Input to a caseload, one module per noun."""

from caseload.forms.absences import AbsenceAnswerForm, AbsenceForm
from caseload.forms.budgets import AgreeForm
from caseload.forms.bulk import ALL_OF_THEM, BulkForm, is_a_kind, ticked
from caseload.forms.companions import AllowForm, AskCompanionForm, SpeakForm
from caseload.forms.covering import CoverForm
from caseload.forms.delegating import NameForm
from caseload.forms.desk import FilterForm, IndicatorForm
from caseload.forms.follow_ups import FinishForm, GiveForm, PlanForm
from caseload.forms.handing_over import AnswerForm, HandoverForm, SummaryForm
from caseload.forms.notes import NoteForm, NoteTemplateForm, SecrecyForm
from caseload.forms.reassigning import ReassignForm
from caseload.forms.rule import RuleForm
from caseload.forms.transfers import MyTransferForm, RefusalForm, TransferForm
from caseload.forms.work_lists import NewWorkListForm, WorkListForm

__all__ = [
    "ALL_OF_THEM",
    "AbsenceAnswerForm",
    "AbsenceForm",
    "AgreeForm",
    "AllowForm",
    "AnswerForm",
    "AskCompanionForm",
    "BulkForm",
    "CoverForm",
    "FilterForm",
    "FinishForm",
    "GiveForm",
    "HandoverForm",
    "IndicatorForm",
    "MyTransferForm",
    "NameForm",
    "NewWorkListForm",
    "NoteForm",
    "NoteTemplateForm",
    "PlanForm",
    "ReassignForm",
    "RefusalForm",
    "RuleForm",
    "SecrecyForm",
    "SpeakForm",
    "SummaryForm",
    "TransferForm",
    "WorkListForm",
    "is_a_kind",
    "ticked",
]
