"""Begins a group, asks people into it, lets them come and go, and ends it when nobody is left to talk with.

Every verb takes the conversation's row first, like `post_message`, so that what happens in one conversation has one
order: nobody comes as the ninth, and every line is written once.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from messaging import queries
from messaging.models import Conversation, Message, Notice, Participant
from messaging.news import tell
from messaging.operations.conversations import close_conversation
from messaging.operations.happenings import write_happening
from messaging.operations.notices import write_notice
from messaging.operations.rooms import Room, hold_rooms
from messaging.protocol import ConversationJoined, ConversationLeft, ConversationOpened, ConversationRenamed
from messaging.rules import (
    KEEPERS,
    MOST_PEOPLE,
    may_accept,
    may_begin_group,
    may_invite,
    may_remove,
    may_rename,
)
from messaging.words import clean_title
from people.errors import HasMovedOn
from people.models import Person
from safeguarding.queries import may_be_in_contact

IS_OVER = "This invitation is not open any more."
IS_KEPT_BY = "Whoever began this conversation can do this, and the coordinators in it."


class MayNotInvite(PermissionDenied):
    """The words are alike whether somebody is unknown, blocked or of another age: nobody learns which."""


class MayNotKeep(PermissionDenied):
    """Only who keeps a group may rename it, or take somebody out of it."""


class CannotBeAsked(ValidationError):
    """Too many people, too few, or some who cannot be in one conversation."""


def begin_group(*, by: Person, title: str, people: Sequence[Person], client_id: UUID, at: datetime) -> Conversation:
    """Begin a group and ask these people into it; the same client id again returns the group begun first."""
    try:
        return _begin(by=by, title=clean_title(title), people=people, client_id=client_id, at=at)
    except IntegrityError:
        begun = Message.objects.filter(author=by, client_id=client_id).select_related("conversation").first()
        if begun is None:
            raise
        return begun.conversation


@transaction.atomic
def _begin(*, by: Person, title: str, people: Sequence[Person], client_id: UUID, at: datetime) -> Conversation:
    """In this order: the rules, the group with who begins it, an invitation to each. All read from the beginning."""
    if not may_begin_group(by):
        raise MayNotInvite("You cannot begin a group.")
    asked = list({person.pk: person for person in people if person != by}.values())
    _check_together(by, asked)
    group = Conversation.objects.create(title=title, is_group=True, began_at=at)
    Participant.objects.create(conversation=group, person=by, joined_at=at)
    room = _hold(group)
    for number, person in enumerate(asked):
        words = f"{by} asked {person} to join."
        _ask(by=by, room=room, person=person, from_seq=0, words=words, client_id=None if number else client_id, at=at)
    tell([by.pk], ConversationOpened(group.pk))
    return room.conversation


def _check_together(by: Person, people: Sequence[Person]) -> None:
    ids = {by.pk, *(person.pk for person in people)}
    if len(ids) < 2:
        raise CannotBeAsked({"people": "Choose whom to ask."})
    if len(ids) > MOST_PEOPLE:
        raise CannotBeAsked({"people": f"A group has {MOST_PEOPLE} people at most, and you are one of them."})
    if queries.people_to_invite(by).filter(pk__in=ids).count() < len(ids) - 1:
        raise MayNotInvite("You cannot ask all of these people.")
    if not may_be_in_contact(ids):
        # It does not say who is kept apart from whom, nor why.
        raise CannotBeAsked({"people": "These people cannot all be in one conversation. Please ask fewer of them."})
    if not Person.objects.filter(pk__in=ids).holding(*KEEPERS).exists():
        raise CannotBeAsked({"people": "Ask an adviser, a peer or a coordinator too: there is one in every group."})


@transaction.atomic
def invite(*, by: Person, conversation: Conversation, person: Person, reads_back: bool, at: datetime) -> Participant:
    """Ask somebody into the group; twice changes nothing.

    They will read from the line that says so; with `reads_back` as far back as `by` reads, and the line says that too.
    """
    room = _hold(conversation)
    place = queries.place_of(person, conversation)
    if place and place.left_at is None:
        return place
    if not may_invite(by, room.conversation) or person not in queries.people_to_invite(by, conversation):
        raise MayNotInvite("You cannot ask this person into this conversation.")
    if len(queries.those_there_or_asked(conversation)) >= MOST_PEOPLE:
        raise CannotBeAsked(f"There are {MOST_PEOPLE} people here or asked to come, and no more fit in.")
    if reads_back:
        words = f"{by} asked {person} to join. {person} can read back as far as {by} can."
        from_seq = room.reads_after[by.pk]
    else:
        words = f"{by} asked {person} to join. {person} can read from here on."
        from_seq = room.conversation.last_seq
    return _ask(by=by, room=room, person=person, from_seq=from_seq, words=words, at=at)


def _ask(
    *, by: Person, room: Room, person: Person, from_seq: int, words: str, at: datetime, client_id: UUID | None = None
) -> Participant:
    """The line that everyone present reads, the place that waits, and a notice to who is asked."""
    line = write_happening(room=room, kind=Message.Kind.INVITED, by=by, words=words, at=at, client_id=client_id)
    # What was said before they were asked is theirs to read, if so agreed, but it does not wait as something new.
    facts = {
        "from_seq": from_seq,
        "read_seq": line.seq,
        "noticed_seq": line.seq,
        "invited_by": by,
        "invited_at": at,
        "joined_at": None,
        "left_at": None,
    }
    place, _ = Participant.objects.update_or_create(conversation=room.conversation, person=person, defaults=facts)
    write_notice(
        person=person,
        kind=Notice.Kind.MESSAGE,
        subject="You are asked to join a conversation",
        body="Somebody asks you to join a conversation. You decide whether you do.",
        path=reverse("conversations"),
        at=at,
    )
    return place


@transaction.atomic
def accept_invitation(*, by: Person, conversation: Conversation, at: datetime) -> None:
    """Come into the group; twice changes nothing."""
    room = _hold(conversation)
    if by.pk in room.reads_after:
        return
    place = queries.place_of(by, conversation)
    if place is None or not may_accept(by, room.conversation):
        raise HasMovedOn(IS_OVER)
    place.joined_at = at
    place.save(update_fields=["joined_at"])
    room.reads_after[by.pk] = place.from_seq
    write_happening(room=room, kind=Message.Kind.JOINED, by=by, words=f"{by} joined.", at=at)
    tell(room.reads_after, ConversationJoined(conversation.pk, by.pk))
    tell([by.pk], ConversationOpened(conversation.pk))


@transaction.atomic
def decline_invitation(*, by: Person, conversation: Conversation, at: datetime) -> None:
    """Say no, which tells no more than that; twice changes nothing."""
    room = _hold(conversation)
    if by.pk in room.reads_after:
        raise HasMovedOn("You have joined this conversation. You can leave it at any time.")
    place = queries.place_of(by, conversation)
    if place and place.left_at is None:
        _go(place, room, by=by, words=f"{by} declined.", at=at)


@transaction.atomic
def leave_conversation(*, by: Person, conversation: Conversation, at: datetime) -> None:
    """Leave the group: one sees no more of it, and the others see that one left. Twice changes nothing."""
    room = _hold(conversation)
    place = queries.place_of(by, conversation)
    if room.conversation.is_group and place and by.pk in room.reads_after:
        _go(place, room, by=by, words=f"{by} left.", at=at)


@transaction.atomic
def remove_participant(*, by: Person, conversation: Conversation, person: Person, at: datetime) -> None:
    """Take somebody out of the group, or take back their invitation; twice changes nothing.

    The line says who did it, to whom and when, and stays.
    """
    room = _hold(conversation)
    own, place = queries.place_of(by, conversation), queries.place_of(person, conversation)
    if place and place.left_at:
        return
    if own is None or place is None or not may_remove(own, place):
        raise MayNotKeep(IS_KEPT_BY)
    words = f"{by} removed {person}." if place.joined_at else f"{by} took back the invitation to {person}."
    _go(place, room, by=by, words=words, at=at)


@transaction.atomic
def rename_conversation(*, by: Person, conversation: Conversation, title: str, at: datetime) -> None:
    """Give the group another name; everyone there hears that it has one, not which."""
    room = _hold(conversation)
    own = queries.place_of(by, conversation)
    if own is None or not may_rename(own):
        raise MayNotKeep(IS_KEPT_BY)
    room.conversation.title = clean_title(title)
    room.conversation.save(update_fields=["title"])
    tell(room.reads_after, ConversationRenamed(conversation.pk))


def _hold(conversation: Conversation) -> Room:
    return hold_rooms([conversation.pk])[conversation.pk]


def _go(place: Participant, room: Room, *, by: Person, words: str, at: datetime) -> None:
    """End somebody's place, whether they were there or only asked; they hear of it, and no more of what comes."""
    place.left_at = at
    place.save(update_fields=["left_at"])
    was_there = room.reads_after.pop(place.person_id, None) is not None
    write_happening(room=room, kind=Message.Kind.LEFT, by=by, words=words, at=at)
    if was_there:
        tell([*room.reads_after, place.person_id], ConversationLeft(room.conversation.pk, place.person_id))
    _close_if_over(room.conversation, at)


def _close_if_over(group: Conversation, at: datetime) -> None:
    """Close a group in which nobody is left to talk with, or nobody who answers for it; what it asked is void then."""
    if queries.is_over(group):
        Participant.objects.invited().filter(conversation=group).update(left_at=at)
        close_conversation(conversation=group, at=at)
