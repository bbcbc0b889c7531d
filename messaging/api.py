"""Talking over HTTP, for programs: what the socket can do, as addresses that answer in JSON."""

from typing import Annotated, Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from ninja import Path, Query, Router, Status

from messaging import operations, queries
from messaging.limits import POSTS
from messaging.models import Conversation, Message, Reaction
from messaging.protocol import LARGEST_NUMBER
from messaging.queries import ConversationLine
from messaging.schemas import (
    Changes,
    Conversations,
    Posting,
    ReadMark,
    Refusal,
    Said,
    ShownConversation,
    ShownMessage,
    Words,
)
from people.models import Person
from people.requests import SignedIn

# What may come of any request.
REFUSALS = dict.fromkeys((400, 401, 403, 404, 405, 413, 415, 422, 429, 500), Refusal)

router = Router(tags=["Talking"])

Count = Annotated[int, Query(ge=0, le=LARGEST_NUMBER)]
Frame = dict[str, Any]


@router.get("/conversations", response={200: Conversations} | REFUSALS, url_name="api_conversations")
def list_conversations(request: SignedIn, page: Annotated[int, Query(ge=1, le=LARGEST_NUMBER)] = 1) -> Frame:
    """Your conversations, the latest first, some at a time."""
    _know_only(request, "page")
    lines = queries.conversation_lines(request.user, page)
    found = list(lines) if lines.number == page else []
    return {"conversations": [_as_shown(line) for line in found], "more": bool(found) and lines.has_next()}


@router.get("/conversations/{int:pk}", response={200: ShownConversation} | REFUSALS, url_name="api_conversation")
def read_conversation(request: SignedIn, pk: int) -> Frame:
    _know_only(request)
    return _as_shown(queries.conversation_line(request.user, _conversation(request.user, pk)))


@router.get("/conversations/{int:pk}/messages", response={200: Changes} | REFUSALS, url_name="api_messages")
def read_messages(request: SignedIn, pk: int, since: Count | None = None, before: Count | None = None) -> Frame:
    """What changed after `since`, in the order of the changes; without it the last messages, or the last `before`
    a place, in their order, where `more` says that there are earlier ones.
    """
    _know_only(request, "since", "before")
    conversation = _conversation(request.user, pk)
    if since is None:
        stretch = queries.stretch_before(conversation, request.user, before)
        messages = queries.shown_to(request.user, conversation.pk, stretch.messages)
        return {"messages": messages, "seq": conversation.last_seq, "more": stretch.earlier is not None}
    if before is not None:
        raise ValidationError("Ask for what is since or what is before.", code="unknown_key", params={"key": "before"})
    missing = queries.missing_after(conversation, request.user, since)
    return {"messages": list(missing.messages), "seq": missing.seq, "more": missing.more}


@router.post("/conversations/{int:pk}/messages", response={201: Said} | REFUSALS)
def post_message(request: SignedIn, pk: int, posting: Posting) -> Status[Frame]:
    """Say something. The same `client_id` again gets the same answer, and is said once."""
    now = timezone.now()
    POSTS.spend(request.user.pk, now)
    message = operations.post_message(
        by=request.user,
        conversation=_conversation(request.user, pk),
        client_id=posting.client_id,
        body=posting.body,
        reply_to=posting.reply_to,
        sure=posting.sure,
        at=now,
    )
    return Status(201, _said(request.user, message))


@router.post("/conversations/{int:pk}/read", response={204: None} | REFUSALS, url_name="api_read")
def mark_read(request: SignedIn, pk: int, mark: ReadMark) -> Status[None]:
    """Note that everything up to `seq` was read; it never goes back."""
    operations.mark_read(by=request.user, conversation=_conversation(request.user, pk), seq=mark.seq)
    return Status(204, None)


@router.patch("/messages/{int:pk}", response={200: Said} | REFUSALS, url_name="api_message")
def edit_message(request: SignedIn, pk: int, words: Words) -> Frame:
    """Put other words in the place of your own."""
    message = _message(request.user, pk)
    edited = operations.edit_message(
        by=request.user, message=message, body=words.body, sure=words.sure, at=timezone.now()
    )
    return _said(request.user, edited)


@router.delete("/messages/{int:pk}", response={200: ShownMessage} | REFUSALS)
def withdraw_message(request: SignedIn, pk: int) -> Frame:
    """Take back what you said: nobody sees the words any more."""
    message = _message(request.user, pk)
    return _shown_to(request.user, operations.withdraw_message(by=request.user, message=message, at=timezone.now()))


@router.put("/messages/{int:pk}/reactions/{kind}", response={200: ShownMessage} | REFUSALS, url_name="api_reaction")
def react(request: SignedIn, pk: int, kind: Path[Reaction.Kind]) -> Frame:
    """Take a message in one of a few ways."""
    return _react(request.user, pk, kind, on=True)


@router.delete("/messages/{int:pk}/reactions/{kind}", response={200: ShownMessage} | REFUSALS)
def take_reaction_back(request: SignedIn, pk: int, kind: Path[Reaction.Kind]) -> Frame:
    return _react(request.user, pk, kind, on=False)


def _react(by: Person, pk: int, kind: str, *, on: bool) -> Frame:
    return _shown_to(by, operations.react(by=by, message=_message(by, pk), kind=kind, on=on))


def _know_only(request: SignedIn, *names: str) -> None:
    """A name that was mistyped would else be passed over, and answered with something else than was asked."""
    for name in request.GET:
        if name not in names:
            raise ValidationError("There is no such key here.", code="unknown_key", params={"key": name[:64]})


def _conversation(viewer: Person, pk: int) -> Conversation:
    return queries.conversations_for(viewer).get(pk=pk)


def _message(viewer: Person, pk: int) -> Message:
    return queries.messages_for(viewer).get(pk=pk)


def _shown_to(viewer: Person, message: Message) -> Frame:
    [frame] = queries.shown_to(viewer, message.conversation_id, [message])
    return frame


def _said(author: Person, message: Message) -> Frame:
    return _shown_to(author, message) | {"help": message.calls_for_help}


def _as_shown(line: ConversationLine) -> Frame:
    conversation = line.conversation
    return {
        "id": conversation.pk,
        "title": conversation.title,
        "is_group": conversation.is_group,
        "people": [{"id": person.pk, "name": person.chosen_name} for person in line.others],
        "is_open": conversation.closed_at is None,
        "last_seq": conversation.last_seq,
        "last_at": conversation.last_at and conversation.last_at.isoformat(),
        "last_words": line.last_words,
        "unread": line.unread,
    }
