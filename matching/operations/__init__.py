"""The verbs of matching, one module per part of the way from asking to being alongside."""

from matching.operations.arriving import place_arrivals
from matching.operations.asking import (
    ask,
    save_request,
    send_request,
    withdraw_request,
)
from matching.operations.checking import (
    ask_for_vetting_again,
    change_check_rule,
    confirm_helper,
    let_vetting_hold_again,
    note_credential,
    take_back_credential,
    tell_of_checks_running_out,
)
from matching.operations.choosing import accept_offer, ask_for_another, decline_as_helper, decline_offer
from matching.operations.configuring import change_weights
from matching.operations.contesting import ask_a_person
from matching.operations.deciding import (
    approve_proposal,
    put_back_proposal,
    set_aside_all,
    set_aside_proposal,
)
from matching.operations.handing_over import hand_over_pairing, take_back_handover
from matching.operations.helping import (
    change_capacity,
    offer_help,
    pause_help,
    resume_help,
    save_helper,
    send_offer_of_help,
)
from matching.operations.importing import import_people
from matching.operations.pairing import end_pairing
from matching.operations.promising import change_promise, tell_of_promises_passed
from matching.operations.publishing import publish, start_publication, stop_publication
from matching.operations.reading import open_check, open_story
from matching.operations.referring import refer, use_referral
from matching.operations.rounds import cancel_round, give_up_on_the_silent, run_round, solve_round, start_round

__all__ = [
    "accept_offer",
    "approve_proposal",
    "ask",
    "ask_a_person",
    "ask_for_another",
    "ask_for_vetting_again",
    "cancel_round",
    "change_capacity",
    "change_check_rule",
    "change_promise",
    "change_weights",
    "confirm_helper",
    "decline_as_helper",
    "decline_offer",
    "end_pairing",
    "give_up_on_the_silent",
    "hand_over_pairing",
    "import_people",
    "let_vetting_hold_again",
    "note_credential",
    "offer_help",
    "open_check",
    "open_story",
    "pause_help",
    "place_arrivals",
    "publish",
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
    "solve_round",
    "start_publication",
    "start_round",
    "stop_publication",
    "take_back_credential",
    "take_back_handover",
    "tell_of_checks_running_out",
    "tell_of_promises_passed",
    "use_referral",
    "withdraw_request",
]
