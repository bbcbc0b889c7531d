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
from safeguarding.operations.measures import (
    DaysAreMissing,
    MayNotMeasure,
    WordsAreMissing,
    lift_measure,
    take_measure,
)
from safeguarding.operations.moderators import end_moderating, let_moderate
from safeguarding.operations.prompting import prompt_about
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
    "WordsAreMissing",
    "add_to_report",
    "answer_appeal",
    "appeal_against",
    "block",
    "block_reported",
    "close_concern",
    "end_moderating",
    "hand_back_concern",
    "hide_at_first_look",
    "let_moderate",
    "lift_block",
    "lift_measure",
    "prompt_about",
    "raise_concern",
    "take_concern",
    "take_measure",
    "withdraw_report",
]
