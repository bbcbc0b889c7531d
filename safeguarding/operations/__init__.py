"""Verbs of safety: raise, prompt, add to, withdraw, take and close a concern; block somebody and lift the block."""

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
    "JudgementIsMissing",
    "MayNotDecide",
    "NobodyToBlock",
    "NotYourReport",
    "OutcomeIsMissing",
    "add_to_report",
    "block",
    "block_reported",
    "close_concern",
    "end_moderating",
    "hand_back_concern",
    "let_moderate",
    "lift_block",
    "prompt_about",
    "raise_concern",
    "take_concern",
    "withdraw_report",
]
