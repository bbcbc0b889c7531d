"""Searches what was said in one's own conversations. What is searched for is kept nowhere."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch

from messaging.finding import Looking, Part
from messaging.models import Message, Participant
from people.models import Person
from safeguarding.queries import blocked_ids

FOUND_A_PAGE = 20


@dataclass(frozen=True)
class Found:
    """A message that was looked for, with the conversation and the words around what was found in it."""

    message: Message
    others: list[Person]
    parts: list[Part]

    @property
    def shown_from(self) -> int:
        """After which seq its conversation is to be opened, so that a little of what led to it is seen too."""
        return max(0, self.message.seq - 6)


def found_by(viewer: Person, words: str, number: str | int | None = 1) -> "Page[Found]":
    """One page of what the viewer may see and searches for, the latest first."""
    present = Participant.objects.current().select_related("person").order_by("pk")
    mine = (
        Message.objects.visible_to(viewer)
        .waiting()
        # A block hides each from the other here too.
        .exclude(author__in=blocked_ids(viewer))
        .select_related("author", "conversation")
        .prefetch_related(Prefetch("conversation__participants", present, to_attr="present"))
        .order_by("-sent_at", "-pk")
    )
    looking = Looking(words)
    paginator: Any = Paginator(looking.among(mine, "body"), FOUND_A_PAGE)
    page = paginator.get_page(number)
    return Page([_found(message, viewer, looking) for message in page], page.number, paginator)


def _found(message: Any, viewer: Person, looking: Looking) -> Found:
    """`message` is a Message with what found_by adds to it."""
    others = [place.person for place in message.conversation.present if place.person_id != viewer.pk]
    return Found(message, others, looking.parts_of(message.marked, message.body))
