"""The facts about networks, one module per noun."""

from networks.models.agreement import Agreement
from networks.models.asking import Ask
from networks.models.attention import Draft, Following, Muting, NotForMe, Reading
from networks.models.deciding import Ballot, Consequence, Decision, Objection, Option, Voted
from networks.models.event import Attendance, Event, Feedback, Place, Session
from networks.models.founding import Idea
from networks.models.invitation import Invitation
from networks.models.membership import Membership
from networks.models.network import Network
from networks.models.post import EarlierPost, Mention, Picture, Post, Reaction
from networks.models.resource import Resource, ResourceLink, ResourceVersion
from networks.models.thread import Tag, Thread, ThreadPlace

__all__ = [
    "Agreement",
    "Ask",
    "Attendance",
    "Ballot",
    "Consequence",
    "Decision",
    "Draft",
    "EarlierPost",
    "Event",
    "Feedback",
    "Following",
    "Idea",
    "Invitation",
    "Membership",
    "Mention",
    "Muting",
    "Network",
    "NotForMe",
    "Objection",
    "Option",
    "Picture",
    "Place",
    "Post",
    "Reaction",
    "Reading",
    "Resource",
    "ResourceLink",
    "ResourceVersion",
    "Session",
    "Tag",
    "Thread",
    "ThreadPlace",
    "Voted",
]
