"""What can be asked about talking, one module per noun."""

from messaging.queries.attention import (
    HERE_FOR,
    preferences_of,
    read_by,
    those_who_may_see_reading,
    those_who_may_see_typing,
    who_is_here,
    who_is_here_to,
)
from messaging.queries.conversations import (
    ConversationLine,
    among,
    conversation_lines,
    conversations_for,
    others_in,
    those_present,
    unread_at_place,
)
from messaging.queries.hours import hours_notices
from messaging.queries.messages import (
    AT_A_TIME,
    FIRST_LOAD,
    Stretch,
    messages_for,
    missing_after,
    room_for,
    stretch_before,
)
from messaging.queries.notices import due_notices
from messaging.queries.standings import Standing, standings_of, unread_by

__all__ = [
    "AT_A_TIME",
    "FIRST_LOAD",
    "HERE_FOR",
    "ConversationLine",
    "Standing",
    "Stretch",
    "among",
    "conversation_lines",
    "conversations_for",
    "due_notices",
    "hours_notices",
    "messages_for",
    "missing_after",
    "others_in",
    "preferences_of",
    "read_by",
    "room_for",
    "standings_of",
    "stretch_before",
    "those_present",
    "those_who_may_see_reading",
    "those_who_may_see_typing",
    "unread_at_place",
    "unread_by",
    "who_is_here",
    "who_is_here_to",
]
