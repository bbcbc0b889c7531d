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

__all__ = [
    "MayNotPost",
    "SaidSomethingElse",
    "block_participant",
    "close_conversation",
    "deliver",
    "mark_read",
    "open_conversation",
    "post_message",
    "report_message",
    "show_typing",
    "write_notice",
]
