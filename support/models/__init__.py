"""Facts of the work inside a pairing."""

from support.models.agreement import Agreement, AgreementTemplate, Signature
from support.models.appointment import Appointment, TakenQuarter
from support.models.availability import Availability, Habits, TimeOff
from support.models.block import SessionBlock
from support.models.budget import Budget, Receipt, Spending
from support.models.checking import CheckIn, CheckInRule, Rhythm
from support.models.goal import Goal, Step
from support.models.parting import Farewell, LookBack, Shown, Stage, StepDown

__all__ = [
    "Agreement",
    "AgreementTemplate",
    "Appointment",
    "Availability",
    "Budget",
    "CheckIn",
    "CheckInRule",
    "Farewell",
    "Goal",
    "Habits",
    "LookBack",
    "Receipt",
    "Rhythm",
    "SessionBlock",
    "Shown",
    "Signature",
    "Spending",
    "Stage",
    "Step",
    "StepDown",
    "TakenQuarter",
    "TimeOff",
]
