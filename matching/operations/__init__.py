"""The verbs of matching, one module per part of the way from asking to being alongside."""

from matching.operations.asking import (
    ask,
    save_request,
    send_request,
    withdraw_request,
)
from matching.operations.choosing import accept_offer, ask_for_another, decline_as_helper, decline_offer
from matching.operations.deciding import (
    approve_all,
    approve_proposal,
    put_back_proposal,
    set_aside_all,
    set_aside_proposal,
)
from matching.operations.helping import (
    change_capacity,
    confirm_helper,
    offer_help,
    pause_help,
    resume_help,
    save_helper,
    send_offer_of_help,
)
from matching.operations.importing import import_people
from matching.operations.pairing import end_pairing
from matching.operations.reading import open_check, open_story
from matching.operations.referring import refer, use_referral
from matching.operations.rounds import run_round

__all__ = [
    "accept_offer",
    "approve_all",
    "approve_proposal",
    "ask",
    "ask_for_another",
    "change_capacity",
    "confirm_helper",
    "decline_as_helper",
    "decline_offer",
    "end_pairing",
    "import_people",
    "offer_help",
    "open_check",
    "open_story",
    "pause_help",
    "put_back_proposal",
    "refer",
    "resume_help",
    "run_round",
    "save_helper",
    "save_request",
    "send_offer_of_help",
    "send_request",
    "set_aside_all",
    "set_aside_proposal",
    "use_referral",
    "withdraw_request",
]
