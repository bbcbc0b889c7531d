"""Somebody is there for a member beside the lead: with the member's yes, as far as they let them, and visibly."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from caseload.models import Companion
from caseload.operations import (
    agree_to_companion,
    ask_companion,
    change_companion,
    end_companion,
    hand_over_at_once,
    plan_cover,
    refuse_companion,
    speak_for,
)
from caseload.operations.covering import end_cover
from caseload.queries import companions_for
from caseload.queries.companions import acts_of
from matching.models import Helper, Pairing
from matching.operations import end_pairing
from messaging.models import Notice
from messaging.rules import may_post
from people.errors import HasMovedOn
from people.models import Assignment, Mandate, Person, Role
from people.operations import assign, deactivate, end_role, grant_role
from safeguarding.operations import block
from tests.caseload.conftest import cover_facts
from tests.caseload.making import make_helper
from tests.fixtures import NOW, make_person
from tests.matching.making import fresh


@pytest.fixture
def asked(ada: Person, dev: Person, pairing: Pairing, cora: Helper) -> Companion:
    """Ada is asked whether she would like Cora as an advocate."""
    words = "For the letters of the council."
    return ask_companion(by=dev, member=ada, person=cora.person, kind="advocate", words=words, at=NOW)


def agree(asked: Companion, ada: Person, *acts: str, may_read: bool = False) -> Companion:
    agree_to_companion(by=ada, companion=asked, may_read=may_read, acts=acts, at=NOW)
    asked.refresh_from_db()
    return asked


def sees(carer: Person, person: Person) -> bool:
    return bool(Person.objects.visible_to(carer).filter(pk=person.pk).exists())


def seen_as(carer: Person, person: Person) -> set[str]:
    return set(Assignment.objects.current().filter(carer=carer, person=person).values_list("kind", flat=True))


def test_before_the_yes_the_other_knows_nothing(asked: Companion) -> None:
    cora = asked.person
    assert not Notice.objects.filter(person=cora).exists()
    assert not companions_for(cora).exists()


def test_with_a_yes_they_talk_and_no_more_than_was_allowed(ada: Person, ben: Person, asked: Companion) -> None:
    there = agree(asked, ada)
    cora = there.person
    assert there.conversation is not None
    assert may_post(cora, there.conversation)
    assert not sees(cora, ada)
    # The lead stays the lead.
    assert Pairing.objects.active().get(request__person=ada).helper.person == ben
    with pytest.raises(PermissionDenied):
        speak_for(by=cora, companion=there, words="For Ada", at=NOW)


def test_what_the_member_allows_they_take_back_at_once(ada: Person, asked: Companion) -> None:
    there = agree(asked, ada, "speak", may_read=True)
    cora = there.person
    assert sees(cora, ada)
    change_companion(by=ada, companion=there, may_read=False, acts=(), at=NOW)
    assert not sees(cora, ada)
    with pytest.raises(PermissionDenied):
        speak_for(by=cora, companion=fresh(there), words="For Ada", at=NOW)


def test_an_advocate_speaks_in_sight_of_the_member(ada: Person, dev: Person, asked: Companion) -> None:
    there = agree(asked, ada, "speak")
    assign(carer=dev, person=ada, kind=Role.Kind.COORDINATOR, at=NOW)
    spoken = speak_for(by=there.person, companion=there, words="She would like larger print.", at=NOW)
    assert (spoken.companion, spoken.words) == (there, "She would like larger print.")
    assert Notice.objects.filter(person=ada).latest("pk").subject == "Your advocate has spoken for you"
    assert Notice.objects.filter(person=dev).latest("pk").subject == "An advocate speaks for somebody"


@pytest.mark.parametrize("kind", ["expert", "mediator", "volunteer"])
def test_only_an_advocate_speaks(kind: str, ada: Person, dev: Person, pairing: Pairing, cora: Helper) -> None:
    made = ask_companion(by=dev, member=ada, person=cora.person, kind=kind, words="For sums", at=NOW)
    there = agree(made, ada, *Mandate.Act.values)
    assert not Mandate.objects.exists()
    with pytest.raises(PermissionDenied):
        speak_for(by=cora.person, companion=there, words="For Ada", at=NOW)


def test_an_interpreter_needs_nothing_but_what_is_said(ada: Person, dev: Person, pairing: Pairing) -> None:
    samira = make_person("Samira", Role.Kind.INTERPRETER)
    made = ask_companion(by=dev, member=ada, person=samira, kind="interpreter", words="For Farsi", at=NOW)
    there = agree(made, ada, may_read=True)
    assert (there.may_read, sees(samira, ada)) == (False, False)
    assert there.conversation is not None
    assert may_post(samira, there.conversation)


def test_a_no_is_told_to_who_asked_and_never_to_who_was_suggested(ada: Person, dev: Person, asked: Companion) -> None:
    refuse_companion(by=ada, companion=asked, at=NOW)
    assert fresh(asked).state == "refused"
    assert Notice.objects.filter(person=dev).exists()
    assert not Notice.objects.filter(person=asked.person).exists()
    assert not companions_for(asked.person).exists()
    with pytest.raises(HasMovedOn):
        agree_to_companion(by=ada, companion=fresh(asked), may_read=False, acts=(), at=NOW)


@pytest.mark.parametrize("who", ["ada", "cora", "dev"])
def test_any_of_them_ends_it(who: str, ada: Person, dev: Person, asked: Companion) -> None:
    there = agree(asked, ada, may_read=True)
    end_companion(by={"ada": ada, "cora": there.person, "dev": dev}[who], companion=there, at=NOW)
    assert (fresh(there).state, fresh(there.conversation).closed_at, sees(there.person, ada)) == ("ended", NOW, False)


def test_what_an_advocate_may_ends_with_it(ada: Person, asked: Companion) -> None:
    there = agree(asked, ada, *Mandate.Act.values)
    assert acts_of(there) == list(Mandate.Act)
    change_companion(by=ada, companion=there, may_read=False, acts=["steps"], at=NOW)
    assert acts_of(there) == [Mandate.Act.STEPS]
    end_companion(by=ada, companion=fresh(there), at=NOW)
    assert acts_of(there) == []


def test_a_block_ends_it(ada: Person, asked: Companion) -> None:
    there = agree(asked, ada, "appointments", may_read=True)
    block(by=ada, person=there.person, known_as="Cora", at=NOW)
    assert (fresh(there).state, sees(there.person, ada), acts_of(there)) == ("ended", False, [])


@pytest.mark.parametrize("how", ["role", "leaving"])
def test_it_ends_with_what_they_are_to_the_service(how: str, ada: Person, asked: Companion) -> None:
    there = agree(asked, ada, "appointments", may_read=True)
    if how == "role":
        end_role(person=there.person, kind=Role.Kind.ADVISER, by=None, at=NOW)
    else:
        deactivate(person=there.person, by=None, at=NOW)
    assert (fresh(there).state, sees(there.person, ada), acts_of(there)) == ("ended", False, [])


def test_another_role_that_ends_ends_nothing(ada: Person, asked: Companion) -> None:
    there = agree(asked, ada)
    grant_role(person=there.person, kind=Role.Kind.PEER, by=None, at=NOW)
    end_role(person=there.person, kind=Role.Kind.PEER, by=None, at=NOW)
    assert fresh(there).state == "there"


def test_who_sees_the_member_for_two_reasons_sees_them_until_the_last_has_ended(
    ada: Person, dev: Person, pairing: Pairing, cora: Helper, asked: Companion
) -> None:
    there = agree(asked, ada, may_read=True)
    cover = plan_cover(by=dev, pairing=pairing, facts=cover_facts(cora), at=NOW)
    end_cover(by=ada, cover=cover, at=NOW)
    assert sees(cora.person, ada)
    done = hand_over_at_once(by=dev, pairing=fresh(pairing), helper=cora, words="", at=NOW)
    assert done.after is not None
    end_pairing(by=ada, pairing=done.after, look_again=False, at=NOW)
    assert sees(cora.person, ada)
    end_companion(by=ada, companion=fresh(there), at=NOW)
    assert not sees(cora.person, ada)


def test_who_is_both_an_adviser_and_a_peer_sees_them_as_each_only_while_they_are_it(
    ada: Person, dev: Person, pairing: Pairing, cora: Helper, asked: Companion
) -> None:
    Helper.objects.filter(pk=cora.pk).update(kind="peer")
    there = agree(asked, ada, may_read=True)
    assert seen_as(cora.person, ada) == {"adviser"}
    cover = plan_cover(by=dev, pairing=pairing, facts=cover_facts(fresh(cora)), at=NOW)
    assert seen_as(cora.person, ada) == {"adviser", "peer"}
    end_cover(by=ada, cover=cover, at=NOW)
    assert seen_as(cora.person, ada) == {"adviser"}
    end_companion(by=ada, companion=fresh(there), at=NOW)
    assert seen_as(cora.person, ada) == set()


def test_the_lead_the_unchecked_and_who_is_kept_apart_are_not_asked_about(
    ada: Person, ben: Person, dev: Person, pairing: Pairing, cora: Helper, cleo: Person
) -> None:
    block(by=ada, person=cora.person, known_as="Cora", at=NOW)
    for person in (ada, ben, cora.person, cleo):
        with pytest.raises(ValidationError):
            ask_companion(by=dev, member=ada, person=person, kind="expert", words="W", at=NOW)


@pytest.mark.parametrize("who", ["ada", "ben", "cora", "eve"])
def test_only_coordinators_of_the_member_ask(who: str, ada: Person, ben: Person, eve: Person, cora: Helper) -> None:
    by = {"ada": ada, "ben": ben, "cora": cora.person, "eve": eve}[who]
    with pytest.raises(PermissionDenied):
        ask_companion(by=by, member=ada, person=cora.person, kind="expert", words="W", at=NOW)


@pytest.mark.parametrize("who", ["ben", "cora", "dev", "eve"])
def test_only_the_member_says_yes_no_or_how_far(
    who: str, ada: Person, ben: Person, dev: Person, eve: Person, asked: Companion
) -> None:
    by = {"ben": ben, "cora": asked.person, "dev": dev, "eve": eve}[who]
    with pytest.raises(PermissionDenied):
        agree_to_companion(by=by, companion=asked, may_read=True, acts=["speak"], at=NOW)
    with pytest.raises(PermissionDenied):
        refuse_companion(by=by, companion=asked, at=NOW)
    with pytest.raises(PermissionDenied):
        change_companion(by=by, companion=agree(asked, ada), may_read=True, acts=["speak"], at=NOW)


def test_nobody_suggests_themselves_and_nobody_is_asked_about_twice(
    ada: Person, dev: Person, pairing: Pairing, asked: Companion
) -> None:
    make_helper(dev)
    with pytest.raises(PermissionDenied):
        ask_companion(by=dev, member=ada, person=dev, kind="advocate", words="W", at=NOW)
    with pytest.raises(HasMovedOn):
        ask_companion(by=dev, member=ada, person=asked.person, kind="expert", words="W", at=NOW)


@pytest.mark.parametrize("how", ["unchecked", "gone"])
def test_who_cannot_be_there_any_more_is_neither_asked_about_nor_said_yes_to(
    how: str, ada: Person, dev: Person, asked: Companion
) -> None:
    cora = asked.person
    if how == "unchecked":
        Helper.objects.filter(person=cora).update(vetted_until=NOW.date() - timedelta(days=1))
    else:
        Person.objects.filter(pk=cora.pk).update(is_active=False)
    with pytest.raises(HasMovedOn):
        agree_to_companion(by=ada, companion=fresh(asked), may_read=True, acts=(), at=NOW)
    refuse_companion(by=ada, companion=asked, at=NOW)
    with pytest.raises(ValidationError):
        ask_companion(by=dev, member=ada, person=fresh(cora), kind="expert", words="W", at=NOW)


def test_whoever_ends_it_is_not_told(ada: Person, asked: Companion) -> None:
    there = agree(asked, ada)
    end_companion(by=ada, companion=there, at=NOW)
    told = Notice.objects.filter(subject="Somebody is no longer there too").values_list("person", flat=True)
    assert list(told) == [there.person_id]


def test_an_advocate_reaches_only_coordinators_who_are_there(ada: Person, dev: Person, asked: Companion) -> None:
    there = agree(asked, ada, "speak")
    gone = make_person("Gil", Role.Kind.COORDINATOR, area=ada.area)
    for person in (dev, gone):
        assign(carer=person, person=ada, kind=Role.Kind.COORDINATOR, at=NOW)
    Person.objects.filter(pk=gone.pk).update(is_active=False)
    speak_for(by=there.person, companion=there, words="She would like larger print.", at=NOW)
    told = Notice.objects.filter(subject="An advocate speaks for somebody").values_list("person", flat=True)
    assert list(told) == [dev.pk]
