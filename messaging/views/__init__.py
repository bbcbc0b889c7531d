"""Pages of messaging, one module per what somebody wants there."""

from messaging.views.conversations import conversation, conversations, messages_since
from messaging.views.preferences import preferences, working_hours
from messaging.views.reporting import block_participant, report_message

__all__ = [
    "block_participant",
    "conversation",
    "conversations",
    "messages_since",
    "preferences",
    "report_message",
    "working_hours",
]
