"""What can be done: open and close conversations, say something, read, report, and write to people outside."""

from messaging.operations.conversations import close_conversation, open_conversation
from messaging.operations.messages import (
    MayNotPost,
    SaidSomethingElse,
    block_participant,
    mark_read,
    post_message,
    report_message,
    show_typing,
)
from messaging.operations.notices import deliver, write_notice
from messaging.operations.preferences import change_hours, change_preferences

__all__ = [
    "MayNotPost",
    "SaidSomethingElse",
    "block_participant",
    "change_hours",
    "change_preferences",
    "close_conversation",
    "deliver",
    "mark_read",
    "open_conversation",
    "post_message",
    "report_message",
    "show_typing",
    "write_notice",
]
