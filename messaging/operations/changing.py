"""Changes what was said: other words, none at all, or how somebody took it; each takes the next number."""

from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from messaging.models import EarlierWords, Message, Reaction
from messaging.news import tell
from messaging.operations.posting import DetailsAreIn, warning_for
from messaging.operations.reporting import look_for_worries
from messaging.operations.rooms import Room, hold_rooms, let_go
from messaging.protocol import MessageChanged
from messaging.rules import IS_NOT_YOURS, may_change, may_react, what_stops_among
from messaging.shown import shown
from messaging.words import clean_words
from people.models import Person
from safeguarding.queries import blocked_ids


class MayNotChange(PermissionDenied):
    """It is somebody else's, it was withdrawn, or nothing more can be said here."""


class NoSuchReaction(ValidationError):
    """There are few ways to react, so that each is kind."""


@transaction.atomic
def edit_message(*, by: Person, message: Message, body: str, at: datetime, sure: bool = False) -> Message:
    """Put other words in the place of one's own; what it said before is kept for those who keep people safe."""
    words = clean_words(body)
    room, now = _hold(by, message)
    if not may_change(by, now):
        raise MayNotChange("You can change your own messages, until you withdraw them.")
    if now.body != words:
        if warning := "" if sure else warning_for(words, room.conversation):
            raise DetailsAreIn(warning, code="contact_details")
        EarlierWords.objects.create(message=now, words=now.body, replaced_at=at)
        now.body, now.edited_at = words, at
        _change(now, room)
        now.calls_for_help = look_for_worries(message=now, at=at)
    return now


@transaction.atomic
def withdraw_message(*, by: Person, message: Message, at: datetime) -> Message:
    """Take back what one said. Others see that something was withdrawn; doing it twice changes nothing."""
    room, now = _hold(by, message)
    if now.author_id == by.pk and now.withdrawn_at is not None:
        return now
    if not may_change(by, now):
        raise MayNotChange("You can withdraw your own messages.")
    EarlierWords.objects.create(message=now, words=now.body, replaced_at=at)
    now.body, now.withdrawn_at = "", at
    _change(now, room)
    return now


@transaction.atomic
def react(*, by: Person, message: Message, kind: str, on: bool) -> Message:
    """Take a message in one of a few ways, or no longer; a second press changes nothing."""
    if kind not in Reaction.Kind.values:
        raise NoSuchReaction("There is no such reaction.", code="no_such_reaction")
    room, now = _hold(by, message)
    if not may_react(by, now):
        raise MayNotChange("This message was withdrawn.")
    mine = Reaction.objects.filter(message=now, person=by, kind=kind)
    if mine.exists() != on:
        if on:
            Reaction.objects.create(message=now, person=by, kind=kind)
        else:
            mine.delete()
        _change(now, room)
    return now


def _hold(by: Person, message: Message) -> tuple[Room, Message]:
    """Lock the counter, ask whether this person may say anything here now, and read the message anew."""
    room = hold_rooms([message.conversation_id])[message.conversation_id]
    apart = blocked_ids(by) & room.reads_after.keys()
    if stopped_by := what_stops_among(by, room.conversation, present=room.reads_after, apart=apart):
        raise MayNotChange(stopped_by)
    now = Message.objects.get(pk=message.pk)
    if now.seq <= room.reads_after[by.pk]:
        raise MayNotChange(IS_NOT_YOURS)
    return room, now


def _change(message: Message, room: Room) -> None:
    """Give the change its number and, after the commit, show the message as it is now to everyone who reads it."""
    message.changed_seq = room.take_number()
    message.save(update_fields=["body", "edited_at", "withdrawn_at", "changed_seq"])
    let_go([room])
    [as_it_is] = shown([message], unseen_up_to=room.unseen_up_to)
    tell(room.recipients(message.seq), MessageChanged(message.conversation_id, message.changed_seq, as_it_is))
