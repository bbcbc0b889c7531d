"""Verbs of the work inside a pairing."""

from support.operations.agreeing import (
    NotOfTheTwo,
    WasQuicker,
    propose_agreement,
    remind_of_agreements,
    sign_agreement,
    withdraw_agreement,
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
from support.operations.steps import TooManySteps, add_step, change_step, mark_step, remind_of_steps
from support.operations.templates import NotYourArea, change_template, write_template

__all__ = [
    "NotOfTheTwo",
    "NotYourArea",
    "NotYourGoal",
    "TooManySteps",
    "WasQuicker",
    "add_step",
    "agree_to_goal",
    "bring_goal",
    "change_goal",
    "change_step",
    "change_template",
    "let_go_of_goal",
    "mark_step",
    "propose_agreement",
    "propose_goal",
    "reach_goal",
    "remind_of_agreements",
    "remind_of_steps",
    "sign_agreement",
    "take_up_goal",
    "withdraw_agreement",
    "write_template",
]
