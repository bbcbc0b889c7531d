"""Questions about conversations: which ones, what is new in them, what was said, who hears of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import F, OuterRef, Prefetch, QuerySet, Subquery, Sum
from django.db.models.functions import Left

from messaging.models import Conversation, Message, Notice, Participant
from people.models import Person
from safeguarding.queries import blocked_ids

FIRST_LOAD = 50
AT_A_TIME = 100
LINES_A_PAGE = 25


@dataclass(frozen=True)
class ConversationLine:
    """One line in the list of somebody's conversations."""

    conversation: Conversation
    others: list[Person]
    last_words: str
    last_was_mine: bool
    unread: int


@dataclass(frozen=True)
class Stretch:
    """Some messages in their order; `earlier` says from which seq to look back further, if there is more."""

    messages: list[Message]
    earlier: int | None


@dataclass(frozen=True)
class Standing:
    """How far each open conversation has come, and how many messages wait to be read."""

    seqs: dict[int, int]
    unread: int


def conversations_for(viewer: Person) -> QuerySet[Conversation]:
    return Conversation.objects.visible_to(viewer)


def messages_for(viewer: Person) -> QuerySet[Message]:
    return Message.objects.visible_to(viewer).select_related("author", "conversation")


def conversation_lines(viewer: Person, number: str | int | None = 1) -> "Page[ConversationLine]":
    """One page of somebody's conversations, the latest first."""
    last = Message.objects.filter(conversation=OuterRef("conversation"), seq=OuterRef("conversation__last_seq"))
    places = (
        Participant.objects.current()
        .filter(person=viewer)
        .select_related("conversation")
        .prefetch_related(Prefetch("conversation__participants", _present(), to_attr="present"))
        .annotate(
            last_words=Subquery(last.values(start=Left("body", 120))), last_author=Subquery(last.values("author"))
        )
        .order_by(F("conversation__last_at").desc(nulls_last=True), "-conversation_id")
    )
    paginator: Any = Paginator(places, LINES_A_PAGE)
    page = paginator.get_page(number)
    return Page([_line(place, viewer) for place in page], page.number, paginator)


def _present() -> QuerySet[Participant]:
    return Participant.objects.current().select_related("person").order_by("pk")


def _line(place: Any, viewer: Person) -> ConversationLine:
    """`place` is a Participant with what conversation_lines adds to it."""
    conversation = place.conversation
    return ConversationLine(
        conversation=conversation,
        others=[one.person for one in conversation.present if one.person_id != viewer.pk],
        last_words=place.last_words or "",
        last_was_mine=place.last_author == viewer.pk,
        unread=conversation.last_seq - place.read_seq,
    )


def others_in(conversation: Conversation, viewer: Person) -> list[Participant]:
    """The places of everyone else who is there now."""
    return list(_present().filter(conversation=conversation).exclude(person=viewer))


def stretch_before(conversation: Conversation, seq: int | None = None) -> Stretch:
    """The last messages, or the last ones before `seq`."""
    messages = conversation.messages.select_related("author")
    if seq is not None:
        messages = messages.filter(seq__lt=seq)
    found = list(messages.order_by("-seq")[:FIRST_LOAD])[::-1]
    return Stretch(found, found[0].seq if found and found[0].seq > 1 else None)


def messages_after(conversation: Conversation, seq: int) -> list[Message]:
    """What was said after `seq`, in order, as much as goes at a time."""
    return list(conversation.messages.select_related("author").filter(seq__gt=seq).order_by("seq")[:AT_A_TIME])


def standing_of(person: Person) -> Standing:
    places = list(
        Participant.objects.current()
        .filter(person=person)
        .values_list("conversation", "conversation__last_seq", "read_seq", "conversation__closed_at")
    )
    return Standing(
        seqs={pk: last for pk, last, _, closed_at in places if closed_at is None},
        unread=sum(last - read for _, last, read, _ in places),
    )


def seqs_of(person: Person, conversations: Iterable[int]) -> dict[int, int]:
    """How far those of these conversations have come that this person may see."""
    seen = Conversation.objects.visible_to(person).filter(pk__in=list(conversations))
    return dict(seen.values_list("pk", "last_seq"))


def unread_by(person: Person) -> int:
    places = Participant.objects.current().filter(person=person)
    behind = places.aggregate(behind=Sum(F("conversation__last_seq") - F("read_seq")))["behind"]
    return behind or 0


def those_present(conversation: Conversation) -> list[int]:
    """The ids of everyone who is to hear what is said: read anew each time it is said."""
    return list(Participant.objects.current().filter(conversation=conversation).values_list("person_id", flat=True))


def those_who_may_notice(person: Person, conversation: Conversation) -> list[int]:
    """Who may see that somebody reads or types: everyone present, but nobody a block keeps apart from them."""
    return sorted(set(those_present(conversation)) - blocked_ids(person))


def due_notices(at: datetime) -> QuerySet[Notice]:
    return Notice.objects.waiting().filter(next_try_at__lte=at).select_related("person")
