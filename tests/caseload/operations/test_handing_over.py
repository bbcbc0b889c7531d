"""A member goes on with somebody else: asked first, or told at once; what is handed on is theirs to give."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from caseload.models import Handover
from caseload.operations import (
    agree_to_handover,
    ask_handover,
    call_off_handover,
    choose_what_is_handed_on,
    end_cover,
    hand_over_at_once,
    plan_cover,
    refuse_handover,
    write_summary,
)
from caseload.queries import handover_shown, handovers_for, handovers_to_answer
from matching.errors import PlaceIsGone
from matching.models import Helper, Pairing
from matching.operations import end_pairing
from messaging.models import Notice
from people.errors import HasMovedOn
from people.models import Consent, Person
from people.operations import give_consent
from safeguarding.operations import block
from support.models import Goal
from support.operations import agree_to_goal, propose_goal
from tests.caseload.conftest import cover_facts
from tests.caseload.making import make_helper
from tests.fixtures import NOW
from tests.matching.making import fresh


@pytest.fixture
def asked(pairing: Pairing, cora: Helper, dev: Person) -> Handover:
    """Ada is asked whether she would go on with Cora, and Ben has written a summary."""
    made = ask_handover(by=dev, pairing=pairing, helper=cora, words="Ben leaves us.", at=NOW)
    write_summary(by=pairing.helper.person, handover=made, words="Mornings are good.\nThe form is sent.", at=NOW)
    made.refresh_from_db()
    return made


def agree(asked: Handover, ada: Person, *parts: str) -> Handover:
    done: Handover = fresh(
        agree_to_handover(by=ada, handover=fresh(asked), parts=parts, words="Please call me A.", at=NOW)
    )
    return done


def read_by(handover: Handover, person: Person) -> tuple[list[str], list[str], str]:
    """What somebody reads as handed on: titles, words of the parts, words of the member."""
    shown = handover_shown(handovers_for(person).get(pk=handover.pk), person)
    words = [line for part in shown.handed_on for line in part.lines]
    return [part.title for part in shown.handed_on], words, shown.member_words


def test_nothing_changes_before_the_member_says_yes(ada: Person, ben: Person, asked: Handover) -> None:
    assert (fresh(asked.pairing).state, fresh(asked.helper).places_taken) == ("active", 0)
    cora = asked.helper.person
    assert not Person.objects.visible_to(cora).filter(pk=ada.pk).exists()
    assert read_by(asked, cora) == ([], [], "")
    assert handover_shown(asked, cora).parts == []
    assert list(handovers_to_answer(ada)) == [asked]
    for person, subject in {
        ada: "A summary is there for you to read",
        ben: "Somebody may go on for you",
        cora: "Somebody may go on with you",
    }.items():
        assert Notice.objects.filter(person=person).latest("pk").subject == subject


def test_with_a_yes_the_other_goes_on_and_reads_what_was_chosen(
    ada: Person, ben: Person, dev: Person, asked: Handover
) -> None:
    done = agree(asked, ada, "summary", "nonsense")
    assert (done.state, done.handed_on, done.chosen_at) == ("done", ["summary"], NOW)
    assert done.after is not None
    assert (done.after.helper, done.after.follows, fresh(done.pairing).state) == (done.helper, done.pairing, "ended")
    summary = ["Mornings are good.", "The form is sent."]
    assert read_by(done, ada) == (["The summary"], summary, "Please call me A.")
    assert read_by(done, done.helper.person) == (["The summary"], summary, "Please call me A.")
    # What the member says of what was is not for whoever was there; who arranges it knows what, not what it says.
    assert read_by(done, ben) == (["The summary"], summary, "")
    assert read_by(done, dev) == (["The summary"], [], "")
    assert not handovers_to_answer(ada).exists()


def test_what_is_handed_on_can_be_taken_back_and_ends_with_the_pairing(ada: Person, asked: Handover) -> None:
    done = agree(asked, ada, "summary")
    cora = done.helper.person
    choose_what_is_handed_on(by=ada, handover=done, parts=[], words="", at=NOW)
    assert read_by(done, cora) == ([], [], "")
    choose_what_is_handed_on(by=ada, handover=done, parts=["summary"], words="Hello", at=NOW)
    assert read_by(done, cora)[2] == "Hello"
    assert done.after is not None
    end_pairing(by=ada, pairing=done.after, look_again=False, at=NOW)
    assert read_by(done, cora) == (["The summary"], [], "")


def test_goals_are_brought_along_where_they_are_chosen(ada: Person, ben: Person, asked: Handover) -> None:
    goal = propose_goal(by=ada, pairing=asked.pairing, words="Sleep through", sign="", shown_as="words", at=NOW)
    agree_to_goal(by=ben, goal=goal, at=NOW)
    done = agree(asked, ada)
    cora = done.helper.person
    assert not Goal.objects.visible_to(cora).exists()
    choose_what_is_handed_on(by=ada, handover=done, parts=["goals"], words="", at=NOW)
    assert list(Goal.objects.visible_to(cora)) == [goal]
    assert read_by(fresh(done), cora)[1] == ["Sleep through"]


def test_a_no_changes_nothing_and_is_final(ada: Person, asked: Handover) -> None:
    refuse_handover(by=ada, handover=asked, at=NOW)
    assert (fresh(asked).state, fresh(asked.pairing).state) == ("refused", "active")
    with pytest.raises(HasMovedOn):
        agree(asked, ada)
    assert fresh(asked.helper).places_taken == 0


@pytest.mark.parametrize("who", ["cora", "dev"])
def test_who_would_go_on_and_who_arranges_it_may_call_it_off(
    who: str, dev: Person, ada: Person, asked: Handover
) -> None:
    call_off_handover(by={"cora": asked.helper.person, "dev": dev}[who], handover=asked, at=NOW)
    assert fresh(asked).state == "called_off"
    with pytest.raises(HasMovedOn):
        agree(asked, ada)


def test_where_the_place_is_gone_the_member_stays_and_everybody_is_told(
    ada: Person, dev: Person, asked: Handover
) -> None:
    Helper.objects.filter(pk=asked.helper_id).update(capacity=1, places_taken=1)
    with pytest.raises(PlaceIsGone, match="You stay with Ben"):
        agree(asked, ada, "summary")
    after = fresh(asked)
    assert (after.state, after.handed_on, after.chosen_at, after.after) == ("called_off", [], None, None)
    assert (fresh(asked.pairing).state, fresh(asked.helper).places_taken) == ("active", 1)
    assert Notice.objects.filter(person=dev).latest("pk").subject == "Nobody else goes on after all"


def test_at_once_nothing_is_handed_on_until_the_member_chooses(
    ada: Person, dev: Person, pairing: Pairing, cora: Helper
) -> None:
    done = hand_over_at_once(by=dev, pairing=pairing, helper=cora, words="Ben is ill.", at=NOW)
    assert (fresh(done).state, fresh(pairing).state, fresh(cora).places_taken) == ("done", "ended", 1)
    write_summary(by=pairing.helper.person, handover=fresh(done), words="Mornings are good.", at=NOW)
    assert read_by(done, cora.person) == ([], [], "")
    assert list(handovers_to_answer(ada)) == [done]
    choose_what_is_handed_on(by=ada, handover=fresh(done), parts=["summary"], words="", at=NOW)
    assert read_by(done, cora.person)[1] == ["Mornings are good."]
    with pytest.raises(PermissionDenied):
        write_summary(by=pairing.helper.person, handover=fresh(done), words="Otherwise.", at=NOW)


def test_at_once_takes_the_place_of_what_was_asked(dev: Person, asked: Handover) -> None:
    done = hand_over_at_once(by=dev, pairing=fresh(asked.pairing), helper=asked.helper, words="", at=NOW)
    assert (fresh(asked).state, fresh(done).state) == ("called_off", "done")


def test_who_stood_in_goes_on_and_still_sees_the_member(
    ada: Person, dev: Person, pairing: Pairing, cora: Helper
) -> None:
    cover = plan_cover(by=dev, pairing=pairing, facts=cover_facts(cora), at=NOW)
    hand_over_at_once(by=dev, pairing=fresh(pairing), helper=cora, words="", at=NOW)
    assert fresh(cover).state == "over"
    assert Person.objects.visible_to(cora.person).filter(pk=ada.pk).exists()
    with pytest.raises(HasMovedOn):
        end_cover(by=ada, cover=fresh(cover), at=NOW)
    assert Person.objects.visible_to(cora.person).filter(pk=ada.pk).exists()


def test_what_is_asked_ends_with_the_pairing_and_with_a_block(ada: Person, dev: Person, asked: Handover) -> None:
    block(by=ada, person=asked.helper.person, known_as="Cora", at=NOW)
    assert (fresh(asked).state, fresh(asked.pairing).state) == ("called_off", "active")
    with pytest.raises(ValidationError):
        ask_handover(by=dev, pairing=fresh(asked.pairing), helper=asked.helper, words="", at=NOW)


def test_whoever_leaves_is_asked_nothing_more(ada: Person, asked: Handover) -> None:
    give_consent(by=ada, purpose=Consent.Purpose.MATCHING, at=NOW)
    end_pairing(by=ada, pairing=fresh(asked.pairing), look_again=True, at=NOW)
    assert fresh(asked).state == "called_off"
    assert fresh(asked.pairing.request).state == "waiting"


@pytest.mark.parametrize("who", ["ben", "cora", "dev", "eve"])
def test_only_the_member_says_yes_or_chooses(
    who: str, ada: Person, ben: Person, dev: Person, eve: Person, asked: Handover
) -> None:
    by = {"ben": ben, "cora": asked.helper.person, "dev": dev, "eve": eve}[who]
    with pytest.raises(PermissionDenied):
        agree_to_handover(by=by, handover=asked, parts=[], words="", at=NOW)
    with pytest.raises(PermissionDenied):
        refuse_handover(by=by, handover=asked, at=NOW)
    done = agree(asked, ada)
    with pytest.raises(PermissionDenied):
        choose_what_is_handed_on(by=by, handover=done, parts=["summary"], words="", at=NOW)


@pytest.mark.parametrize("who", ["ada", "ben", "cora", "eve"])
def test_only_coordinators_of_the_member_ask(
    who: str, ada: Person, ben: Person, eve: Person, pairing: Pairing, cora: Helper
) -> None:
    by = {"ada": ada, "ben": ben, "cora": cora.person, "eve": eve}[who]
    for verb in (ask_handover, hand_over_at_once):
        with pytest.raises(PermissionDenied):
            verb(by=by, pairing=pairing, helper=cora, words="", at=NOW)


def test_nobody_gives_a_member_to_themselves_and_nobody_is_asked_twice(
    dev: Person, pairing: Pairing, cora: Helper, asked: Handover
) -> None:
    for give in (ask_handover, hand_over_at_once):
        with pytest.raises(PermissionDenied):
            give(by=dev, pairing=pairing, helper=make_helper(dev), words="W", at=NOW)
        Helper.objects.filter(person=dev).delete()
    with pytest.raises(HasMovedOn, match="asked already"):
        ask_handover(by=dev, pairing=pairing, helper=cora, words="W", at=NOW)


def test_whoever_calls_it_off_is_not_told(ada: Person, ben: Person, dev: Person, asked: Handover) -> None:
    call_off_handover(by=dev, handover=asked, at=NOW)
    told = Notice.objects.filter(subject="Nobody else goes on after all").values_list("person", flat=True)
    assert set(told) == {ada.pk, ben.pk, asked.helper.person_id}


def test_what_was_reached_stays_where_it_was_reached(ada: Person, ben: Person, asked: Handover) -> None:
    before = asked.pairing
    facts = {"member": ada, "pairing": before, "proposed_at": NOW}
    reached = Goal.objects.create(words="The shop", state="reached", closed_at=NOW, **facts)
    open_still = Goal.objects.create(words="The library", state="active", **facts)
    done = agree(asked, ada, "goals")
    assert (fresh(reached).pairing, fresh(open_still).pairing) == (before, done.after)


def test_nothing_is_chosen_before_they_go_on(ada: Person, asked: Handover) -> None:
    with pytest.raises(HasMovedOn):
        choose_what_is_handed_on(by=ada, handover=asked, parts=(), words="W", at=NOW)
    assert fresh(asked).chosen_at is None
