"""Turns news that came over the channel layer into the frame that one viewer gets, read from the database."""

from collections.abc import Callable, Mapping
from typing import Any

from django.template.loader import render_to_string

from messaging import queries
from people.models import Person

Frame = Mapping[str, Any]


def frame_for(viewer: Person, event: Frame) -> Frame | None:
    """Return what this viewer gets, or None when they may not see it (any more)."""
    complete = COMPLETED.get(event["type"])
    return complete(viewer, event) if complete else event


def needs_the_database(event: Frame) -> bool:
    return event["type"] in COMPLETED


def _message_posted(viewer: Person, event: Frame) -> Frame | None:
    message = queries.messages_for(viewer).filter(pk=event["message"]).first()
    if message is None:
        return None
    return {
        "type": event["type"],
        "conversation": message.conversation_id,
        "seq": message.seq,
        "client_id": str(message.client_id),
        "author": message.author_id,
        "html": render_to_string("messaging/bubble.html", {"message": message, "viewer": viewer}),
        "unread": queries.unread_by(viewer),
    }


def _read(viewer: Person, event: Frame) -> Frame:
    """One's own reading, on whatever device, changes the number of what is unread."""
    return {**event, "unread": queries.unread_by(viewer)} if event["person"] == viewer.pk else event


COMPLETED: Mapping[str, Callable[[Person, Frame], Frame | None]] = {
    "message.posted": _message_posted,
    "read": _read,
}
