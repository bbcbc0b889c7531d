"""What a page of a conversation shows, line by line: its days, where what is new begins, and each message."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.timezone import localtime

from messaging.models import Attachment, Reaction

SIGNS = {
    Reaction.Kind.THANKS: "🙏",
    Reaction.Kind.HEART: "❤️",
    Reaction.Kind.SMILE: "🙂",
    Reaction.Kind.HUG: "🤗",
    Reaction.Kind.YES: "👍",
}


@dataclass(frozen=True)
class Reacted:
    """How some people took a message, in one of the ways there are."""

    kind: Reaction.Kind
    names: Sequence[str] = ()
    is_mine: bool = False

    @property
    def sign(self) -> str:
        return SIGNS[self.kind]


EVERY_REACTION = [Reacted(kind) for kind in Reaction.Kind]


@dataclass(frozen=True)
class Line:
    """One message as one viewer sees it; `message` is what `messaging.shown` says of it."""

    message: Mapping[str, Any]
    is_mine: bool
    sent_at: datetime | None = None
    day: date | None = None
    begins_day: bool = False
    begins_new: bool = False
    state: str = ""
    reactions: Sequence[Reacted] = field(default_factory=list)


WITHDRAWING = "Nobody in this conversation can read it any more. This cannot be undone."
# What scripts fill to draw a message of one's own, one of somebody else's, and how people took it.
PIECES = {
    "empty_mine": Line({"id": 0}, is_mine=True),
    "empty_theirs": Line({"id": 0}, is_mine=False),
    "empty_picture": {"kind": Attachment.Kind.PICTURE},
    "empty_pdf": {"kind": Attachment.Kind.PDF},
    "no_key": UUID(int=0),
    "every_reaction": EVERY_REACTION,
    "withdrawing": WITHDRAWING,
}


def lines_of(
    messages: Sequence[Mapping[str, Any]], *, viewer: int, names: Mapping[int, str], read: int, seen: int
) -> list[Line]:
    """The messages as lines; `read` is how far the viewer had read, and `seen` how far everyone else has."""
    states = _states(messages, viewer, seen)
    found: list[Line] = []
    day = None
    is_new = False
    for message in messages:
        sent_at = localtime(datetime.fromisoformat(message["sent_at"]))
        begins_new = not is_new and message["seq"] > read and message["author"] != viewer and _is_words(message)
        is_new = is_new or begins_new
        found.append(
            Line(
                message,
                is_mine=message["author"] == viewer,
                sent_at=sent_at,
                day=sent_at.date(),
                begins_day=sent_at.date() != day,
                begins_new=begins_new,
                state=states.get(message["id"], ""),
                reactions=_reactions(message["reactions"], viewer, names),
            )
        )
        day = sent_at.date()
    return found


def _states(messages: Sequence[Mapping[str, Any]], viewer: int, seen: int) -> dict[int, str]:
    """The viewer's last message that all others have read says so, and the last one besides that it is kept."""
    mine = [one for one in messages if one["author"] == viewer and _is_words(one)]
    last = {one["id"]: "Sent" for one in mine[-1:]}
    return last | {one["id"]: "Seen" for one in [one for one in mine if one["seq"] <= seen][-1:]}


def _is_words(message: Mapping[str, Any]) -> bool:
    return bool(message["kind"] == "words" and not message["withdrawn_at"])


def _reactions(given: Mapping[str, Sequence[int]], viewer: int, names: Mapping[int, str]) -> list[Reacted]:
    return [
        Reacted(
            Reaction.Kind(kind),
            ["You" if person == viewer else names.get(person, "Somebody") for person in people],
            viewer in people,
        )
        for kind, people in given.items()
    ]
