"""What can be done: open a conversation, form a group, say something, change it, read, report, write to outside."""

from messaging.operations.changing import MayNotChange, NoSuchReaction, edit_message, react, withdraw_message
from messaging.operations.choices import choose_notices, start_mails, stop_mails
from messaging.operations.conversations import close_conversation, open_conversation, reopen_conversation
from messaging.operations.delivering import deliver, settle, try_again
from messaging.operations.devices import add_device, remove_device
from messaging.operations.files import EnoughForToday, OnlyPictures, put_on, sweep_files
from messaging.operations.groups import (
    IS_KEPT_BY,
    CannotBeAsked,
    MayNotInvite,
    MayNotKeep,
    accept_invitation,
    begin_group,
    decline_invitation,
    invite,
    leave_conversation,
    remove_participant,
    rename_conversation,
)
from messaging.operations.messages import mark_read, show_typing
from messaging.operations.notices import read_all_notices, read_notice, write_notice, write_notices
from messaging.operations.phone import confirm_phone, remove_phone, send_phone_code
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
from messaging.operations.reporting import block_participant, look_for_worries, report_message
from messaging.operations.waiting import tell_of_waiting_messages

__all__ = [
    "IS_KEPT_BY",
    "CannotBeAsked",
    "DetailsAreIn",
    "EnoughForToday",
    "MayNotChange",
    "MayNotInvite",
    "MayNotKeep",
    "MayNotPost",
    "NoSuchReaction",
    "NotThere",
    "NothingToAnswer",
    "OnlyPictures",
    "Outcome",
    "Posting",
    "SaidSomethingElse",
    "accept_invitation",
    "add_device",
    "begin_group",
    "block_participant",
    "change_hours",
    "change_preferences",
    "choose_notices",
    "close_conversation",
    "confirm_phone",
    "decline_invitation",
    "deliver",
    "edit_message",
    "invite",
    "leave_conversation",
    "look_for_worries",
    "mark_read",
    "note_presence",
    "open_conversation",
    "post_message",
    "post_messages",
    "put_on",
    "react",
    "read_all_notices",
    "read_notice",
    "remove_device",
    "remove_participant",
    "remove_phone",
    "rename_conversation",
    "reopen_conversation",
    "report_message",
    "send_phone_code",
    "settle",
    "show_typing",
    "start_mails",
    "stop_mails",
    "sweep_files",
    "tell_of_waiting_messages",
    "try_again",
    "withdraw_message",
    "write_notice",
    "write_notices",
]
