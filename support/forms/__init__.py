"""Input to the work inside a pairing."""

from support.forms.agreements import AgreementForm, TemplateForm
from support.forms.appointments import AnyTimeForm, AsSeenForm, ChosenTimeForm, HowItWentForm, WhereForm, WhichTimesForm
from support.forms.blocks import BlockForm
from support.forms.budgets import BudgetForm, SpendingForm
from support.forms.checking import CheckInForm, RhythmForm
from support.forms.goals import ChangeGoalForm, GoalForm, StepForm
from support.forms.hours import HabitsForm, HoursOnADayForm, TimeOffForm, WeeklyHoursForm
from support.forms.parting import EndingForm, StepDownForm, WayBackForm

__all__ = [
    "AgreementForm",
    "AnyTimeForm",
    "AsSeenForm",
    "BlockForm",
    "BudgetForm",
    "ChangeGoalForm",
    "CheckInForm",
    "ChosenTimeForm",
    "EndingForm",
    "GoalForm",
    "HabitsForm",
    "HoursOnADayForm",
    "HowItWentForm",
    "RhythmForm",
    "SpendingForm",
    "StepDownForm",
    "StepForm",
    "TemplateForm",
    "TimeOffForm",
    "WayBackForm",
    "WeeklyHoursForm",
    "WhereForm",
    "WhichTimesForm",
]
