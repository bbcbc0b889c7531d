"""What the page of an event says to one reader."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from networks.models import Event, Membership, Place, Session
from networks.queries.attending import Certificate, came_to, certificate_for
from networks.queries.events import place_at, turn_of, who_leads
from networks.rules import may_lead_event, sessions_for_certificate
from people.models import Person


@dataclass(frozen=True)
class EventPage:
    """`turn` is the reader's in the waiting list; `came` what was noted for them, by session; `leads` that they may."""

    event: Event
    sessions: list[Session]
    leaders: list[Membership]
    place: Place | None
    turn: int
    waiting: int
    came: Mapping[int, bool]
    certificate: Certificate | None
    leads: bool
    at: datetime

    @property
    def has_place(self) -> bool:
        return self.place is not None and self.place.state == Place.State.GOING

    @property
    def sees_inside(self) -> bool:
        """How one joins and the materials are for who has a place and who leads."""
        return self.has_place or self.leads

    @property
    def is_cancelled(self) -> bool:
        return self.event.state == Event.State.CANCELLED

    @property
    def is_over(self) -> bool:
        return all(session.ends_at <= self.at for session in self.sessions)

    @property
    def may_take(self) -> bool:
        return self.place is None and not self.is_cancelled and any(one.begins_at > self.at for one in self.sessions)

    @property
    def may_say(self) -> bool:
        """Say how it was."""
        return self.has_place and self.is_over and not self.is_cancelled

    @property
    def has_begun(self) -> bool:
        return any(one.begins_at <= self.at for one in self.sessions)

    @property
    def came_to(self) -> int:
        return sum(self.came.values())

    @property
    def needed(self) -> int:
        return sessions_for_certificate(len(self.sessions))

    @property
    def lines(self) -> list[tuple[Session, bool, bool | None]]:
        """Each session, whether it has begun, and whether the reader came; None where nothing was noted."""
        return [(one, one.begins_at <= self.at, self.came.get(one.pk)) for one in self.sessions]


def page_of_event(event: Event, reader: Person, at: datetime) -> EventPage:
    """All of it, in a fixed number of queries."""
    place = place_at(event, reader)
    is_waiting = place is not None and place.state == Place.State.WAITING
    return EventPage(
        event=event,
        sessions=list(event.sessions.all()),
        leaders=list(who_leads(event, reader)),
        place=place,
        turn=turn_of(place) if place and is_waiting else 0,
        waiting=event.places.waiting().count(),
        came=came_to(place) if place else {},
        certificate=certificate_for(reader, event),
        leads=may_lead_event(reader, event),
        at=at,
    )
