"""Input to safeguarding, one module per noun."""

from safeguarding.forms.concerns import JudgedOutcomeForm, OutcomeForm, ReportForm
from safeguarding.forms.looking import EscalationForm, NoteForm, PlanForm, RiskForm, SeverityForm, SharingForm
from safeguarding.forms.measures import AnswerForm, AppealForm, LiftingForm, MeasureForm

__all__ = [
    "AnswerForm",
    "AppealForm",
    "EscalationForm",
    "JudgedOutcomeForm",
    "LiftingForm",
    "MeasureForm",
    "NoteForm",
    "OutcomeForm",
    "PlanForm",
    "ReportForm",
    "RiskForm",
    "SeverityForm",
    "SharingForm",
]
