"""Pages of messaging, one module per what somebody wants there."""

from messaging.views.changing import edit_message, message, react_to_message, withdraw_message
from messaging.views.choices import devices, notice_choices, phone, phone_code, push_worker, remove_phone
from messaging.views.conversations import conversation, conversations
from messaging.views.files import file_preview, message_file
from messaging.views.groups import (
    accept_invitation,
    begin_group,
    decline_invitation,
    invite,
    leave_conversation,
    remove_participant,
    rename_conversation,
)
from messaging.views.notices import notice, notices, read_notices
from messaging.views.preferences import preferences, working_hours
from messaging.views.reporting import block_participant, report_message
from messaging.views.search import search_messages
from messaging.views.stopping import stop_mails
from messaging.views.undelivered import settle, try_again, undelivered

__all__ = [
    "accept_invitation",
    "begin_group",
    "block_participant",
    "conversation",
    "conversations",
    "decline_invitation",
    "devices",
    "edit_message",
    "file_preview",
    "invite",
    "leave_conversation",
    "message",
    "message_file",
    "notice",
    "notice_choices",
    "notices",
    "phone",
    "phone_code",
    "preferences",
    "push_worker",
    "react_to_message",
    "read_notices",
    "remove_participant",
    "remove_phone",
    "rename_conversation",
    "report_message",
    "search_messages",
    "settle",
    "stop_mails",
    "try_again",
    "undelivered",
    "withdraw_message",
    "working_hours",
]
