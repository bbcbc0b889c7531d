"""Whatever somebody did before, to the queue and to the matcher they are who has waited since they first asked.

Histories are drawn at random: being alongside somebody, leaving to look again, leaving for now, being left, stopping
while one waits, coming back, days in between. However it went, whoever waits stands in their first place, with all
the days since, and the engine knows them as it would know somebody who has only ever waited; but for those helpers
of this very request whom they left, or who left them.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.engine import Seeker
from matching.gathering import seekers
from matching.models import Helper, Pairing, Proposal, Request, Round
from matching.operations import accept_offer, end_pairing, run_round, send_request, withdraw_request
from people.models import Area, Person, Role
from support.operations import ask_again, end_together
from tests.fixtures import NOW, make_person
from tests.matching.making import active_helper, fresh, sent_request

DAY = timedelta(days=1)
ACTS = ["is paired", "switches", "leaves for now", "ends together", "is left", "stops", "comes back", "wants a peer"]
HISTORY = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 400)), max_size=12)


class Life:
    """What Ada does, each act where it is possible at all, and the day it is by then."""

    def __init__(self, ada: Person, helpers: list[Helper], round: Round) -> None:
        self.ada, self.helpers, self.round = ada, helpers, round
        self.at: datetime = NOW
        self.number = 0

    @property
    def request(self) -> Request:
        return Request.objects.filter(person=self.ada).latest("began_at", "pk")

    @property
    def pairing(self) -> Pairing | None:
        return Pairing.objects.active().filter(request__person=self.ada).first()

    def act(self, act: str) -> None:
        acts: dict[str, Callable[[], object]] = {
            "is paired": self.pair,
            "switches": lambda: self.end(self.ada, look_again=True),
            "leaves for now": lambda: self.end(self.ada, look_again=False),
            "ends together": self.end_together,
            "is left": self.be_left,
            "stops": self.stop,
            "comes back": lambda: self.come_back("anew"),
            "wants a peer": lambda: self.come_back("peer"),
        }
        acts[act]()

    def pair(self) -> None:
        if self.request.state != Request.State.WAITING:
            return
        helper = self.helpers[self.number % len(self.helpers)]
        self.number += 1
        Request.objects.filter(pk=self.request.pk).update(state=Request.State.CHOOSING)
        offer = Proposal.objects.create(
            round=self.round,
            request=self.request,
            helper=fresh(helper),
            position=1,
            score=1,
            fit=Proposal.Fit.GOOD,
            state=Proposal.State.OFFERED,
            offered_at=self.at,
        )
        accept_offer(by=self.ada, proposal=offer, at=self.at)

    def end(self, by: Person, *, look_again: bool) -> None:
        if self.pairing:
            end_pairing(by=by, pairing=self.pairing, look_again=look_again, at=self.at)

    def be_left(self) -> None:
        if self.pairing:
            self.end(self.pairing.helper.person, look_again=False)

    def end_together(self) -> None:
        if self.pairing:
            end_together(by=self.ada, pairing=self.pairing, words="", wish="nothing", at=self.at)

    def stop(self) -> None:
        if self.request.state == Request.State.WAITING:
            withdraw_request(by=self.ada, request=self.request, at=self.at)

    def come_back(self, wish: str) -> None:
        if self.request.state in (Request.State.ENDED, Request.State.WITHDRAWN):
            draft = ask_again(by=self.ada, wish=wish, at=self.at)
            send_request(by=self.ada, request=draft, consents=["matching"], at=self.at)

    def wait(self) -> None:
        """Wait again, from wherever the history has led."""
        self.end(self.ada, look_again=True)
        self.come_back("anew")


def as_the_engine_knows(request: Request, helpers: list[Helper], at: datetime) -> Seeker:
    [seeker] = seekers(Request.objects.filter(pk=request.pk), helpers, at=at)
    return replace(seeker, id=0, declined_before=frozenset(), wants="either")


@pytest.fixture
def helpers(north: Area, dev: Person) -> list[Helper]:
    """Three advisers whose checks never run out, however long a history is."""
    people = [make_person(f"Ben{number}", Role.Kind.ADVISER, area=north) for number in range(3)]
    found = [active_helper(person, dev, capacity=5) for person in people]
    Helper.objects.update(vetted_until=date(2100, 1, 1))
    return found


def test_leaving_costs_nobody_their_place(ada: Person, eve: Person, dev: Person, helpers: list[Helper]) -> None:
    round = run_round(by=dev, area=dev.area, at=NOW)
    at_first = as_the_engine_knows(sent_request(ada), helpers, NOW)
    # Eve asks a day after Ada and waits ever since.
    sent_request(eve, at=NOW + DAY)

    @given(HISTORY)
    @settings(max_examples=60, deadline=None)
    def check(history: list[tuple[str, int]]) -> None:
        with transaction.atomic():
            life = Life(ada, helpers, round)
            for act, days in history:
                life.at += days * DAY
                life.act(act)
            life.wait()
            now = life.request
            assert (now.state, now.asked_at) == ("waiting", NOW)
            assert [one.person for one in Request.objects.waiting()] == [ada, eve]
            only_waited = replace(at_first, waited_days=(life.at - NOW).days)
            assert as_the_engine_knows(now, helpers, life.at) == only_waited
            transaction.set_rollback(True)

    check()
