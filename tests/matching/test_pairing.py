"""A pairing ends: by either, at any time, and nobody falls out of the queue by another's decision."""

from datetime import datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from matching.models import Pairing
from matching.operations import ask, end_pairing
from matching.signals import pairing_ended
from people.errors import HasMovedOn
from people.models import Assignment, Consent, Person
from people.operations import withdraw_consent
from safeguarding.operations import block
from tests.fixtures import NOW
from tests.matching.making import fresh, paired


@pytest.mark.parametrize(
    ("who", "look_again", "after"),
    [
        ("ada", True, "waiting"),
        ("ada", False, "ended"),
        ("ben", False, "waiting"),
        ("dev", False, "waiting"),
    ],
)
def test_what_becomes_of_the_request(
    who: str, look_again: bool, after: str, ada: Person, ben: Person, dev: Person
) -> None:
    pairing = paired(ada, ben, dev)
    people = {"ada": ada, "ben": ben, "dev": dev}
    end_pairing(by=people[who], pairing=fresh(pairing), look_again=look_again, at=NOW)
    request = fresh(pairing.request)
    assert (request.state, request.asked_at) == (after, NOW)


def test_the_place_is_free_the_conversation_closed_and_the_helper_sees_no_more(
    ada: Person, ben: Person, dev: Person
) -> None:
    pairing = paired(ada, ben, dev)
    end_pairing(by=ada, pairing=fresh(pairing), look_again=False, at=NOW)
    ended = fresh(pairing)
    assert (ended.state, ended.ended_by, ended.ended_at) == ("ended", ada, NOW)
    assert fresh(pairing.helper).places_taken == 0
    assert fresh(pairing.conversation).closed_at == NOW
    assert not Assignment.objects.current().filter(carer=ben, person=ada).exists()


def test_ending_twice_frees_one_place(ada: Person, ben: Person, dev: Person) -> None:
    pairing = paired(ada, ben, dev)
    one, other = fresh(pairing), fresh(pairing)
    end_pairing(by=ada, pairing=one, look_again=False, at=NOW)
    with pytest.raises(HasMovedOn):
        end_pairing(by=ben, pairing=other, look_again=False, at=NOW)
    assert fresh(pairing.helper).places_taken == 0


def test_nobody_else_ends_it(ada: Person, ben: Person, dev: Person, eve: Person) -> None:
    with pytest.raises(PermissionDenied):
        end_pairing(by=eve, pairing=paired(ada, ben, dev), look_again=False, at=NOW)


@pytest.mark.parametrize("who", ["ada", "ben"])
def test_a_block_ends_it(who: str, ada: Person, ben: Person, dev: Person) -> None:
    pairing = paired(ada, ben, dev)
    by, person = (ada, ben) if who == "ada" else (ben, ada)
    block(by=by, person=person, known_as=person.chosen_name, at=NOW)
    assert fresh(pairing).state == "ended"
    assert fresh(pairing.request).state == "waiting"


@pytest.mark.parametrize(("who", "look_again"), [("ada", True), ("ben", False), ("dev", False)])
def test_nobody_waits_who_has_taken_back_their_consent_but_the_place_is_kept(
    who: str, look_again: bool, ada: Person, ben: Person, dev: Person
) -> None:
    pairing = paired(ada, ben, dev)
    withdraw_consent(by=ada, purpose=Consent.Purpose.MATCHING, at=NOW)
    assert fresh(pairing.request).state == "paired"
    end_pairing(by={"ada": ada, "ben": ben, "dev": dev}[who], pairing=fresh(pairing), look_again=look_again, at=NOW)
    assert fresh(pairing.request).state == "withdrawn"
    assert ask(by=ada, at=NOW + timedelta(days=1)).asked_at == NOW


def test_whoever_lies_above_hears_that_it_ended(ada: Person, ben: Person, dev: Person) -> None:
    heard = []

    def hear(pairing: Pairing, by: Person, at: datetime, **_: object) -> None:
        heard.append((pairing, by, at))

    pairing = paired(ada, ben, dev)
    pairing_ended.connect(hear)
    end_pairing(by=ben, pairing=fresh(pairing), look_again=False, at=NOW)
    pairing_ended.disconnect(hear)
    assert heard == [(pairing, ben, NOW)]
