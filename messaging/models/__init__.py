"""The facts about talking, one module per noun."""

from messaging.models.conversation import Conversation, Participant
from messaging.models.message import EarlierWords, Message, Reaction
from messaging.models.notice import Notice
from messaging.models.preferences import Preferences
from messaging.models.presence import Presence

__all__ = [
    "Conversation",
    "EarlierWords",
    "Message",
    "Notice",
    "Participant",
    "Preferences",
    "Presence",
    "Reaction",
]
