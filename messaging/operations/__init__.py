"""What can be done: open a conversation, form a group, say something, change it, read, report, write to outside."""

from messaging.operations.changing import MayNotChange, NoSuchReaction, edit_message, react, withdraw_message
from messaging.operations.conversations import close_conversation, open_conversation
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
from messaging.operations.reporting import block_participant, look_for_worries, report_message

__all__ = [
    "IS_KEPT_BY",
    "CannotBeAsked",
    "DetailsAreIn",
    "MayNotChange",
    "MayNotInvite",
    "MayNotKeep",
    "MayNotPost",
    "NoSuchReaction",
    "NotThere",
    "NothingToAnswer",
    "Outcome",
    "Posting",
    "SaidSomethingElse",
    "accept_invitation",
    "begin_group",
    "block_participant",
    "change_hours",
    "change_preferences",
    "close_conversation",
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
    "react",
    "remove_participant",
    "rename_conversation",
    "report_message",
    "show_typing",
    "withdraw_message",
    "write_notice",
]
