"""What can be done: open a conversation, say something, change it, read, report, and write to people outside."""

from messaging.operations.changing import MayNotChange, NoSuchReaction, edit_message, react, withdraw_message
from messaging.operations.conversations import close_conversation, open_conversation
from messaging.operations.messages import block_participant, mark_read, report_message, show_typing
from messaging.operations.notices import deliver, write_notice
from messaging.operations.posting import (
    DetailsAreIn,
    MayNotPost,
    NothingToAnswer,
    NotThere,
    Outcome,
    Posting,
    SaidSomethingElse,
    post_message,
    post_messages,
)
from messaging.operations.preferences import change_hours, change_preferences
from messaging.operations.presence import note_presence

__all__ = [
    "DetailsAreIn",
    "MayNotChange",
    "MayNotPost",
    "NoSuchReaction",
    "NotThere",
    "NothingToAnswer",
    "Outcome",
    "Posting",
    "SaidSomethingElse",
    "block_participant",
    "change_hours",
    "change_preferences",
    "close_conversation",
    "deliver",
    "edit_message",
    "mark_read",
    "note_presence",
    "open_conversation",
    "post_message",
    "post_messages",
    "react",
    "report_message",
    "show_typing",
    "withdraw_message",
    "write_notice",
]
