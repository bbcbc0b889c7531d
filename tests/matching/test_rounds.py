"""Rounds: who is proposed to whom, who is left and why, and what a coordinator decides."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from pytest_django import DjangoAssertNumQueries

from matching.errors import CannotBeOffered
from matching.gathering import gather
from matching.models import Proposal, Round
from matching.operations import (
    approve_proposal,
    decline_offer,
    pause_help,
    put_back_proposal,
    run_round,
    save_request,
    set_aside_all,
    set_aside_proposal,
    withdraw_request,
)
from matching.queries import decidable_proposals, unplaced_in
from messaging.models import Notice
from people.errors import HasMovedOn
from people.models import Area, Consent, Person, Role
from people.operations import assign, change_profile, give_consent
from safeguarding.operations import block
from tests.fixtures import NOW, make_person
from tests.matching.making import active_helper, approve_all, fresh, make_coordinator, offered, proposed, sent_request


def pairs(made: Round) -> list[tuple[Person, Person, int]]:
    return [
        (each.request.person, each.helper.person, each.position)
        for each in made.proposals.order_by("request_id", "position")
    ]


def test_a_round_proposes_and_says_why(ada: Person, ben: Person, dev: Person) -> None:
    sent_request(ada)
    active_helper(ben, dev)
    made = run_round(by=dev, area=dev.area, at=NOW)
    assert pairs(made) == [(ada, ben, 1)]
    assert (made.waiting, made.placed) == (1, 1)
    names = [reason["name"] for reason in made.proposals.get().reasons]
    assert names == ["topics", "languages", "ways", "place"]


def test_who_finds_no_place_is_recorded_with_the_reason(ada: Person, ben: Person, dev: Person) -> None:
    sent_request(ada, "debt")
    active_helper(ben, dev, "anxiety")
    made = run_round(by=dev, area=dev.area, at=NOW)
    left = made.unplaced.get()
    assert (left.request.person, left.reason) == (ada, "nobody_fits")
    assert left.counts["obstacles"] == {"topic": 1}


def test_the_longest_waiting_are_not_pushed_out_by_a_second_round(ada: Person, ben: Person, dev: Person) -> None:
    """The place kept for Ada while she decides is not proposed to anybody else."""
    sent_request(ada)
    active_helper(ben, dev)
    offered(dev, ada)
    second = make_person("Asha", area=ada.area)
    sent_request(second)
    made = run_round(by=dev, area=dev.area, at=NOW)
    assert (made.waiting, made.placed) == (1, 0)
    assert made.unplaced.get().reason == "all_places_taken"


def test_an_undecided_round_is_replaced_by_the_next(ada: Person, ben: Person, dev: Person) -> None:
    sent_request(ada)
    active_helper(ben, dev)
    [first] = proposed(dev, ada)
    [second] = proposed(dev, ada)
    assert fresh(first).state == Proposal.State.LAPSED
    assert fresh(second).state == Proposal.State.PROPOSED


def test_a_blocked_pair_is_never_proposed(ada: Person, ben: Person, dev: Person) -> None:
    sent_request(ada)
    active_helper(ben, dev)
    block(by=ben, person=ada, known_as="Ada", at=NOW)
    assert proposed(dev, ada) == []


def test_who_is_to_be_avoided_is_never_proposed(ada: Person, ben: Person, dev: Person) -> None:
    sent_request(ada, avoid_names="Somebody Else\n  BEN ")
    active_helper(ben, dev)
    assert proposed(dev, ada) == []


def test_who_was_declined_is_not_proposed_again(ada: Person, ben: Person, dev: Person) -> None:
    sent_request(ada)
    active_helper(ben, dev)
    [proposal] = offered(dev, ada)
    decline_offer(by=ada, proposal=fresh(proposal), at=NOW)
    assert proposed(dev, ada) == []


def test_somebody_who_asks_and_helps_is_never_their_own_helper(ben: Person, dev: Person) -> None:
    sent_request(ben)
    active_helper(ben, dev)
    assert proposed(dev, ben) == []


def test_a_coordinator_runs_rounds_only_for_their_areas(dev: Person, south: Area) -> None:
    for area in (south, None):
        with pytest.raises(PermissionDenied):
            run_round(by=dev, area=area, at=NOW)


def test_gathering_asks_a_fixed_number_of_questions(
    ada: Person, ben: Person, dev: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    sent_request(ada)
    active_helper(ben, dev)
    with django_assert_num_queries(6):
        gather(area=dev.area, at=NOW)
    for number in range(3):
        sent_request(make_person(f"Asha{number}", area=ada.area))
        active_helper(make_person(f"Bo{number}", area=ada.area), dev)
    with django_assert_num_queries(6):
        gather(area=dev.area, at=NOW)


def test_approving_makes_an_offer_and_tells_both(ada: Person, ben: Person, dev: Person) -> None:
    request = sent_request(ada, consents=[Consent.Purpose.EMAIL])
    give_consent(by=ben, purpose=Consent.Purpose.EMAIL, at=NOW)
    active_helper(ben, dev)
    Notice.objects.all().delete()
    [proposal] = offered(dev, ada)
    assert fresh(proposal).state == Proposal.State.OFFERED
    assert fresh(request).state == "choosing"
    assert [notice.person for notice in Notice.objects.order_by("pk")] == [ada, ben]


def test_what_changed_since_the_round_is_noticed(ada: Person, ben: Person, dev: Person) -> None:
    request = sent_request(ada)
    helper = active_helper(ben, dev)
    [proposal] = proposed(dev, ada)
    pause_help(by=ben, helper=fresh(helper), at=NOW)
    with pytest.raises(CannotBeOffered, match="takes nobody new"):
        approve_proposal(by=dev, proposal=fresh(proposal), at=NOW)
    assert fresh(request).state == "waiting"


def test_checks_out_of_date_are_noticed(ada: Person, ben: Person, dev: Person) -> None:
    sent_request(ada)
    active_helper(ben, dev)
    [proposal] = proposed(dev, ada)
    with pytest.raises(CannotBeOffered, match="out of date"):
        approve_proposal(by=dev, proposal=fresh(proposal), at=NOW + timedelta(days=400))


def test_a_block_since_the_round_closes_the_proposal(ada: Person, ben: Person, dev: Person) -> None:
    sent_request(ada)
    active_helper(ben, dev)
    [proposal] = proposed(dev, ada)
    block(by=ada, person=ben, known_as="Ben", at=NOW)
    with pytest.raises(CannotBeOffered):
        approve_proposal(by=dev, proposal=fresh(proposal), at=NOW)


def test_setting_aside_and_putting_back(ada: Person, ben: Person, dev: Person) -> None:
    sent_request(ada)
    active_helper(ben, dev)
    [proposal] = proposed(dev, ada)
    set_aside_proposal(by=dev, proposal=proposal, at=NOW)
    assert fresh(proposal).state == Proposal.State.SET_ASIDE
    put_back_proposal(by=dev, proposal=fresh(proposal), at=NOW)
    assert fresh(proposal).state == Proposal.State.PROPOSED


def test_of_two_coordinators_who_decide_at_once_one_does(ada: Person, ben: Person, dev: Person) -> None:
    sent_request(ada)
    active_helper(ben, dev)
    [proposal] = proposed(dev, ada)
    one, other = fresh(proposal), fresh(proposal)
    approve_proposal(by=dev, proposal=one, at=NOW)
    with pytest.raises(HasMovedOn):
        set_aside_proposal(by=dev, proposal=other, at=NOW)


@pytest.mark.parametrize("who", ["ada", "ben", "eve"])
def test_only_coordinators_decide(who: str, ada: Person, ben: Person, dev: Person, eve: Person) -> None:
    sent_request(ada)
    active_helper(ben, dev)
    [proposal] = proposed(dev, ada)
    with pytest.raises(PermissionDenied):
        approve_proposal(by={"ada": ada, "ben": ben, "eve": eve}[who], proposal=proposal, at=NOW)


def test_setting_all_aside(ada: Person, ben: Person, dev: Person) -> None:
    sent_request(ada)
    active_helper(ben, dev)
    made = run_round(by=dev, area=dev.area, at=NOW)
    assert set_aside_all(by=dev, round=made, at=NOW) == 1
    assert [proposal.state for proposal in made.proposals.all()] == [Proposal.State.SET_ASIDE]


def test_approving_all_says_what_could_not_be(ada: Person, ben: Person, dev: Person) -> None:
    second, helper = make_person("Asha", area=ada.area), make_person("Bo", area=ada.area)
    sent_request(ada, "anxiety")
    sent_request(second, "debt")
    active_helper(ben, dev, "anxiety")
    paused = active_helper(helper, dev, "debt")
    made = run_round(by=dev, area=dev.area, at=NOW)
    pause_help(by=helper, helper=fresh(paused), at=NOW)
    assert approve_all(by=dev, round=made, at=NOW) == (1, ["Bo takes nobody new at the moment."])


def test_nothing_is_put_back_for_who_does_not_wait_any_more(ada: Person, ben: Person, dev: Person) -> None:
    """It would keep a place with Ben for ever: no later round is about Ada."""
    request = sent_request(ada)
    active_helper(ben, dev)
    [proposal] = proposed(dev, ada)
    set_aside_proposal(by=dev, proposal=proposal, at=NOW)
    withdraw_request(by=ada, request=fresh(request), at=NOW)
    with pytest.raises(CannotBeOffered, match="not waiting"):
        put_back_proposal(by=dev, proposal=fresh(proposal), at=NOW)
    assert fresh(proposal).state == Proposal.State.SET_ASIDE


@pytest.mark.parametrize("who", ["ada", "ben"])
def test_nobody_who_has_left_is_offered(who: str, ada: Person, ben: Person, dev: Person) -> None:
    sent_request(ada)
    active_helper(ben, dev)
    [proposal] = proposed(dev, ada)
    Person.objects.filter(chosen_name=who.capitalize()).update(is_active=False)
    with pytest.raises(CannotBeOffered):
        approve_proposal(by=dev, proposal=fresh(proposal), at=NOW)


def test_answers_that_changed_since_the_round_are_noticed(ada: Person, ben: Person, dev: Person) -> None:
    """Ada says after the round that she is under 18; Ben is an adult and a peer."""
    sent_request(ada)
    active_helper(ben, dev, kind="peer")
    [proposal] = proposed(dev, ada)
    change_profile(by=ada, facts={"age_group": "under_18"})
    with pytest.raises(CannotBeOffered, match="does not fit any more"):
        approve_proposal(by=dev, proposal=fresh(proposal), at=NOW)


def test_whom_the_member_wants_to_avoid_since_the_round_is_noticed(ada: Person, ben: Person, dev: Person) -> None:
    request = sent_request(ada)
    active_helper(ben, dev)
    [proposal] = proposed(dev, ada)
    save_request(by=ada, request=fresh(request), answers={"avoid_names": "Ben"}, facts={})
    with pytest.raises(CannotBeOffered, match="does not fit any more"):
        approve_proposal(by=dev, proposal=fresh(proposal), at=NOW)


def test_nobody_sees_what_is_proposed_for_themselves(ada: Person, ben: Person, dev: Person, cleo: Person) -> None:
    """Dev coordinates the north, asks for support there, and is alongside others too."""
    sent_request(dev)
    make_coordinator(cleo)
    active_helper(ben, dev, capacity=2)
    active_helper(dev, cleo, capacity=2)
    sent_request(ada, avoid_names="Ben")
    made = run_round(by=cleo, area=dev.area, at=NOW)
    assert set(pairs(made)) == {(dev, ben, 1), (ada, dev, 1)}
    assert list(decidable_proposals(dev)) == []
    assert {each.request.person for each in decidable_proposals(cleo)} == {ada, dev}


def test_who_is_alongside_somebody_elsewhere_does_not_decide_for_them(
    ada: Person, ben: Person, dev: Person, eve: Person
) -> None:
    """Dev is Eve's adviser, which makes her visible, but coordinates another area."""
    lead = make_person("Lou", Role.Kind.COORDINATOR)
    active_helper(ben, dev)
    assign(carer=dev, person=eve, kind="adviser", at=NOW)
    sent_request(eve)
    sent_request(ada, "debt")
    made = run_round(by=lead, area=None, at=NOW)
    assert pairs(made) == [(eve, ben, 1)]
    assert list(decidable_proposals(dev)) == []
    assert [left.request.person for left in unplaced_in(made, dev)] == [ada]


def test_approving_all_offers_the_further_choices_too(ada: Person, ben: Person, cleo: Person, dev: Person) -> None:
    sent_request(ada)
    active_helper(ben, dev, capacity=2)
    active_helper(cleo, dev, capacity=2)
    made = run_round(by=dev, area=dev.area, at=NOW)
    assert approve_all(by=dev, round=made, at=NOW) == (2, [])
