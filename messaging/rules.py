"""Who may write in a conversation, change it, react, is asked before sharing details, and may report what was said."""

from collections.abc import Container

from messaging.models import Conversation, Message, Participant
from people.models import Person, Role
from safeguarding.queries import blocked_ids

HAS_ENDED = "This conversation has ended. You can still read it."
# Alike for whoever blocked and whoever was blocked: nobody learns here who it was.
IS_NOT_POSSIBLE = "Messages cannot be sent in this conversation any more. You can still read it."
IS_NOT_YOURS = "You are not part of this conversation."

PROFESSIONALS = frozenset({Role.Kind.ADVISER, Role.Kind.COORDINATOR})


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
