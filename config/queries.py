"""What somebody's home page says: what waits for them and where they can go; and their calendar, from every app."""

from dataclasses import dataclass
from datetime import datetime

from caseload.models import Companion, Cover, Handover
from caseload.queries import companions_of, covers_of_member, handovers_to_answer
from matching.models import Helper, Pairing, Proposal, Request
from matching.queries import helper_of, latest_request_of, pairings_of
from networks.models import Network
from networks.queries import (
    Suggestion,
    calendar_entries_of,
    networks_joined_by,
    networks_waiting_for,
    suggestions_for,
)
from people.calendar import Entry
from people.models import CalendarKey, Person
from support.models import Appointment
from support.queries import appointment_entries_of, appointments_to_come

NETWORKS_SUGGESTED = 2
APPOINTMENTS_SHOWN = 3


@dataclass(frozen=True)
class Home:
    """Everything the page shows; the counts decide what it says first."""

    request: Request | None
    offers: int
    helper: Helper | None
    suggestions: int
    pairings: list[Pairing]
    # Who stands in with this member now or soon.
    covers: list[Cover]
    # Whether they would go on with somebody else, or what they hand on to whoever does.
    handovers: list[Handover]
    # Who is there for this member too, or is to be.
    companions: list[Companion]
    networks: list[Network]
    # Those in which somebody waits for this host's answer; each says how many as `asking`.
    hosted: list[Network]
    suggested: list[Suggestion]
    appointments: list[Appointment]


def home_of(person: Person, at: datetime) -> Home:
    return Home(
        request=latest_request_of(person),
        offers=Proposal.objects.offered_to(person).count(),
        helper=helper_of(person),
        suggestions=Proposal.objects.offered_with(person).count(),
        pairings=list(pairings_of(person)),
        covers=list(covers_of_member(person)),
        handovers=list(handovers_to_answer(person)),
        companions=list(companions_of(person, person)),
        networks=list(networks_joined_by(person)),
        hosted=list(networks_waiting_for(person)),
        suggested=suggestions_for(person, NETWORKS_SUGGESTED),
        appointments=list(appointments_to_come(person, at)[:APPOINTMENTS_SHOWN]),
    )


def calendar_of(key: CalendarKey, at: datetime) -> list[Entry]:
    """Everything in the calendar that this key opens, by time: meetings of networks, and appointments of two."""
    entries = [
        *calendar_entries_of(key.person, names=key.names_meetings, at=at),
        *appointment_entries_of(key.person, names=key.names_meetings, at=at),
    ]
    return sorted(entries, key=lambda entry: (entry.begins_at, entry.uid))
