"""Carries out one command of the socket in somebody's name, and says what to answer."""

from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError

from messaging import operations, queries
from messaging.limits import POSTS
from messaging.models import Conversation
from messaging.protocol import (
    Answer,
    Command,
    Done,
    Ping,
    Pong,
    Post,
    Posted,
    RateLimited,
    Read,
    Refused,
    Resume,
    Resumed,
    Seqs,
    Typing,
    marks_of,
)
from people.models import Person


def answer_to(command: Command, *, by: Person, at: datetime) -> Answer:
    """Do what is asked; what may not be done is refused in words, and nothing is raised for it."""
    try:
        return _carry_out(command, by, at)
    except Conversation.DoesNotExist:
        code, why = "not_found", "There is no such conversation."
    except PermissionDenied as error:
        code, why = "may_not", str(error)
    except ValidationError as error:
        code, why = error.code or "not_valid", " ".join(error.messages)
    return Refused(code=code, why=why, **marks_of(command))


def _carry_out(command: Command, by: Person, at: datetime) -> Answer:
    match command:
        case Post():
            return _post(command, by, at)
        case Read(conversation, seq):
            operations.mark_read(by=by, conversation=_conversation(by, conversation), seq=seq)
            return Done(ref=command.ref)
        case Typing(conversation):
            operations.show_typing(by=by, conversation=_conversation(by, conversation))
            return Done(ref=command.ref)
        case Resume():
            return _resume(command, by)
        case Ping():
            return Pong(ref=command.ref)


def _conversation(viewer: Person, pk: int) -> Conversation:
    return queries.conversations_for(viewer).get(pk=pk)


def _post(command: Post, by: Person, at: datetime) -> Answer:
    if until := POSTS.until(by.pk, at):
        return RateLimited(until=until, **marks_of(command))
    message = operations.post_message(
        by=by,
        conversation=_conversation(by, command.conversation),
        client_id=command.client_id,
        body=command.body,
        at=at,
    )
    return Posted(message.client_id, message.conversation_id, message.seq, message.sent_at, ref=command.ref)


def _resume(command: Resume, by: Person) -> Resumed:
    reached = queries.seqs_of(by, command.conversations)
    behind = {pk: reached.get(pk) for pk, seq in command.conversations.items() if reached.get(pk) != seq}
    return Resumed(behind, ref=command.ref)


def heartbeat_for(person: Person) -> Seqs:
    standing = queries.standing_of(person)
    return Seqs(standing.seqs, standing.unread)
