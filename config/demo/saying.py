"""What a network of the town decides: a vote that is open, a sum that was given out, a proposal, a petition."""

from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from config.demo.words import deciding
from networks.models import Decision, Membership, Network
from networks.operations import (
    Choice,
    answer_petition,
    cast_vote,
    close_decision,
    object_to,
    open_decision,
    sign_petition,
    tell_what_changed,
)
from networks.queries import electorate_of
from people.models import Person


class Saying:
    """Each happens through the operations of the house, as if it had been done on the pages."""

    def __init__(self, rng: Random, network: Network, *, at: datetime) -> None:
        self.rng = rng
        self.network = network
        self.at = at
        self.host = network.memberships.hosts().select_related("person")[0]

    def everything(self, coordinator: Person, spared: set[str]) -> None:
        """`spared` have not voted yet, so that whoever tries the town as one of them can."""
        self.where_to_meet(spared)
        self.money()
        self.quiet_hours(spared)
        self.petition(coordinator)

    def where_to_meet(self, spared: set[str]) -> None:
        title, body, options = deciding.WHERE_TO_MEET
        choices = [Choice(one) for one in options]
        poll = self.put(Decision.Kind.RANKED, title, body, ago=2, days=9, choices=choices)
        for one in self.electors(poll, spared)[:11]:
            order = self.rng.sample(range(1, len(choices) + 1), self.rng.randint(1, len(choices)))
            cast_vote(by=one.person, decision=poll, choices=order, at=self.at - timedelta(days=1))

    def money(self) -> None:
        title, body, projects = deciding.MONEY
        choices = [Choice(words, cost) for words, cost in projects]
        budget = self.put(Decision.Kind.BUDGET, title, body, ago=20, days=14, choices=choices, total=50_000)
        ballots = [numbers for numbers, times in deciding.MONEY_VOTES for _ in range(times)]
        for one, numbers in zip(self.electors(budget, set()), ballots, strict=False):
            cast_vote(by=one.person, decision=budget, choices=numbers, at=self.at - timedelta(days=12))
        close_decision(pk=budget.pk, at=budget.closes_at)

    def quiet_hours(self, spared: set[str]) -> None:
        title, body, objection = deciding.QUIET_HOURS
        proposal = self.put(Decision.Kind.CONSENT, title, body, ago=3, days=10, is_secret=False)
        *agreeing, objecting = self.electors(proposal, spared)[:5]
        at = self.at - timedelta(days=1)
        for one in agreeing:
            cast_vote(by=one.person, decision=proposal, choices=[1], at=at)
        object_to(by=objecting.person, decision=proposal, words=objection, client_id=self.client_id(), at=at)

    def petition(self, coordinator: Person) -> None:
        title, body, answer, changed = deciding.ONLINE
        petition = self.put(Decision.Kind.PETITION, title, body, ago=40, days=30, signatures_needed=8)
        for one in self.electors(petition, set())[:8]:
            sign_petition(by=one.person, decision=petition, at=self.at - timedelta(days=35))
        petition = Decision.objects.get(pk=petition.pk)
        if petition.answer_due_on:
            answer_petition(by=coordinator, petition=petition, answer=answer, at=self.at - timedelta(days=16))
            at = self.at - timedelta(days=4)
            tell_what_changed(by=coordinator, decision=petition, words=changed, at=at)

    def put(self, kind: Decision.Kind, title: str, body: str, *, ago: int, days: int, **facts: Any) -> Decision:
        return open_decision(
            by=self.host.person,
            network=self.network,
            kind=kind,
            title=title,
            body=body,
            days=days,
            client_id=self.client_id(),
            at=self.at - timedelta(days=ago),
            **{"is_secret": True, **facts},
        )

    def electors(self, decision: Decision, spared: set[str]) -> list[Membership]:
        found = list(electorate_of(decision).exclude(person__email__in=spared).select_related("person").order_by("pk"))
        return self.rng.sample(found, len(found))

    def client_id(self) -> UUID:
        return UUID(int=self.rng.getrandbits(128), version=4)
