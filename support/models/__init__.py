"""Facts of the work inside a pairing."""

from support.models.agreement import Agreement, AgreementTemplate, Signature
from support.models.checking import CheckIn, CheckInRule, Rhythm
from support.models.goal import Goal, Step

__all__ = [
    "Agreement",
    "AgreementTemplate",
    "CheckIn",
    "CheckInRule",
    "Goal",
    "Rhythm",
    "Signature",
    "Step",
]
