"""An agreement is in force once both have signed; versions follow each other; reminders are few."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from matching.models import Pairing
from matching.operations import end_pairing
from people.errors import HasMovedOn
from people.models import Person, StateChange
from support.models import Agreement
from support.operations import (
    WasQuicker,
    bring_agreement,
    propose_agreement,
    remind_of_agreements,
    sign_agreement,
    withdraw_agreement,
)
from support.terms import BEGINNING
from tests.caseload.making import make_helper, make_request, pair
from tests.fixtures import NOW
from tests.matching.making import at_once, fresh
from tests.support.making import IN_THREE_MONTHS, proposed_agreement, signed_agreement

DAY = timedelta(days=1)
LESS = replace(BEGINNING, how_often="Every second week")


def states(pairing: Pairing) -> list[tuple[int, str]]:
    return list(pairing.agreements.order_by("version").values_list("version", "state"))


def told(person: Person) -> list[str]:
    return list(person.notices.filter(kind="support").order_by("pk").values_list("subject", flat=True))


def test_it_is_in_force_once_both_have_signed(ada: Person, ben: Person, pairing: Pairing) -> None:
    made = proposed_agreement(ben, pairing)
    assert (states(pairing), fresh(made).agreed_at) == ([(1, "proposed")], None)
    assert told(ada) == ["Words for your agreement"]

    sign_agreement(by=ada, agreement=made, at=NOW + DAY)
    assert (states(pairing), fresh(made).agreed_at) == ([(1, "in_force")], NOW + DAY)
    assert [signature.person for signature in made.signatures.all()] == [ben, ada]
    assert told(ben) == ["You both agree"]
    changes = StateChange.objects.filter(machine="support.agreement", person=ada).order_by("pk")
    assert [(change.after, change.by) for change in changes] == [("proposed", ben), ("in_force", ada)]


def test_who_wrote_it_cannot_sign_for_the_other(ben: Person, pairing: Pairing) -> None:
    made = proposed_agreement(ben, pairing)
    sign_agreement(by=ben, agreement=made, at=NOW)
    assert states(pairing) == [(1, "proposed")]


def test_the_one_before_is_in_force_until_the_next_is(ada: Person, ben: Person, pairing: Pairing) -> None:
    signed_agreement(pairing)
    made = proposed_agreement(ada, pairing, LESS)
    assert states(pairing) == [(1, "in_force"), (2, "proposed")]
    sign_agreement(by=ben, agreement=made, at=NOW)
    assert states(pairing) == [(1, "replaced"), (2, "in_force")]


def test_other_words_take_the_place_of_what_nobody_signed(ada: Person, ben: Person, pairing: Pairing) -> None:
    first = proposed_agreement(ben, pairing)
    proposed_agreement(ada, pairing, LESS)
    assert states(pairing) == [(1, "withdrawn"), (2, "proposed")]
    with pytest.raises(HasMovedOn):
        sign_agreement(by=ada, agreement=first, at=NOW)


def test_who_wrote_before_reading_what_the_other_wrote_is_told(ada: Person, ben: Person, pairing: Pairing) -> None:
    proposed_agreement(ben, pairing)
    for after in (0, 2):
        with pytest.raises(WasQuicker):
            proposed_agreement(ada, pairing, LESS, after=after)
    assert states(pairing) == [(1, "proposed")]


@pytest.mark.parametrize("who", ["ada", "ben"])
def test_either_takes_it_off_the_table_and_the_other_hears_of_it(
    who: str, ada: Person, ben: Person, pairing: Pairing
) -> None:
    signed_agreement(pairing)
    made = proposed_agreement(ben, pairing, LESS)
    by, other = (ada, ben) if who == "ada" else (ben, ada)
    withdraw_agreement(by=by, agreement=made, at=NOW)
    assert states(pairing) == [(1, "in_force"), (2, "withdrawn")]
    assert told(other)[-1] == "Words for your agreement are off the table"


@pytest.mark.parametrize("days", [0, -1, 731])
def test_the_day_to_look_again_is_within_two_years(days: int, ben: Person, pairing: Pairing) -> None:
    with pytest.raises(ValidationError) as error:
        proposed_agreement(ben, pairing, review_on=NOW.date() + days * DAY)
    assert list(error.value.message_dict) == ["review_on"]


@pytest.mark.parametrize("days", [1, 730])
def test_tomorrow_is_early_enough_and_two_years_are_not_too_late(days: int, ben: Person, pairing: Pairing) -> None:
    assert proposed_agreement(ben, pairing, review_on=NOW.date() + days * DAY).version == 1


@pytest.mark.parametrize("name", ["cleo", "dev", "eve"])
def test_it_is_nobody_elses(name: str, ben: Person, pairing: Pairing, request: pytest.FixtureRequest) -> None:
    other = request.getfixturevalue(name)
    made = proposed_agreement(ben, pairing)
    for press in (
        lambda: proposed_agreement(other, pairing),
        lambda: sign_agreement(by=other, agreement=made, at=NOW),
        lambda: withdraw_agreement(by=other, agreement=made, at=NOW),
    ):
        with pytest.raises(PermissionDenied):
            press()
    assert states(pairing) == [(1, "proposed")]


def test_once_it_has_ended_nothing_is_written_or_signed(ada: Person, ben: Person, pairing: Pairing) -> None:
    made = proposed_agreement(ben, pairing)
    end_pairing(by=ada, pairing=fresh(pairing), look_again=False, at=NOW)
    for press in (
        lambda: proposed_agreement(ada, pairing),
        lambda: sign_agreement(by=ada, agreement=made, at=NOW),
        lambda: withdraw_agreement(by=ben, agreement=made, at=NOW),
    ):
        with pytest.raises(HasMovedOn):
            press()


def test_a_signature_is_asked_for_once_a_week_three_times(ada: Person, ben: Person, pairing: Pairing) -> None:
    proposed_agreement(ben, pairing)
    days = [day for day in range(60) if remind_of_agreements(at=NOW + day * DAY)]
    assert days == [7, 14, 21]
    assert told(ada)[1:] == ["Words for your agreement wait for you"] * 3
    assert told(ben) == []


def test_both_are_reminded_of_the_review_and_three_times_at_most(ada: Person, ben: Person, pairing: Pairing) -> None:
    signed_agreement(pairing)
    days = [day for day in range(85, 150) if remind_of_agreements(at=NOW + day * DAY)]
    assert days == [90, 97, 104]
    for person in (ada, ben):
        assert told(person)[-3:] == ["Your agreement, looked at again"] * 3


def test_what_was_signed_late_has_all_reminders_of_its_review(ada: Person, ben: Person, pairing: Pairing) -> None:
    made = proposed_agreement(ben, pairing)
    assert sum(remind_of_agreements(at=NOW + day * DAY) for day in range(60)) == 3
    sign_agreement(by=ada, agreement=made, at=NOW + 88 * DAY)
    assert [day for day in range(85, 150) if remind_of_agreements(at=NOW + day * DAY)] == [90, 97, 104]


def test_only_the_member_brings_an_agreement_and_only_to_whom_they_have(
    ada: Person, ben: Person, cleo: Person, dev: Person, pairing: Pairing
) -> None:
    made = signed_agreement(pairing)
    others = pair(make_request(cleo, state="paired"), make_helper(dev))
    for by, to in ((ben, pairing), (ben, None), (cleo, pairing), (ada, others), (cleo, others)):
        with pytest.raises(PermissionDenied):
            bring_agreement(by=by, agreement=made, pairing=to)
    assert fresh(made).brought_to is None
    bring_agreement(by=ada, agreement=made, pairing=pairing)
    assert fresh(made).brought_to == pairing


def test_reminders_stop_when_something_is_proposed_or_it_has_ended(ada: Person, ben: Person, pairing: Pairing) -> None:
    signed_agreement(pairing)
    due = NOW + 90 * DAY
    made = proposed_agreement(ada, pairing, LESS, at=due, review_on=IN_THREE_MONTHS + 90 * DAY)
    assert remind_of_agreements(at=due) == 0
    withdraw_agreement(by=ada, agreement=made, at=due)
    assert remind_of_agreements(at=due) == 2
    end_pairing(by=ada, pairing=fresh(pairing), look_again=False, at=due)
    assert remind_of_agreements(at=due + 7 * DAY) == 0


@pytest.mark.servers
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_many_at_once_one_version_comes_next(ada: Person, ben: Person, pairing: Pairing) -> None:
    def propose(by: Person) -> bool:
        try:
            propose_agreement(by=by, pairing=fresh(pairing), terms=LESS, review_on=IN_THREE_MONTHS, after=0, at=NOW)
        except WasQuicker:
            return False
        return True

    won = at_once([lambda by=by: propose(by) for by in (ada, ben) * 8])  # type: ignore[misc]
    assert (won.count(True), states(pairing)) == (1, [(1, "proposed")])


@pytest.mark.servers
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_signed_many_times_at_once_it_is_in_force_once(ada: Person, ben: Person, pairing: Pairing) -> None:
    made = proposed_agreement(ben, pairing)
    signing = [lambda: sign_agreement(by=ada, agreement=fresh(made), at=NOW)] * 8
    at_once(signing)
    assert states(pairing) == [(1, "in_force")]
    assert made.signatures.count() == 2
    assert told(ben) == ["You both agree"]
    assert Agreement.objects.count() == 1


@pytest.mark.servers
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_reminded_by_many_jobs_at_once_everybody_is_told_once(ada: Person, ben: Person, pairing: Pairing) -> None:
    signed_agreement(pairing)
    at = NOW + 90 * DAY
    assert sum(at_once([lambda: remind_of_agreements(at=at)] * 8)) == 2
    assert told(ada).count("Your agreement, looked at again") == 1
