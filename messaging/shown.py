"""How a message is shown to programs: the same in a frame, in a page of what is missing and in the HTTP API."""

from collections.abc import Sequence
from typing import Any

from django.db.models import prefetch_related_objects

from messaging.models import Message

QUOTED = 120


def shown(messages: Sequence[Message], *, unseen_up_to: int = 0) -> list[dict[str, Any]]:
    """Return each message as JSON holds it, in a fixed number of queries for any number of them.

    What took its place up to `unseen_up_to` is not quoted: somebody who gets this came later.
    """
    prefetch_related_objects(messages, "author", "reply_to__author", "reactions")
    return [
        _shown(message, _reactions(message), quoted=_quoted(message.reply_to, unseen_up_to)) for message in messages
    ]


def just_said(message: Message, *, unseen_up_to: int = 0) -> dict[str, Any]:
    """The same, without a query, for a message that nobody can have reacted to yet and whose answered one is loaded."""
    return _shown(message, {}, quoted=_quoted(message.reply_to, unseen_up_to))


def _quoted(quoted: Message | None, unseen_up_to: int) -> dict[str, Any] | None:
    if quoted is None:
        return None
    words = quoted.body[:QUOTED] if quoted.seq > unseen_up_to else ""
    return {"id": quoted.pk, "name": quoted.author.chosen_name, "words": words}


def _shown(message: Message, reactions: dict[str, list[int]], *, quoted: dict[str, Any] | None) -> dict[str, Any]:
    is_withdrawn = message.withdrawn_at is not None
    return {
        "id": message.pk,
        "conversation": message.conversation_id,
        "seq": message.seq,
        "changed_seq": message.changed_seq,
        "client_id": str(message.client_id),
        "author": message.author_id,
        "name": message.author.chosen_name,
        "kind": message.kind,
        "body": message.body,
        "sent_at": message.sent_at.isoformat(),
        "edited_at": message.edited_at and message.edited_at.isoformat(),
        "withdrawn_at": message.withdrawn_at and message.withdrawn_at.isoformat(),
        "reply_to": quoted,
        "reactions": {} if is_withdrawn else reactions,
        "files": [],
    }


def _reactions(message: Message) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for reaction in message.reactions.all():
        found.setdefault(reaction.kind, []).append(reaction.person_id)
    return found
