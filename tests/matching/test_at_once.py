"""Many at once: whatever a member, a helper and a coordinator press at the same moment, the books agree afterwards."""

import random
import threading
import time
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, F, Q
from django.db.models.functions import Greatest

from matching.models import Helper, Pairing, Proposal, Request, Round
from matching.operations import (
    accept_offer,
    approve_proposal,
    ask_for_another,
    cancel_round,
    change_capacity,
    decline_as_helper,
    decline_offer,
    end_pairing,
    hand_over_pairing,
    pause_help,
    place_arrivals,
    put_back_proposal,
    resume_help,
    run_round,
    set_aside_all,
    set_aside_proposal,
    solve_round,
    withdraw_request,
)
from matching.operations.holding import hold
from matching.operations.rounds import queue_round
from people.errors import HasMovedOn
from people.models import Assignment, Consent, Person, Role
from people.operations import withdraw_consent
from safeguarding.models import Block
from safeguarding.operations import block
from tests.fixtures import NOW, make_person
from tests.matching.making import active_helper, approve_all, at_once, fresh, offered, paired, sent_request

pytestmark = [pytest.mark.servers, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

LATER = NOW + timedelta(days=1)
THREADS, ROUNDS = 16, 12
# How often somebody blocks or leaves: seldom, or nobody would be left to press anything.
BLOCKS, LEAVE = 0.06, 0.02
# What a person may be told: somebody was quicker, or they are alongside more people than that.
TOLD = (HasMovedOn, ValidationError)

Press = Callable[[], object]


def told(press: Press) -> Callable[[], str]:
    """How a press ended; whatever is neither done nor told kindly fails the test."""

    def pressed() -> str:
        try:
            press()
        except TOLD:
            return "told"
        return "done"

    return pressed


def during(first: Press, second: Press) -> None:
    """Press `second` while `first` is done but not yet committed: what it must wait for, it waits for."""
    done = threading.Event()

    def slowly() -> None:
        with transaction.atomic():
            first()
            done.set()
            time.sleep(0.3)

    def meanwhile() -> None:
        done.wait()
        second()

    at_once([slowly, meanwhile])


def books_that_disagree() -> dict[str, list[object]]:
    """Every invariant of matching with the rows that break it."""
    offered_now = Q(proposals__state=Proposal.State.OFFERED)
    active = Q(pairings__state=Pairing.State.ACTIVE)
    requests = Request.objects.order_by("pk").annotate(
        offers=Count("proposals", filter=offered_now, distinct=True),
        alongside=Count("pairings", filter=active, distinct=True),
    )
    helpers = Helper.objects.order_by("pk").annotate(alongside=Count("pairings", filter=active))
    pairings = Pairing.objects.active()
    blocks = Block.objects.current()
    open_pairs = {(each.request.person_id, each.helper.person_id) for each in pairings} | {
        (each.request.person_id, each.helper.person_id) for each in Proposal.objects.offered()
    }
    cared_for = Assignment.objects.current().filter(kind="adviser").values_list("carer_id", "person_id")
    found = {
        "over capacity": helpers.filter(places_taken__gt=F("capacity")),
        "places that are not pairings": helpers.exclude(places_taken=F("alongside")),
        "paired with not exactly one": requests.filter(state="paired").exclude(alongside=1),
        "not paired, yet alongside": requests.exclude(state="paired").filter(alongside__gt=0),
        "choosing without offers": requests.filter(state="choosing", offers=0),
        "offers without choosing": requests.exclude(state="choosing").filter(offers__gt=0),
        "proposals for who stopped": Proposal.objects.live().exclude(request__state__in=["waiting", "choosing"]),
        "offers of who is paused": Proposal.objects.offered().exclude(helper__state="active"),
        "lost places in the queue": Request.objects.exclude(asked_at=NOW),
        "in contact in spite of a block": [
            each for each in blocks if {(each.by_id, each.person_id), (each.person_id, each.by_id)} & open_pairs
        ],
        "waiting without consent": Request.objects.filter(state__in=["waiting", "choosing"]).exclude(
            person__in=Consent.objects.current().filter(purpose="matching").values("person")
        ),
        "conversations open after the end": Pairing.objects.filter(state="ended", conversation__closed_at=None),
        "looked after without a pairing": set(cared_for)
        ^ {(each.helper.person_id, each.request.person_id) for each in pairings},
    }
    return {rule: list(rows) for rule, rows in found.items() if rows}


def presses(dice: random.Random, dev: Person) -> list[Press]:
    """Sixteen things somebody might do now, each with the rows as their page had shown them."""
    proposals = list(Proposal.objects.exclude(state="lapsed").select_related("request__person", "helper__person"))
    pairings = list(Pairing.objects.active().select_related("request__person", "helper__person", "conversation"))
    helpers = list(Helper.objects.select_related("person"))
    open_offers = [each for each in proposals if each.state == "offered"]
    found: list[Press] = []
    for number in range(THREADS):
        # Every other press is about the same offer as the one before, from the other side.
        offer = fresh(open_offers[number // 2 % len(open_offers)]) if open_offers else fresh(dice.choice(proposals))
        request, helper, any_one = offer.request, dice.choice(helpers), fresh(dice.choice(proposals))
        member, its_helper = request.person, offer.helper.person
        choices: list[Press] = [
            *[partial(accept_offer, by=member, proposal=offer, at=LATER)] * 6,
            partial(decline_offer, by=member, proposal=offer, at=LATER),
            partial(decline_as_helper, by=its_helper, proposal=offer, at=LATER),
            partial(ask_for_another, by=member, request=request, at=LATER),
            partial(approve_proposal, by=dev, proposal=any_one, at=LATER),
            partial(set_aside_proposal, by=dev, proposal=any_one, at=LATER),
            partial(put_back_proposal, by=dev, proposal=any_one, at=LATER),
            partial(pause_help, by=helper.person, helper=fresh(helper), at=LATER),
            partial(resume_help, by=helper.person, helper=fresh(helper), at=LATER),
            partial(change_capacity, by=helper.person, helper=fresh(helper), capacity=dice.randint(1, 3)),
            partial(run_round, by=dev, area=dev.area, at=LATER),
            partial(place_arrivals, at=LATER),
        ]
        if pairings:
            pairing = dice.choice(pairings)
            who = dice.choice([pairing.request.person, pairing.helper.person])
            choices += [partial(end_pairing, by=who, pairing=fresh(pairing), look_again=True, at=LATER)] * 3
            choices += [partial(hand_over_pairing, by=dev, pairing=fresh(pairing), helper=fresh(helper), at=LATER)] * 3
        chance = dice.random()
        if chance < BLOCKS:
            one, other = dice.sample([member, its_helper], 2)
            choices = [partial(block, by=one, person=other, known_as="Somebody", at=LATER)]
        elif chance < BLOCKS + LEAVE:
            choices = [partial(withdraw_request, by=member, request=request, at=LATER)]
        elif chance < BLOCKS + 2 * LEAVE:
            choices = [partial(withdraw_consent, by=member, purpose=Consent.Purpose.MATCHING, at=LATER)]
        found.append(dice.choice(choices))
    return found


def test_whatever_sixteen_people_press_at_once_the_books_agree(dev: Person) -> None:
    for number in range(14):
        sent_request(make_person(f"Ada{number}", area=dev.area))
    for number in range(6):
        active_helper(make_person(f"Ben{number}", area=dev.area), dev, capacity=2)
    dice, ended = random.Random(20261122), Counter[str]()
    for number in range(ROUNDS):
        if number % 4 == 0:
            made = run_round(by=dev, area=dev.area, at=LATER)
            approve_all(by=dev, round=made, at=LATER)
            # More offers than places, so that many want the last one.
            Helper.objects.update(capacity=Greatest(F("places_taken"), 1))
        ended.update(at_once([told(press) for press in presses(dice, dev)]))
        assert books_that_disagree() == {}, f"after {number + 1} rounds"
    assert set(ended) == {"done", "told"}


def test_two_helpers_decline_the_last_two_offers_at_once(dev: Person, ada: Person, ben: Person, cleo: Person) -> None:
    """Each would see the other's offer still open; Ada must not be left choosing among none."""
    request = sent_request(ada)
    active_helper(ben, dev, capacity=2)
    active_helper(cleo, dev, capacity=2)
    first, second = (fresh(each) for each in offered(dev, ada))
    during(
        lambda: decline_as_helper(by=first.helper.person, proposal=first, at=LATER),
        lambda: decline_as_helper(by=second.helper.person, proposal=second, at=LATER),
    )
    assert fresh(request).state == "waiting"


def test_of_four_rounds_for_the_same_people_started_at_once_one_is(dev: Person) -> None:
    """Two for everybody, two for the north: whichever comes first, the others are told."""
    lou = make_person("Lou", Role.Kind.COORDINATOR)
    start = partial(queue_round, order=Round.Order.FAIR, at=LATER)
    presses = [partial(start, by=lou, area=None), partial(start, by=dev, area=dev.area)] * 2
    for _ in range(8):
        assert sorted(at_once([told(press) for press in presses])) == ["done", "told", "told", "told"]
        Round.objects.update(state=Round.State.DONE)


def test_two_rounds_one_after_the_other_while_people_act(dev: Person) -> None:
    """Each is worked out on people as they are in the end; the later replaces what the earlier proposed."""
    for number in range(8):
        sent_request(make_person(f"Ada{number}", area=dev.area))
        active_helper(make_person(f"Ben{number}", area=dev.area), dev)
    leaving = [
        partial(withdraw_request, by=each.person, request=each, at=LATER) for each in Request.objects.order_by("pk")[:3]
    ]
    rounds: list[Press] = [partial(run_round, by=dev, area=dev.area, at=LATER)] * 2
    presses: list[Press] = [*rounds, *leaving]
    at_once([told(press) for press in presses])
    run_round(by=dev, area=dev.area, at=LATER)
    assert books_that_disagree() == {}
    assert Proposal.objects.keeping_a_place().count() == 5


def test_a_round_is_cancelled_while_it_is_recorded(dev: Person) -> None:
    """Whoever is first wins, and the other is told; never is there half a round."""
    for number in range(8):
        sent_request(make_person(f"Ada{number}", area=dev.area))
        active_helper(make_person(f"Ben{number}", area=dev.area), dev)
    for pause in range(8):
        made = queue_round(by=dev, area=dev.area, order=Round.Order.FAIR, at=LATER)

        def cancel(made: Round = made, pause: int = pause) -> None:
            time.sleep(pause / 50)
            cancel_round(by=dev, round=fresh(made), at=LATER)

        at_once([told(cancel), told(partial(solve_round, round=made, at=LATER))])
        kept = fresh(made)
        assert (kept.state, kept.proposals.exists()) in {("done", True), ("cancelled", False)}
        assert Proposal.objects.keeping_a_place().exclude(round__state="done").count() == 0


def test_a_round_is_set_aside_while_another_holds_everybody(dev: Person, ben: Person) -> None:
    """Who asked last has the lower id: a round holds by id, so whoever held by waiting would wait in a circle."""
    for days in range(2):
        sent_request(make_person(f"Ada{days}", area=dev.area), at=NOW - timedelta(days=days))
    active_helper(ben, dev, capacity=2)
    made, begun = run_round(by=dev, area=dev.area, at=NOW), threading.Event()

    def hold_everybody() -> None:
        with transaction.atomic():
            for request in Request.objects.order_by("pk"):
                hold(request)
                begun.set()
                time.sleep(0.3)

    def set_aside() -> int:
        begun.wait()
        return set_aside_all(by=dev, round=made, at=LATER)

    assert at_once([hold_everybody, set_aside]) == [None, 2]


def test_two_who_block_each_other_at_once_are_parted_and_both_blocks_hold(
    dev: Person, ada: Person, ben: Person
) -> None:
    pairing = paired(ada, ben, dev)
    during(
        lambda: block(by=ada, person=ben, known_as="Ben", at=LATER),
        lambda: block(by=ben, person=ada, known_as="Ada", at=LATER),
    )
    assert (fresh(pairing).state, Block.objects.current().count()) == ("ended", 2)


def test_consent_is_taken_back_while_the_helper_ends_it(dev: Person, ada: Person, ben: Person) -> None:
    """The helper's ending is not finished when Ada takes her consent back: she must not wait without it."""
    pairing = paired(ada, ben, dev)
    during(
        lambda: end_pairing(by=ben, pairing=fresh(pairing), look_again=False, at=LATER),
        lambda: withdraw_consent(by=ada, purpose=Consent.Purpose.MATCHING, at=LATER),
    )
    assert fresh(pairing.request).state == "withdrawn"
