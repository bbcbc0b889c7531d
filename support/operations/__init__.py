"""Verbs of the work inside a pairing."""

from support.operations.agreeing import (
    NotOfTheTwo,
    WasQuicker,
    propose_agreement,
    remind_of_agreements,
    sign_agreement,
    withdraw_agreement,
)
from support.operations.checking_in import (
    NotYoursToAnswer,
    ask_who_is_due,
    check_in,
    choose_rhythm,
    skip_check_in,
    take_back_check_in,
)
from support.operations.goals import (
    NotYourGoal,
    agree_to_goal,
    bring_goal,
    change_goal,
    let_go_of_goal,
    propose_goal,
    reach_goal,
    take_up_goal,
)
from support.operations.ruling import change_check_in_rule
from support.operations.steps import TooManySteps, add_step, change_step, mark_step, remind_of_steps
from support.operations.templates import NotYourArea, change_template, write_template

__all__ = [
    "NotOfTheTwo",
    "NotYourArea",
    "NotYourGoal",
    "NotYoursToAnswer",
    "TooManySteps",
    "WasQuicker",
    "add_step",
    "agree_to_goal",
    "ask_who_is_due",
    "bring_goal",
    "change_check_in_rule",
    "change_goal",
    "change_step",
    "change_template",
    "check_in",
    "choose_rhythm",
    "let_go_of_goal",
    "mark_step",
    "propose_agreement",
    "propose_goal",
    "reach_goal",
    "remind_of_agreements",
    "remind_of_steps",
    "sign_agreement",
    "skip_check_in",
    "take_back_check_in",
    "take_up_goal",
    "withdraw_agreement",
    "write_template",
]
