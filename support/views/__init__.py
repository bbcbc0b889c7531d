"""Pages of the work inside a pairing."""

from support.views.agreements import agreement, agreement_version, propose_agreement, sign_agreement, withdraw_agreement
from support.views.checking import check_in, check_ins, rhythm, skip_check_in, take_back_check_in
from support.views.goals import (
    agree_to_goal,
    bring_goal,
    change_goal,
    goal,
    goals,
    let_go_of_goal,
    my_goals,
    new_goal,
    reach_goal,
    take_up_goal,
)
from support.views.steps import add_step, change_step, mark_step
from support.views.templates import agreement_template, agreement_templates, new_agreement_template
from support.views.together import together

__all__ = [
    "add_step",
    "agree_to_goal",
    "agreement",
    "agreement_template",
    "agreement_templates",
    "agreement_version",
    "bring_goal",
    "change_goal",
    "change_step",
    "check_in",
    "check_ins",
    "goal",
    "goals",
    "let_go_of_goal",
    "mark_step",
    "my_goals",
    "new_agreement_template",
    "new_goal",
    "propose_agreement",
    "reach_goal",
    "rhythm",
    "sign_agreement",
    "skip_check_in",
    "take_back_check_in",
    "take_up_goal",
    "together",
    "withdraw_agreement",
]
