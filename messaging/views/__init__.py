"""Pages of messaging, one module per what somebody wants there."""

from messaging.views.conversations import conversation, conversations, messages_since
from messaging.views.groups import (
    accept_invitation,
    begin_group,
    decline_invitation,
    invite,
    leave_conversation,
    remove_participant,
    rename_conversation,
)
from messaging.views.preferences import preferences, working_hours
from messaging.views.reporting import block_participant, report_message
from messaging.views.search import search_messages

__all__ = [
    "accept_invitation",
    "begin_group",
    "block_participant",
    "conversation",
    "conversations",
    "decline_invitation",
    "invite",
    "leave_conversation",
    "messages_since",
    "preferences",
    "remove_participant",
    "rename_conversation",
    "report_message",
    "search_messages",
    "working_hours",
]
