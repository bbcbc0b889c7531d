"""The facts of matching, one module per noun."""

from matching.models.helper import Helper
from matching.models.pairing import Pairing
from matching.models.referral import Referral
from matching.models.request import Request
from matching.models.round import Proposal, Round, Unplaced

__all__ = ["Helper", "Pairing", "Proposal", "Referral", "Request", "Round", "Unplaced"]
