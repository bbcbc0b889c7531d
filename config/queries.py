"""What somebody's home page says: what waits for them and where they can go, from every app."""

from dataclasses import dataclass

from matching.models import Helper, Pairing, Proposal, Request
from matching.queries import helper_of, latest_request_of, pairings_of
from networks.models import Network
from networks.queries import networks_joined_by, networks_waiting_for
from people.models import Person


@dataclass(frozen=True)
class Home:
    """Everything the page shows; the counts decide what it says first."""

    request: Request | None
    offers: int
    helper: Helper | None
    suggestions: int
    pairings: list[Pairing]
    networks: list[Network]
    # Those in which somebody waits for this host's answer; each says how many as `asking`.
    hosted: list[Network]


def home_of(person: Person) -> Home:
    return Home(
        request=latest_request_of(person),
        offers=Proposal.objects.offered_to(person).count(),
        helper=helper_of(person),
        suggestions=Proposal.objects.offered_with(person).count(),
        pairings=list(pairings_of(person)),
        networks=list(networks_joined_by(person)),
        hosted=list(networks_waiting_for(person)),
    )
