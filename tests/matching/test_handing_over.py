"""Somebody else goes on with a member: never two people, never none, never over capacity, never a place lost."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from matching.errors import PlaceIsGone
from matching.gathering import helpers_who_are_out
from matching.models import Helper, Pairing, Request
from matching.operations import end_pairing, hand_over_pairing, pause_help
from messaging.models import Notice
from messaging.rules import may_post
from people.errors import HasMovedOn
from people.models import Area, Person, Role
from safeguarding.operations import block
from tests.fixtures import NOW, make_person
from tests.matching.making import active_helper, fresh, paired

LATER = NOW + timedelta(days=9)


@pytest.fixture
def pairing(ada: Person, ben: Person, dev: Person) -> Pairing:
    return paired(ada, ben, dev)


@pytest.fixture
def cora(north: Area, dev: Person) -> Helper:
    person = make_person("Cora", Role.Kind.ADVISER, area=north, age_group="26_64", languages=["en"])
    return active_helper(person, dev)


def test_one_pairing_ends_and_another_follows_it(ada: Person, ben: Person, pairing: Pairing, cora: Helper) -> None:
    following = hand_over_pairing(by=ada, pairing=fresh(pairing), helper=cora, at=LATER)
    before = fresh(pairing)
    assert (before.state, before.ended_at, before.ended_by) == ("ended", LATER, ada)
    assert (following.state, following.follows, following.helper, following.proposal) == ("active", before, cora, None)
    assert (fresh(before.helper).places_taken, fresh(cora).places_taken) == (0, 1)
    request = fresh(pairing.request)
    assert (request.state, request.asked_at) == ("paired", NOW)
    assert list(Person.objects.visible_to(cora.person)) == [ada, cora.person]
    assert list(Person.objects.visible_to(ben)) == [ben]
    assert not may_post(ben, before.conversation)
    assert may_post(cora.person, following.conversation)
    assert not may_post(cora.person, before.conversation)
    for person, subject in {
        ben: "Somebody else has gone on for you",
        cora.person: "You are alongside somebody who had another before",
    }.items():
        assert Notice.objects.filter(person=person).latest("pk").subject == subject


def test_who_waits_again_after_it_has_the_old_place_and_does_not_meet_again_whom_they_left(
    ada: Person, pairing: Pairing, cora: Helper
) -> None:
    following = hand_over_pairing(by=ada, pairing=fresh(pairing), helper=cora, at=LATER)
    end_pairing(by=ada, pairing=following, look_again=True, at=LATER)
    request = fresh(pairing.request)
    assert (request.state, request.asked_at) == ("waiting", NOW)
    assert helpers_who_are_out(Request.objects.all()) == {request.pk: {cora.pk}}


def test_whoever_was_away_goes_on_again(dev: Person, pairing: Pairing, cora: Helper) -> None:
    between = hand_over_pairing(by=dev, pairing=fresh(pairing), helper=cora, at=LATER)
    back = hand_over_pairing(by=dev, pairing=between, helper=fresh(pairing.helper), at=LATER)
    assert (back.helper, back.follows, fresh(cora).places_taken) == (pairing.helper, between, 0)


def test_twice_takes_one_place(ada: Person, dev: Person, pairing: Pairing, cora: Helper) -> None:
    one, other = fresh(pairing), fresh(pairing)
    Helper.objects.filter(pk=cora.pk).update(capacity=2)
    hand_over_pairing(by=ada, pairing=one, helper=cora, at=LATER)
    with pytest.raises(HasMovedOn):
        hand_over_pairing(by=dev, pairing=other, helper=cora, at=LATER)
    assert fresh(cora).places_taken == 1


def test_without_a_place_nothing_changes(ada: Person, pairing: Pairing, cora: Helper) -> None:
    Helper.objects.filter(pk=cora.pk).update(places_taken=1)
    with pytest.raises(PlaceIsGone):
        hand_over_pairing(by=ada, pairing=fresh(pairing), helper=cora, at=LATER)
    assert (fresh(pairing).state, fresh(pairing.helper).places_taken) == ("active", 1)


def test_nobody_goes_on_who_is_paused_or_kept_apart(ada: Person, pairing: Pairing, cora: Helper) -> None:
    pause_help(by=cora.person, helper=fresh(cora), at=NOW)
    with pytest.raises(PlaceIsGone):
        hand_over_pairing(by=ada, pairing=fresh(pairing), helper=cora, at=LATER)
    Helper.objects.filter(pk=cora.pk).update(state="active")
    block(by=cora.person, person=ada, known_as="Ada", at=NOW)
    with pytest.raises(PlaceIsGone):
        hand_over_pairing(by=ada, pairing=fresh(pairing), helper=cora, at=LATER)


def test_who_the_member_would_not_have_goes_on_only_where_they_choose_it(
    ada: Person, dev: Person, pairing: Pairing, cora: Helper
) -> None:
    Request.objects.update(avoid_names="Cora")
    with pytest.raises(PlaceIsGone):
        hand_over_pairing(by=dev, pairing=fresh(pairing), helper=cora, at=LATER)
    assert hand_over_pairing(by=ada, pairing=fresh(pairing), helper=cora, at=LATER).helper == cora


@pytest.mark.parametrize("who", ["ben", "cora", "eve", "cleo"])
def test_neither_of_the_helpers_decides_it(
    who: str, ben: Person, cleo: Person, eve: Person, pairing: Pairing, cora: Helper
) -> None:
    people = {"ben": ben, "cora": cora.person, "eve": eve, "cleo": cleo}
    with pytest.raises(PermissionDenied):
        hand_over_pairing(by=people[who], pairing=pairing, helper=cora, at=LATER)


def test_no_coordinator_takes_somebody_on_by_it(dev: Person, pairing: Pairing) -> None:
    lou = make_person("Lou", Role.Kind.COORDINATOR)
    own = active_helper(dev, lou)
    with pytest.raises(PermissionDenied):
        hand_over_pairing(by=dev, pairing=pairing, helper=own, at=LATER)
