"""Verbs of safety, from a report to what is done about it; and blocks."""

from safeguarding.operations.appeals import MayNotAnswer, MayNotAppeal, answer_appeal, appeal_against
from safeguarding.operations.blocks import block, lift_block
from safeguarding.operations.concerns import (
    JudgementIsMissing,
    MayNotDecide,
    OutcomeIsMissing,
    close_concern,
    hand_back_concern,
    raise_concern,
    take_concern,
)
from safeguarding.operations.first_hand import hide_at_first_look
from safeguarding.operations.looking import (
    SayWhy,
    add_note,
    change_plan,
    change_severity,
    escalate_concern,
    judge_risk,
    note_contact,
    share,
)
from safeguarding.operations.measures import (
    DaysAreMissing,
    MayNotMeasure,
    WordsAreMissing,
    lift_measure,
    take_measure,
)
from safeguarding.operations.moderators import end_moderating, let_moderate
from safeguarding.operations.prompting import prompt_about
from safeguarding.operations.publishing import publish_figures
from safeguarding.operations.reports import (
    NobodyToBlock,
    NotYourReport,
    add_to_report,
    block_reported,
    withdraw_report,
)

__all__ = [
    "DaysAreMissing",
    "JudgementIsMissing",
    "MayNotAnswer",
    "MayNotAppeal",
    "MayNotDecide",
    "MayNotMeasure",
    "NobodyToBlock",
    "NotYourReport",
    "OutcomeIsMissing",
    "SayWhy",
    "WordsAreMissing",
    "add_note",
    "add_to_report",
    "answer_appeal",
    "appeal_against",
    "block",
    "block_reported",
    "change_plan",
    "change_severity",
    "close_concern",
    "end_moderating",
    "escalate_concern",
    "hand_back_concern",
    "hide_at_first_look",
    "judge_risk",
    "let_moderate",
    "lift_block",
    "lift_measure",
    "note_contact",
    "prompt_about",
    "publish_figures",
    "raise_concern",
    "share",
    "take_concern",
    "take_measure",
    "withdraw_report",
]
