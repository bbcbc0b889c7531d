"""Input to safeguarding, one module per noun."""

from safeguarding.forms.concerns import JudgedOutcomeForm, OutcomeForm, ReportForm
from safeguarding.forms.measures import AnswerForm, AppealForm, LiftingForm, MeasureForm

__all__ = [
    "AnswerForm",
    "AppealForm",
    "JudgedOutcomeForm",
    "LiftingForm",
    "MeasureForm",
    "OutcomeForm",
    "ReportForm",
]
