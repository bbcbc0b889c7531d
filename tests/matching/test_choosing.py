"""Choosing: one pairing at most, the capacity at most, and nobody loses their place."""

import threading
from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from matching.errors import PlaceIsGone
from matching.models import Helper, Pairing, Proposal
from matching.operations import (
    accept_offer,
    ask_for_another,
    decline_as_helper,
    decline_offer,
    run_round,
)
from people.errors import HasMovedOn
from people.models import Assignment, Person
from safeguarding.operations import block
from tests.fixtures import NOW, make_person
from tests.matching.making import active_helper, approve_all, fresh, offered, sent_request


def test_accepting_makes_a_pairing_with_all_that_belongs_to_it(ada: Person, ben: Person, dev: Person) -> None:
    request = sent_request(ada)
    helper = active_helper(ben, dev)
    [proposal] = offered(dev, ada)
    pairing = accept_offer(by=ada, proposal=fresh(proposal), at=NOW)
    assert (fresh(request).state, fresh(proposal).state) == ("paired", "accepted")
    assert fresh(helper).places_taken == 1
    assert {each.person for each in pairing.conversation.participants.all()} == {ada, ben}
    assert Assignment.objects.current().filter(carer=ben, person=ada, kind="adviser").count() == 1


def test_the_other_offers_lapse(ada: Person, ben: Person, cleo: Person, dev: Person) -> None:
    sent_request(ada)
    active_helper(ben, dev, capacity=2)
    active_helper(cleo, dev, kind="peer", capacity=2)
    first, second = offered(dev, ada)
    accept_offer(by=ada, proposal=fresh(second), at=NOW)
    assert fresh(first).state == Proposal.State.LAPSED


def test_accepting_twice_is_one_pairing(ada: Person, ben: Person, dev: Person) -> None:
    sent_request(ada)
    active_helper(ben, dev, capacity=5)
    [proposal] = offered(dev, ada)
    one, other = fresh(proposal), fresh(proposal)
    accept_offer(by=ada, proposal=one, at=NOW)
    with pytest.raises(HasMovedOn):
        accept_offer(by=ada, proposal=other, at=NOW)
    assert Pairing.objects.count() == 1


def test_an_alternative_never_takes_a_place_that_is_kept_for_somebody(
    ada: Person, ben: Person, cleo: Person, dev: Person
) -> None:
    """The last place of Ada's second choice is kept for Asha: Ada is told so, and keeps her first choice."""
    request = sent_request(ada)
    active_helper(ben, dev, capacity=2)
    active_helper(cleo, dev, capacity=2)
    first, second = offered(dev, ada)
    Helper.objects.filter(pk=second.helper_id).update(capacity=1)
    asha = make_person("Asha", area=ada.area)
    sent_request(asha, avoid_names=first.helper.person.chosen_name)
    [kept] = offered(dev, asha)
    assert kept.helper == second.helper
    with pytest.raises(PlaceIsGone, match="no place left"):
        accept_offer(by=ada, proposal=fresh(second), at=NOW)
    assert fresh(second).state == Proposal.State.LAPSED
    assert (fresh(first).state, fresh(request).state) == (Proposal.State.OFFERED, "choosing")
    assert accept_offer(by=asha, proposal=fresh(kept), at=NOW).helper == second.helper


def test_when_the_last_place_is_gone_the_member_waits_in_the_old_place(ada: Person, ben: Person, dev: Person) -> None:
    request = sent_request(ada)
    helper = active_helper(ben, dev)
    [proposal] = offered(dev, ada)
    Helper.objects.filter(pk=helper.pk).update(places_taken=1)
    with pytest.raises(PlaceIsGone):
        accept_offer(by=ada, proposal=fresh(proposal), at=NOW)
    after = fresh(request)
    assert (after.state, after.asked_at) == ("waiting", NOW)


def test_declining_the_only_offer_waits_again_in_the_old_place(ada: Person, ben: Person, dev: Person) -> None:
    request = sent_request(ada)
    active_helper(ben, dev)
    [proposal] = offered(dev, ada)
    decline_offer(by=ada, proposal=fresh(proposal), at=NOW)
    after = fresh(request)
    assert (after.state, after.asked_at) == ("waiting", NOW)


def test_asking_for_another_declines_all(ada: Person, ben: Person, cleo: Person, dev: Person) -> None:
    request = sent_request(ada)
    active_helper(ben, dev, capacity=2)
    active_helper(cleo, dev, capacity=2)
    offers = offered(dev, ada)
    ask_for_another(by=ada, request=fresh(request), at=NOW)
    assert [fresh(each).state for each in offers] == ["declined", "declined"]
    assert fresh(request).state == "waiting"


def test_the_helper_declines_without_penalty(ada: Person, ben: Person, dev: Person) -> None:
    request = sent_request(ada)
    helper = active_helper(ben, dev)
    [proposal] = offered(dev, ada)
    decline_as_helper(by=ben, proposal=fresh(proposal), at=NOW)
    assert fresh(request).state == "waiting"
    assert fresh(helper).state == Helper.State.ACTIVE


def test_a_block_closes_the_offer(ada: Person, ben: Person, dev: Person) -> None:
    request = sent_request(ada)
    active_helper(ben, dev)
    [proposal] = offered(dev, ada)
    block(by=ben, person=ada, known_as="Ada", at=NOW)
    assert (fresh(proposal).state, fresh(request).state) == ("lapsed", "waiting")


@pytest.mark.parametrize("operation", [accept_offer, decline_offer, decline_as_helper])
def test_nobody_answers_for_another(
    operation: Callable[..., object], ada: Person, ben: Person, dev: Person, eve: Person
) -> None:
    sent_request(ada)
    active_helper(ben, dev)
    [proposal] = offered(dev, ada)
    for person in (dev, eve):
        with pytest.raises(PermissionDenied):
            operation(by=person, proposal=fresh(proposal), at=NOW)


@pytest.mark.servers
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_many_members_accept_the_last_places_at_once(dev: Person, ben: Person, north: object) -> None:
    """Sixteen people press at the same moment for three places: three pairings, thirteen kind refusals."""
    members = [make_person(f"Ada{number}", area=dev.area) for number in range(16)]
    for member in members:
        sent_request(member)
    helper = active_helper(ben, dev, capacity=16)
    made = run_round(by=dev, area=dev.area, at=NOW)
    assert approve_all(by=dev, round=made, at=NOW) == (16, [])
    Helper.objects.filter(pk=helper.pk).update(capacity=3)
    start, outcomes = threading.Barrier(16), list[str]()

    def press(proposal: Proposal) -> None:
        start.wait()
        try:
            accept_offer(by=proposal.request.person, proposal=proposal, at=NOW)
            outcomes.append("paired")
        except HasMovedOn:
            outcomes.append("told")
        finally:
            connection.close()

    proposals = list(Proposal.objects.offered().select_related("request__person", "helper__person"))
    threads = [threading.Thread(target=press, args=[proposal]) for proposal in proposals]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["paired"] * 3 + ["told"] * 13
    assert fresh(helper).places_taken == 3 == Pairing.objects.active().count()
