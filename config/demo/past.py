"""Lives the last months of the town: people ask, rounds are run and decided on, offers chosen, pairings end."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from django.utils.timezone import localtime

from config.demo.named import NAMED
from config.demo.populating import Asking, send
from matching.errors import CannotBeOffered, PlaceIsGone
from matching.models import Pairing, Proposal, Request, Round
from matching.operations import (
    accept_offer,
    approve_proposal,
    ask_for_another,
    decline_as_helper,
    end_pairing,
    run_round,
    set_aside_proposal,
    withdraw_request,
)
from people.models import Area, Person

# Days ago. The last round is left for whoever tries Alongside to decide on, and of the one before
# some offers are left open.
ROUNDS = (70, 56, 42, 28, 14)
ROUND_STILL_OPEN, ROUND_TO_DECIDE = 6, 1


@dataclass
class Past:
    """The months up to `at`; `ponders` never choose, and offers with the `sought_after` stay open, one for each."""

    rng: Random
    at: datetime
    coordinators: dict[Area, Person]
    # In the order in which they asked.
    asking: list[Asking]
    ponders: frozenset[str]
    sought_after: set[str]
    tick: Callable[[], None]
    pairings: list[Pairing] = field(default_factory=list)

    def live(self, before_open_round: Callable[[], None]) -> None:
        """Everything in its order; `before_open_round` is what changes a week before the end."""
        for ago in ROUNDS:
            self.round(ago, self.decide_all)
        before_open_round()
        self.round(ROUND_STILL_OPEN, self.decide_some)
        self.round(ROUND_TO_DECIDE, self.put_some_aside)
        self.send_until(self.at)

    def round(self, ago: int, decide: Callable[[Round, Person, datetime], None]) -> None:
        """A round in each area, and what its coordinator and the people in it do."""
        at = localtime(self.at - timedelta(days=ago)).replace(hour=10, minute=5)
        self.send_until(at)
        for area, coordinator in self.coordinators.items():
            round = run_round(by=coordinator, area=area, at=at)
            decide(round, coordinator, at + timedelta(hours=self.rng.uniform(0.5, 6)))

    def send_until(self, at: datetime) -> None:
        due = [one for one in self.asking if one.at <= at]
        self.asking = self.asking[len(due) :]
        send(due, {area.pk: person for area, person in self.coordinators.items()})

    def each(self, round: Round) -> Iterator[list[Proposal]]:
        for proposals in by_request(round):
            yield proposals
            self.tick()

    def decide_all(self, round: Round, by: Person, at: datetime) -> None:
        for first, *others in self.each(round):
            if first.request.person.email not in NAMED and self.rng.random() < 0.05:
                set_aside_proposal(by=by, proposal=first, at=at)
                continue
            offered = [each for each in (first, *(o for o in others if self.rng.random() < 0.4)) if offer(each, by, at)]
            if offered:
                self.choose(offered, at + timedelta(hours=self.rng.uniform(3, 70)))

    def decide_some(self, round: Round, by: Person, at: datetime) -> None:
        """Some offers stay open, some are taken at once, the rest is left undecided."""
        for number, proposals in enumerate(self.each(round)):
            member = proposals[0].request.person
            helpers = {proposal.helper.person.email for proposal in proposals}
            if member.email in self.ponders or self.sought_after.intersection(helpers) or number % 5 == 0:
                self.sought_after -= helpers
                for proposal in proposals:
                    offer(proposal, by, at)
            elif number % 5 == 1 and offer(proposals[0], by, at):
                self.choose(proposals[:1], at + timedelta(hours=self.rng.uniform(3, 40)))

    def put_some_aside(self, round: Round, by: Person, at: datetime) -> None:
        for number, proposals in enumerate(self.each(round)):
            if number == 2:
                set_aside_proposal(by=by, proposal=proposals[0], at=at)

    def choose(self, offered: list[Proposal], at: datetime) -> None:
        """Most accept; some would like somebody else; now and then the helper cannot."""
        proposal, mood = offered[0], self.rng.random()
        member = proposal.request.person
        if member.email in NAMED:
            self.accept(proposal, at)
        elif mood < 0.07:
            ask_for_another(by=member, request=proposal.request, at=at)
        elif mood < 0.12 and len(offered) == 1:
            decline_as_helper(by=proposal.helper.person, proposal=proposal, at=at)
        else:
            self.accept(self.rng.choice(offered) if mood > 0.85 else proposal, at)

    def accept(self, proposal: Proposal, at: datetime) -> None:
        try:
            self.pairings.append(accept_offer(by=proposal.request.person, proposal=proposal, at=at))
        except PlaceIsGone:
            # Two wanted the last place; the offer has lapsed, and they may still have others.
            return

    def some_end(self, share: float) -> None:
        """Of the older pairings some have come to their end; two members look for somebody else."""
        old = [one for one in self.pairings if one.began_at < self.at - timedelta(days=30)]
        old = [one for one in old if not NAMED & {one.helper.person.email, one.request.person.email}]
        ending = self.rng.sample(old, round(len(old) * share))
        for number, pairing in enumerate(ending):
            look_again = number < 2
            ago = self.rng.uniform(0.2, 2) if look_again else self.rng.uniform(3, 20)
            member = pairing.request.person
            by = pairing.helper.person if number == 2 else member
            end_pairing(by=by, pairing=pairing, look_again=look_again, at=self.at - timedelta(days=ago))

    def some_withdraw(self, number: int) -> None:
        waiting = Request.objects.waiting().filter(asked_at__lt=self.at - timedelta(days=5)).order_by("pk")
        for request in self.rng.sample(list(waiting), number):
            at = self.at - timedelta(hours=self.rng.uniform(2, 20))
            withdraw_request(by=request.person, request=request, at=at)


def by_request(round: Round) -> list[list[Proposal]]:
    """The proposals of a round, those for one person together, the place found for them first."""
    rows = round.proposals.select_related("request__person", "helper__person").order_by(
        "request__asked_at", "request", "position"
    )
    found: dict[int, list[Proposal]] = {}
    for proposal in rows:
        together = found.setdefault(proposal.request_id, [])
        # One row in memory too, so that each proposal knows what became of the others.
        proposal.request = together[0].request if together else proposal.request
        together.append(proposal)
    return list(found.values())


def offer(proposal: Proposal, by: Person, at: datetime) -> bool:
    try:
        approve_proposal(by=by, proposal=proposal, at=at)
    except CannotBeOffered:
        return False
    return True
