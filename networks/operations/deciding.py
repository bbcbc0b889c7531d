"""Verbs of putting something to the network: open a decision, take it back with a reason, tell what changed by it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from networks.machines import DECISION
from networks.models import Consequence, Decision, Network, Option, Thread
from networks.operations.authors import author_in
from networks.operations.hosting import MayNotHost
from networks.operations.telling import tell_who_took_part
from networks.operations.writing import open_thread
from networks.rules import may_open, may_tell_what_changed, may_withdraw
from people.errors import HasMovedOn
from people.models import Person
from people.operations import move, remember

# What can be answered to a proposal; objecting takes words of its own.
ANSWERS_TO_A_PROPOSAL = ("I can live with it", "I stand aside: not my choice, but no objection")


class MayNotDecide(PermissionDenied):
    """This is for whoever opened the decision, for hosts, or for coordinators."""


@dataclass(frozen=True)
class Choice:
    """An option to be; in a budget a project with its cost in pence."""

    title: str
    cost: int | None = None


@transaction.atomic
def open_decision(
    *,
    by: Person,
    network: Network,
    kind: str,
    title: str,
    body: str,
    days: int,
    is_secret: bool,
    client_id: UUID,
    at: datetime,
    choices: Sequence[Choice] = (),
    total: int | None = None,
    signatures_needed: int | None = None,
) -> Decision:
    """Put something to the network for so many days; nothing of it can be changed later.

    Any member who may write may, but only a host has a sum to give out. The same `client_id` again returns what it
    opened.
    """
    author = author_in(network, by, at)
    if not may_open(author, kind):
        raise MayNotHost("Only a host can put a sum of money to the network.")
    opening = open_thread(author=author, title=title, body=body, client_id=client_id, at=at, kind=Thread.Kind.DECISION)
    if opened := Decision.objects.filter(thread=opening.thread).first():
        return opened
    decision = Decision.objects.create(
        thread=opening.thread,
        kind=kind,
        is_secret=is_secret and kind != Decision.Kind.CONSENT,
        opened_at=at,
        closes_at=at + timedelta(days=days),
        total=total,
        signatures_needed=signatures_needed,
    )
    if kind == Decision.Kind.CONSENT:
        choices = [Choice(title) for title in ANSWERS_TO_A_PROPOSAL]
    Option.objects.bulk_create(
        Option(decision=decision, number=number, title=choice.title, cost=choice.cost)
        for number, choice in enumerate(choices, start=1)
    )
    remember(decision, machine=DECISION, before="", by=by, at=at, about=None)
    return decision


@transaction.atomic
def withdraw_decision(*, by: Person, decision: Decision, because: str, at: datetime) -> None:
    """Take an open decision back as a whole, with a reason that everybody reads; who voted is told."""
    if not may_withdraw(by, decision):
        raise MayNotDecide("Whoever opened it, or a host, can take it back.")
    # Votes and counting wait, or come first.
    locked = Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    move(locked, Decision.State.WITHDRAWN, machine=DECISION, by=by, at=at, about=None)
    locked.withdrawn_because, locked.decided_at = because, at
    locked.save(update_fields=["withdrawn_because", "decided_at"])
    tell_who_took_part(
        decision,
        subject="A decision was taken back",
        body="A decision you took part in was taken back before it closed. Its page says why.",
        at=at,
    )


@transaction.atomic
def tell_what_changed(*, by: Person, decision: Decision, words: str, at: datetime) -> Consequence:
    """Add what came of a decision, which stays with what was told before; who took part is told."""
    if not may_tell_what_changed(by, decision):
        raise MayNotDecide("Hosts say what changed, and coordinators after a petition.")
    if decision.state not in (Decision.State.CLOSED, Decision.State.ANSWERED):
        raise HasMovedOn("It is not decided yet.")
    told = Consequence.objects.create(decision=decision, by=by, words=words, at=at)
    tell_who_took_part(
        decision,
        subject="Something changed by a decision",
        body="There is news of what came of a decision you took part in.",
        at=at,
    )
    return told
