"""The facts about talking, one module per noun."""

from messaging.models.attachment import Attachment
from messaging.models.choices import WANTED_BY_DEFAULT, NoticeChoice, NoticeHours
from messaging.models.conversation import Conversation, Participant
from messaging.models.device import Device
from messaging.models.dispatch import Dispatch
from messaging.models.message import EarlierWords, Message, Reaction
from messaging.models.notice import ALWAYS_LISTED, Channel, Notice
from messaging.models.phone_code import PhoneCode
from messaging.models.preferences import Preferences
from messaging.models.presence import Presence

__all__ = [
    "ALWAYS_LISTED",
    "WANTED_BY_DEFAULT",
    "Attachment",
    "Channel",
    "Conversation",
    "Device",
    "Dispatch",
    "EarlierWords",
    "Message",
    "Notice",
    "NoticeChoice",
    "NoticeHours",
    "Participant",
    "PhoneCode",
    "Preferences",
    "Presence",
    "Reaction",
]
