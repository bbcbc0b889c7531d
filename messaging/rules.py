"""Who may say, change and report what in a conversation, and form a group; who is asked before sharing details."""

from collections.abc import Container

from django.contrib.auth.models import AnonymousUser

from messaging.models import Conversation, Message, Participant
from people.models import Person, Role
from people.rules import PROFESSIONALS
from safeguarding.queries import blocked_ids, may_be_in_contact

HAS_ENDED = "This conversation has ended. You can still read it."
# Alike for whoever blocked and whoever was blocked: nobody learns here who it was.
IS_NOT_POSSIBLE = "Messages cannot be sent in this conversation any more. You can still read it."
IS_NOT_YOURS = "You are not part of this conversation."

# As many as can still hear each other out; whoever is asked counts.
MOST_PEOPLE = 8
# One of these has to be in a group, or on the way: nobody is left in one that nobody answers for.
KEEPERS = (Role.Kind.ADVISER, Role.Kind.PEER, Role.Kind.COORDINATOR)


def what_stops(person: Person, conversation: Conversation) -> str:
    """Say in words why this person cannot write here; empty when nothing stops them."""
    present = set(Participant.objects.current().filter(conversation=conversation).values_list("person_id", flat=True))
    return what_stops_among(person, conversation, present=present, apart=blocked_ids(person) & present)


def what_stops_among(
    person: Person, conversation: Conversation, *, present: Container[int], apart: Container[int] | set[int]
) -> str:
    """The same where it is known who is `present`, and from whom of them a block keeps this person `apart`."""
    if person.pk not in present or not person.is_active:
        return IS_NOT_YOURS
    if conversation.closed_at is not None:
        return HAS_ENDED
    return IS_NOT_POSSIBLE if apart else ""


def may_post(person: Person, conversation: Conversation) -> bool:
    return not what_stops(person, conversation)


def details_go_to_a_peer(conversation: Conversation) -> bool:
    """Whether who shares contact details here is asked once more: where anybody, the writer too, is there as a peer.

    With advisers and coordinators it is often what the conversation is for.
    """
    present = Participant.objects.current().filter(conversation=conversation).values("person")
    kinds: dict[int, set[str]] = {}
    for one, kind in Role.objects.current().filter(person__in=present).values_list("person", "kind"):
        kinds.setdefault(one, set()).add(kind)
    return any(Role.Kind.PEER in held and held.isdisjoint(PROFESSIONALS) for held in kinds.values())


def may_change(person: Person, message: Message) -> bool:
    """Edit or withdraw: one's own words, unless they are withdrawn already."""
    return message.author_id == person.pk and message.kind == Message.Kind.WORDS and message.withdrawn_at is None


def may_react(person: Person, message: Message) -> bool:
    """Whoever sees words may react to them, their author too."""
    return message.kind == Message.Kind.WORDS and message.withdrawn_at is None


def may_report(person: Person, message: Message) -> bool:
    """Whoever takes part may report what somebody else said, also after the conversation has ended."""
    takes_part = Participant.objects.current().filter(conversation=message.conversation_id, person=person)
    return message.kind == Message.Kind.WORDS and message.author_id != person.pk and takes_part.exists()


def may_begin_group(person: Person | AnonymousUser) -> bool:
    """Those who support others; and members, for a group is mostly about one of them, who need not wait to be asked."""
    return isinstance(person, Person) and person.is_active and person.holds(Role.Kind.MEMBER, *KEEPERS)


def may_invite(person: Person, conversation: Conversation) -> bool:
    """Who may begin a group and may write in this one. What two people said stays with them: it becomes no group."""
    return conversation.is_group and may_begin_group(person) and may_post(person, conversation)


def may_accept(person: Person, conversation: Conversation) -> bool:
    """Whoever is asked, while it goes on, unless somebody has come meanwhile from whom they are kept apart."""
    if conversation.closed_at is not None or not person.is_active:
        return False
    places = Participant.objects.filter(conversation=conversation)
    if not places.invited().filter(person=person).exists():
        return False
    return may_be_in_contact([person.pk, *places.current().values_list("person_id", flat=True)])


def is_there(place: Participant) -> bool:
    return place.joined_at is not None and place.left_at is None


def keeps(place: Participant) -> bool:
    """Whoever began the group, and the coordinators in it, while they are there."""
    return is_there(place) and (place.invited_at is None or place.person.holds(Role.Kind.COORDINATOR))


def may_rename(place: Participant) -> bool:
    return place.conversation.is_group and place.conversation.closed_at is None and keeps(place)


def may_remove(place: Participant, other: Participant) -> bool:
    """Who keeps the group may remove anybody else; an invitation may be taken back by whoever made it."""
    group = place.conversation
    if not group.is_group or group.closed_at is not None or place.person_id == other.person_id:
        return False
    is_own_invitation = other.joined_at is None and other.invited_by_id == place.person_id
    return keeps(place) or (is_own_invitation and is_there(place))
