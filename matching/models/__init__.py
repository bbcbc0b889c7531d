"""The facts of matching, one module per noun."""

from matching.models.configuration import Configuration
from matching.models.credential import CheckRule, Credential, Level
from matching.models.helper import Helper
from matching.models.pairing import Pairing
from matching.models.promise import Promise
from matching.models.proposal import Proposal, Unplaced
from matching.models.publication import Publication
from matching.models.referral import Referral
from matching.models.request import Request
from matching.models.round import Round, RoundRecord

__all__ = [
    "CheckRule",
    "Configuration",
    "Credential",
    "Helper",
    "Level",
    "Pairing",
    "Promise",
    "Proposal",
    "Publication",
    "Referral",
    "Request",
    "Round",
    "RoundRecord",
    "Unplaced",
]
