"""Counts decisions whose time is over: by a job, once each, by the rule its kind names."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import transaction

from networks.counting import (
    Option,
    Result,
    count_budget,
    count_consent,
    count_poll,
    count_ranked,
    count_signatures,
)
from networks.counting.wording import listed
from networks.machines import DECISION
from networks.models import Ballot, Decision
from networks.operations.telling import tell_who_took_part
from networks.queries import decisions_due, electorate_of
from people.operations import move

# Among fewer secret ballots than these, numbers would tell how somebody voted: then only what was chosen is kept.
FEWEST_SHOWN = 5


def close_decisions(*, at: datetime) -> int:
    """Count what is due, each in a transaction of its own; return how many."""
    return sum(close_decision(pk=pk, at=at) for pk in list(decisions_due(at).values_list("pk", flat=True)))


@transaction.atomic
def close_decision(*, pk: int, at: datetime) -> bool:
    """Count one that is due and tell who voted; False where another worker has it, or somebody votes this moment.

    In this order: hold it, so that no vote comes in between; count; mix the ballots; close; notices.
    """
    due = decisions_due(at).select_for_update(of=("self",), skip_locked=True).select_related("thread__network")
    decision = due.filter(pk=pk).first()
    if decision is None:
        return False
    decision.result = _result(decision)
    decision.decided_at = at
    decision.save(update_fields=["result", "decided_at"])
    _mix(decision)
    move(decision, Decision.State.CLOSED, machine=DECISION, by=None, at=at, about=None)
    tell_who_took_part(
        decision,
        subject="A decision was counted",
        body="Voting is over in a decision you took part in. You can read what came of it.",
        at=at,
    )
    return True


def _result(decision: Decision) -> dict[str, Any]:
    options = [Option(one.number, one.title, one.cost or 0) for one in decision.options.all()]
    electorate = electorate_of(decision).count()
    result = _count(decision, options, electorate)
    said = asdict(result) | {"electorate": electorate, "is_small": False}
    if decision.is_secret and decision.kind != Decision.Kind.PETITION and result.ballots < FEWEST_SHOWN:
        return _only_what_was_chosen(said, options)
    return said


def _count(decision: Decision, options: list[Option], electorate: int) -> Result:
    ballots: list[list[int]] = list(decision.ballots.values_list("choices", flat=True))
    match decision.kind:
        case Decision.Kind.RANKED:
            return count_ranked(options, ballots)
        case Decision.Kind.BUDGET:
            return count_budget(options, ballots, decision.total or 0)
        case Decision.Kind.CONSENT:
            standing = decision.objections.standing().count()
            return count_consent(options, ballots, objections=standing, electorate=electorate)
        case Decision.Kind.PETITION:
            return count_signatures(decision.voted.count(), needed=decision.signatures_needed or 0)
    return count_poll(options, ballots)


def _only_what_was_chosen(said: dict[str, Any], options: list[Option]) -> dict[str, Any]:
    chosen = listed(one.title for one in options if one.number in said["chosen"])
    kept = ("rule", "version", "ballots", "chosen", "electorate")
    outcome = f"Chosen: {chosen}." if said["chosen"] else "Nothing was chosen."
    return {name: said[name] for name in kept} | {"outcome": outcome, "words": [], "is_small": True}


def _mix(decision: Decision) -> None:
    """Write secret ballots anew, all in one transaction and in the order of their ids, which are chance.

    Where they lie and which transaction wrote them would otherwise tell an administrator of the database, beside the
    rows of who voted, which ballot is whose.
    """
    if decision.is_secret:
        ballots = list(decision.ballots.order_by("pk"))
        decision.ballots.all().delete()
        Ballot.objects.bulk_create(ballots)
