"""What everybody with an open socket is told again and again: asked of the database once for all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from messaging import operations, queries
from messaging.protocol import Seqs, encode
from people.sessions import Pass, still_valid


@dataclass(frozen=True)
class Beat:
    """The pass as it holds now, and the heartbeat as a text frame."""

    admitted: Pass
    text: str


def beats_for(passes: Sequence[Pass], at: datetime) -> dict[str, Beat]:
    """Return the heartbeat of each session that still signs its person in; the others are not in it."""
    valid = still_valid(passes, at)
    people = {one.person_id for one in valid.values()}
    operations.note_presence(people=people, at=at)
    standings = queries.standings_of(people, at)
    texts = {
        person: encode(Seqs(standing.seqs, standing.unread, tuple(standing.here)))
        for person, standing in standings.items()
    }
    return {key: Beat(one, texts[one.person_id]) for key, one in valid.items()}
