"""Questions about conversations: which ones, what is new in them, who takes part, who hears of what happens."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, F, OuterRef, Prefetch, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, Left

from messaging.models import Conversation, Message, Participant
from messaging.shown import A_FILE
from people.models import Person

LINES_A_PAGE = 25


@dataclass(frozen=True)
class ConversationLine:
    """One line in the list of somebody's conversations."""

    conversation: Conversation
    others: list[Person]
    last_words: str
    last_was_mine: bool
    unread: int


def conversations_for(viewer: Person) -> QuerySet[Conversation]:
    return Conversation.objects.visible_to(viewer)


def conversation_lines(viewer: Person, number: str | int | None = 1) -> "Page[ConversationLine]":
    """One page of somebody's conversations, the latest first."""
    places = _places_of(viewer).order_by(F("conversation__last_at").desc(nulls_last=True), "-conversation_id")
    paginator: Any = Paginator(places, LINES_A_PAGE)
    page = paginator.get_page(number)
    return Page([_line(place, viewer) for place in page], page.number, paginator)


def conversation_line(viewer: Person, conversation: Conversation) -> ConversationLine:
    """One of somebody's conversations, as in the list of them."""
    return _line(_places_of(viewer).get(conversation=conversation), viewer)


def _places_of(viewer: Person) -> QuerySet[Participant]:
    """Where somebody takes part, with what `_line` needs to know of it."""
    last = Message.objects.filter(conversation=OuterRef("conversation"), seq__gt=OuterRef("from_seq")).order_by("-seq")
    # What says nothing in words and was not withdrawn has files.
    words = Case(When(body="", withdrawn_at=None, then=Value(A_FILE)), default=Left("body", 120))
    return (
        Participant.objects.current()
        .filter(person=viewer)
        .select_related("conversation")
        .prefetch_related(Prefetch("conversation__participants", _present(), to_attr="present"))
        .annotate(
            last_words=Subquery(last.values(start=words)[:1]),
            last_author=Subquery(last.filter(kind=Message.Kind.WORDS).values("author")[:1]),
            unread=unread_at_place(),
        )
    )


def unread_at_place() -> Coalesce:
    """How many messages of others wait for whoever has the participant's place asked about."""
    waiting = (
        Message.objects.waiting()
        .filter(conversation=OuterRef("conversation"), seq__gt=OuterRef("read_seq"))
        .exclude(author=OuterRef("person"))
        .order_by()
        .values("conversation")
        .annotate(number=Count("pk"))
    )
    return Coalesce(Subquery(waiting.values("number")), 0)


def _present() -> QuerySet[Participant]:
    return Participant.objects.current().select_related("person").order_by("pk")


def _line(place: Any, viewer: Person) -> ConversationLine:
    """`place` is a Participant with what `_places_of` adds to it."""
    return ConversationLine(
        conversation=place.conversation,
        others=[one.person for one in place.conversation.present if one.person_id != viewer.pk],
        last_words=place.last_words or "",
        last_was_mine=place.last_author == viewer.pk,
        unread=place.unread,
    )


def reading_of(person: Person, conversation: Conversation) -> tuple[int, int]:
    """Up to which seq somebody who takes part has read, and how many messages of others wait for them."""
    place = Participant.objects.current().filter(conversation=conversation, person=person)
    return place.annotate(unread=unread_at_place()).values_list("read_seq", "unread").get()


def others_in(conversation: Conversation, viewer: Person) -> list[Participant]:
    """The places of everyone else who is there now."""
    return list(_present().filter(conversation=conversation).exclude(person=viewer))


def among(viewer: Person, conversations: Iterable[int]) -> dict[int, Conversation]:
    """Those of these conversations that this person may see."""
    return conversations_for(viewer).in_bulk(list(conversations))


def those_present(conversation: Conversation) -> list[int]:
    """The ids of everyone who is to hear what is said: read anew each time it is said."""
    return list(Participant.objects.current().filter(conversation=conversation).values_list("person_id", flat=True))
