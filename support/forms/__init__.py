"""Input to the work inside a pairing."""

from support.forms.agreements import AgreementForm, TemplateForm
from support.forms.checking import CheckInForm, RhythmForm
from support.forms.goals import ChangeGoalForm, GoalForm, StepForm

__all__ = [
    "AgreementForm",
    "ChangeGoalForm",
    "CheckInForm",
    "GoalForm",
    "RhythmForm",
    "StepForm",
    "TemplateForm",
]
