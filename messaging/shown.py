"""How a message is shown to programs: the same in a frame, in a page of what is missing and in the HTTP API."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import prefetch_related_objects

from messaging.models import Attachment, Message

QUOTED = 120
# What is quoted of a message that says nothing in words.
A_FILE = "A file"


def shown(messages: Sequence[Message], *, unseen_up_to: int = 0) -> list[dict[str, Any]]:
    """Return each message as JSON holds it, in a fixed number of queries for any number of them.

    What took its place up to `unseen_up_to` is not quoted: somebody who gets this came later.
    """
    prefetch_related_objects(messages, "author", "reply_to__author", "reactions", "files")
    return [
        _shown(message, _reactions(message), message.files.all(), quoted=_quoted(message.reply_to, unseen_up_to))
        for message in messages
    ]


def just_said(message: Message, *, files: Iterable[Attachment] = (), unseen_up_to: int = 0) -> dict[str, Any]:
    """The same, without a query, for a message that nobody can have reacted to yet and whose answered one is loaded."""
    return _shown(message, {}, files, quoted=_quoted(message.reply_to, unseen_up_to))


def _quoted(quoted: Message | None, unseen_up_to: int) -> dict[str, Any] | None:
    if quoted is None:
        return None
    words = quoted.body[:QUOTED] or (A_FILE if quoted.withdrawn_at is None else "")
    words = words if quoted.seq > unseen_up_to else ""
    return {"id": quoted.pk, "name": quoted.author.chosen_name, "words": words}


def _shown(
    message: Message,
    reactions: dict[str, list[int]],
    files: Iterable[Attachment],
    *,
    quoted: dict[str, Any] | None,
) -> dict[str, Any]:
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
        "files": [] if is_withdrawn else [_shown_file(one) for one in files],
    }


def _shown_file(one: Attachment) -> dict[str, Any]:
    """`id` is its name in the address; what is no picture has no sides."""
    return {
        "id": str(one.key),
        "name": one.name,
        "kind": one.kind,
        "size": one.size,
        "width": one.width or None,
        "height": one.height or None,
    }


def _reactions(message: Message) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for reaction in message.reactions.all():
        found.setdefault(reaction.kind, []).append(reaction.person_id)
    return found
