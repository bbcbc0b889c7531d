"""Conversations whose counters are held: who is there, the next number, and who hears of what took it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from messaging.models import Attachment, Conversation, Message, Participant
from messaging.news import tell
from messaging.protocol import MessagePosted
from messaging.shown import just_said
from people.ready import ready

# Only what the rules ask: a room may hold hundreds.
PLACES = ready(
    lambda rooms: (
        Participant.objects.current().filter(conversation__in=rooms).values_list("conversation", "person", "from_seq")
    )
)


@dataclass(frozen=True)
class Room:
    """A conversation whose counter we hold, and who is there: each person, and the number after which they read."""

    conversation: Conversation
    reads_after: dict[int, int]

    @property
    def unseen_up_to(self) -> int:
        """What took its place up to here is not for everybody who is there now."""
        return max(self.reads_after.values(), default=0)

    def recipients(self, seq: int) -> list[int]:
        """Whoever is there and reads what took its place at `seq`."""
        return [person for person, after in self.reads_after.items() if after < seq]

    def take_number(self) -> int:
        """The next number, for a change that is made in this transaction."""
        self.conversation.last_seq += 1
        return self.conversation.last_seq


def hold_rooms(conversations: Iterable[int]) -> dict[int, Room]:
    """Lock these conversations' counters, always in one order, and read who is there: before this nothing is known."""
    locked = Conversation.objects.select_for_update().filter(pk__in=set(conversations)).order_by("pk")
    rooms = {one.pk: Room(one, {}) for one in locked}
    for conversation, person, after in PLACES(rooms):
        rooms[conversation].reads_after[person] = after
    return rooms


def let_go(rooms: Iterable[Room]) -> None:
    """Write down how far the counters have come; the locks end with the transaction."""
    conversations = {room.conversation.pk: room.conversation for room in rooms}
    # They are all there and held, so each is an update; `bulk_update` says the same in a statement that grows by a
    # branch for every row, and took half the time of a large batch.
    Conversation.objects.bulk_create(
        conversations.values(), update_conflicts=True, unique_fields=["pk"], update_fields=["last_seq", "last_at"]
    )


def tell_of(message: Message, room: Room, *, files: Sequence[Attachment] = ()) -> None:
    """Show a message that was just said, after the commit, to everyone who is there."""
    shown = just_said(message, files=files, unseen_up_to=room.unseen_up_to)
    tell(room.recipients(message.seq), MessagePosted(message.conversation_id, message.seq, shown))
