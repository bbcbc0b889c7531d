"""Decisions and votes, made by the operations people use."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from networks.models import Ballot, Decision, Membership
from networks.operations import Choice, cast_vote, close_decision, open_decision
from tests.fixtures import NOW
from tests.matching.making import fresh

# Those who came at NOW came before.
OPENED = NOW + timedelta(hours=1)
CLOSES = OPENED + timedelta(days=7)
AFTER = CLOSES + timedelta(minutes=1)

PROJECTS = (Choice("A kettle", 4_000), Choice("Two benches", 30_000), Choice("A trip to the sea", 60_000))


def opened(by: Membership, kind: str = Decision.Kind.SINGLE, *, at: datetime = OPENED, **facts: Any) -> Decision:
    """Something put to the network for a week; secret unless said otherwise."""
    said: dict[str, Any] = {
        "title": "Where shall we meet?",
        "body": "It is about Tuesdays.",
        "days": 7,
        "is_secret": True,
        "client_id": uuid4(),
    }
    if kind == Decision.Kind.BUDGET:
        said |= {"choices": PROJECTS, "total": 100_000}
    elif kind == Decision.Kind.PETITION:
        said["signatures_needed"] = 2
    elif kind != Decision.Kind.CONSENT:
        said["choices"] = [Choice("The library"), Choice("The café"), Choice("Online")]
    return open_decision(by=by.person, network=by.network, kind=kind, at=at, **said | facts)


def voted(decision: Decision, member: Membership, *choices: int, at: datetime = OPENED) -> Ballot:
    return cast_vote(by=member.person, decision=decision, choices=choices, at=at)


def counted(decision: Decision) -> Any:
    """After its time is over."""
    assert close_decision(pk=decision.pk, at=AFTER)
    return fresh(decision)
