"""Carries out commands of the socket in somebody's name, and says what to answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from messaging import operations, queries
from messaging.models import Conversation, Message
from messaging.operations import NotThere, Outcome, Posting
from messaging.protocol import (
    Answer,
    Command,
    Done,
    Edit,
    Missing,
    Post,
    Posted,
    React,
    Read,
    Refused,
    Resume,
    Resumed,
    Typing,
    Withdraw,
    marks_of,
)
from messaging.words import clean_words
from people.models import Person
from people.sessions import Pass, still_valid

# What goes into one answer to `resume`; the device asks again for the rest.
ROOM = 44 * 1024

# What is done for one person at a time; posts are said together.
Single = Edit | Withdraw | React | Read | Typing | Resume


@dataclass(frozen=True)
class Asked:
    """One command of one socket."""

    admitted: Pass
    command: Post


def say_all(asked: Sequence[Asked]) -> list[Answer | None]:
    """Say what all of these want to say, in one transaction; None for whoever is signed in no longer."""
    at = timezone.now()
    valid = still_valid([one.admitted for one in asked], at)
    answers: list[Answer | None] = []
    postings = []
    for one in asked:
        posting = _posting(one) if one.admitted.key in valid else None
        answers.append(posting if isinstance(posting, Refused) else None)
        postings.append(posting if isinstance(posting, Posting) else None)
    outcomes = iter(operations.post_messages([posting for posting in postings if posting], at=at))
    return [
        answer if posting is None else _answer_to_post(one.command, next(outcomes))
        for one, posting, answer in zip(asked, postings, answers, strict=True)
    ]


def _posting(asked: Asked) -> Posting | Refused:
    command = asked.command
    try:
        words = clean_words(command.body)
    except ValidationError as error:
        return _refused(command, error)
    return Posting(
        by=asked.admitted.person_id,
        conversation=command.conversation,
        client_id=command.client_id,
        words=words,
        reply_to=command.reply_to,
        sure=command.sure,
    )


def _answer_to_post(command: Post, outcome: Outcome) -> Answer:
    if isinstance(outcome, Message):
        return Posted(
            client_id=outcome.client_id,
            conversation=outcome.conversation_id,
            message=outcome.pk,
            seq=outcome.seq,
            sent_at=outcome.sent_at,
            help=outcome.calls_for_help,
            ref=command.ref,
        )
    return _refused(command, outcome)


def answer_to(admitted: Pass, command: Single) -> Answer | None:
    """Do what is asked; what may not be done is refused in words. None when nobody is signed in here any more."""
    at = timezone.now()
    if not still_valid([admitted], at):
        return None
    by = Person.objects.get(pk=admitted.person_id)
    try:
        return _carry_out(command, by, at)
    except (Conversation.DoesNotExist, Message.DoesNotExist, PermissionDenied, ValidationError) as error:
        return _refused(command, error)


def _carry_out(command: Single, by: Person, at: datetime) -> Answer:
    match command:
        case Edit(message, body, sure):
            operations.edit_message(by=by, message=_message(by, message), body=body, at=at, sure=sure)
        case Withdraw(message):
            operations.withdraw_message(by=by, message=_message(by, message), at=at)
        case React(message, kind, on):
            operations.react(by=by, message=_message(by, message), kind=kind, on=on)
        case Read(conversation, seq):
            operations.mark_read(by=by, conversation=_conversation(by, conversation), seq=seq)
        case Typing(conversation):
            operations.show_typing(by=by, conversation=_conversation(by, conversation))
        case Resume():
            return _resume(command, by)
    return Done(ref=command.ref)


def _conversation(viewer: Person, pk: int) -> Conversation:
    return queries.conversations_for(viewer).get(pk=pk)


def _message(viewer: Person, pk: int) -> Message:
    return queries.messages_for(viewer).get(pk=pk)


def _refused(command: Command, error: Exception) -> Refused:
    match error:
        case NotThere() | Conversation.DoesNotExist():
            code, why = "not_found", "There is no such conversation."
        case Message.DoesNotExist():
            code, why = "not_found", "There is no such message."
        case ValidationError():
            code, why = error.code or "not_valid", " ".join(error.messages)
        case _:
            code, why = "may_not", str(error)
    return Refused(code=code, why=why, **marks_of(command))


def _resume(command: Resume, by: Person) -> Resumed:
    """Fill the answer with what is missing, conversation by conversation, as far as it goes."""
    seen = queries.among(by, command.conversations)
    pages: dict[int, Missing] = {}
    room = ROOM
    for pk, seq in command.conversations.items():
        if pk in seen and seen[pk].last_seq > seq:
            pages[pk] = queries.missing_after(seen[pk], by, seq, room=room) if room > 0 else Missing((), seq, more=True)
            room -= sum(queries.room_for(message["body"], len(message["files"])) for message in pages[pk].messages)
    lost = [pk for pk, seq in command.conversations.items() if pk not in seen or seen[pk].last_seq < seq]
    return Resumed(pages, tuple(lost), ref=command.ref)
