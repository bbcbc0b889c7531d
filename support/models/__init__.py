"""Facts of the work inside a pairing."""

from support.models.agreement import Agreement, AgreementTemplate, Signature
from support.models.appointment import Appointment, TakenQuarter
from support.models.availability import Availability, Habits, TimeOff
from support.models.block import SessionBlock
from support.models.checking import CheckIn, CheckInRule, Rhythm
from support.models.goal import Goal, Step

__all__ = [
    "Agreement",
    "AgreementTemplate",
    "Appointment",
    "Availability",
    "CheckIn",
    "CheckInRule",
    "Goal",
    "Habits",
    "Rhythm",
    "SessionBlock",
    "Signature",
    "Step",
    "TakenQuarter",
    "TimeOff",
]
