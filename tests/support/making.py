"""Makes what two people do together, by the operations they use."""

from datetime import datetime, timedelta
from typing import Any

from matching.models import Pairing
from people.models import Person
from support.models import Agreement, Goal, Step
from support.operations import add_step, agree_to_goal, propose_agreement, propose_goal, sign_agreement
from support.terms import BEGINNING, Terms
from tests.fixtures import NOW

IN_THREE_MONTHS = NOW.date() + timedelta(days=90)


def proposed_agreement(by: Person, pairing: Pairing, terms: Terms = BEGINNING, **facts: Any) -> Agreement:
    """What one of the two proposes next, to be looked at again in three months."""
    after = pairing.agreements.count()
    said: dict[str, Any] = {"review_on": IN_THREE_MONTHS, "after": after, "at": NOW} | facts
    return propose_agreement(by=by, pairing=pairing, terms=terms, **said)


def signed_agreement(pairing: Pairing, terms: Terms = BEGINNING, at: datetime = NOW, **facts: Any) -> Agreement:
    """The same with both signatures."""
    made = proposed_agreement(pairing.helper.person, pairing, terms, at=at, **facts)
    sign_agreement(by=pairing.request.person, agreement=made, at=at)
    return made


def proposed_goal(by: Person, pairing: Pairing, words: str = "To the shop alone", at: datetime = NOW) -> Goal:
    return propose_goal(by=by, pairing=pairing, words=words, sign="", shown_as=Goal.ShownAs.STEPS, at=at)


def goal_of_both(pairing: Pairing, words: str = "To the shop alone") -> Goal:
    """What the helper proposed and the member agreed to."""
    goal = proposed_goal(pairing.helper.person, pairing, words)
    agree_to_goal(by=pairing.request.person, goal=goal, at=NOW)
    return goal


def a_step(by: Person, goal: Goal, words: str = "To the corner", **facts: Any) -> Step:
    return add_step(by=by, goal=goal, at=NOW, **{"words": words, "whose": "member", "by_when": None, **facts})
