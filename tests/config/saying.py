"""A say in the small world: one of each state."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

from networks.models import Decision, Network, Objection
from networks.operations import Choice, cast_vote, close_decision, object_to, open_decision, sign_petition
from people.models import Person
from tests.fixtures import NOW
from tests.matching.making import fresh


@dataclass(frozen=True)
class Say:
    """What the carers decide: a proposal to which Ada objects, a poll that is counted, a petition at the service."""

    proposal: Decision
    objection: Objection
    counted: Decision
    petition: Decision


def make_say(people: dict[str, Person], network: Network) -> Say:
    """Cleo put all of it; it is open for as long as can be."""
    at = NOW + timedelta(hours=1)

    def put(kind: Decision.Kind, title: str, **facts: Any) -> Decision:
        said: dict[str, Any] = {
            "kind": kind,
            "title": title,
            "body": "What do you think?",
            "client_id": uuid4(),
            "is_secret": False,
        }
        return open_decision(by=people["cleo"], network=network, days=60, at=at, **said | facts)

    proposal = put(Decision.Kind.CONSENT, "Tuesdays instead of Mondays")
    words = "I work on Tuesdays."
    objection = object_to(by=people["ada"], decision=proposal, words=words, client_id=uuid4(), at=at)
    counted = put(Decision.Kind.RANKED, "Where we meet", choices=[Choice("Library"), Choice("Online")])
    cast_vote(by=people["ada"], decision=counted, choices=[2, 1], at=at)
    close_decision(pk=counted.pk, at=at + timedelta(days=60))
    petition = put(Decision.Kind.PETITION, "A ramp at the door", signatures_needed=1)
    sign_petition(by=people["ada"], decision=petition, at=at)
    return Say(proposal, objection, fresh(counted), fresh(petition))
