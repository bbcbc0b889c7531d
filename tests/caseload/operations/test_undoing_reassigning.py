"""A caseload that went on with others goes on as before, for as long as nothing was said or done."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from caseload.models import BulkAction, Handover
from caseload.operations import choose_what_is_handed_on, plan_cover, reassign, undo_for_many, write_note
from caseload.operations.handing_over import take_back_at_once
from caseload.queries.bulk import undoing_of
from matching.models import Helper, Pairing
from matching.operations import end_pairing, pause_help
from messaging.models import Message, Notice
from messaging.operations import MayNotPost, post_message
from messaging.rules import may_post
from people.errors import HasMovedOn
from people.models import Area, Person, Role, Topic
from safeguarding.operations import block
from support.models import LookBack
from support.operations import agree_to_budget, begin_block, check_in, enter_spending, propose_budget, propose_goal
from support.queries import budgets_of
from tests.caseload.conftest import cover_facts
from tests.caseload.making import make_helper, make_request, pair
from tests.fixtures import NOW, make_person
from tests.matching.making import at_once, fresh
from tests.matching.test_at_once import during, told
from tests.support.making import proposed_agreement
from tests.support.meeting import MONDAY, booked, on

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def action(pairing: Pairing, cora: Helper, dev: Person) -> BulkAction:
    """Ben is gone, and Cora goes on with Ada."""
    return moved(pairing, cora, dev)


def moved(pairing: Pairing, helper: Helper, dev: Person) -> BulkAction:
    found = reassign(by=dev, going=[(fresh(pairing), helper)], words="Ben is ill.", at=NOW)
    assert found.action is not None
    return found.action


def after(action: BulkAction) -> Pairing:
    change = action.changes.get()
    assert change.after is not None
    return Pairing.objects.get(pk=change.after["pairing"])


def undo(action: BulkAction, dev: Person) -> str:
    [one] = undo_for_many(by=dev, action=fresh(action), at=LATER)
    return str(one.change.outcome)


def sees(carer: Person, person: Person) -> bool:
    return bool(Person.objects.visible_to(carer).filter(pk=person.pk).exists())


def test_the_two_go_on_in_their_conversation_as_if_nobody_had_come(
    ada: Person, ben: Person, dev: Person, pairing: Pairing, cora: Helper, action: BulkAction
) -> None:
    between = after(action)
    assert undo(action, dev) == "undone"
    now = fresh(pairing)
    assert (now.state, now.ended_at, now.ended_by, now.conversation.closed_at) == ("active", None, None, None)
    assert (fresh(between).state, fresh(between).conversation.closed_at) == ("taken_back", LATER)
    assert (fresh(pairing.helper).places_taken, fresh(cora).places_taken) == (1, 0)
    assert (sees(ben, ada), sees(cora.person, ada)) == (True, False)
    assert (may_post(ben, now.conversation), may_post(cora.person, fresh(between).conversation)) == (True, False)
    assert fresh(pairing.request).state == "paired"
    assert Handover.objects.get().state == "taken_back"
    assert not LookBack.objects.exists()
    for person, subject in ((ada, "You go on as before"), (ben, "You go on as before")):
        assert Notice.objects.filter(person=person).latest("pk").subject == subject
    assert Notice.objects.filter(person=cora.person).latest("pk").subject == "You are not alongside somebody after all"
    assert fresh(action.changes.get()).outcome == "undone"


def test_it_can_be_done_again_and_undone_again(dev: Person, pairing: Pairing, cora: Helper, action: BulkAction) -> None:
    for _ in range(2):
        undo(action, dev)
        action = moved(pairing, cora, dev)
    assert [one.state for one in Handover.objects.order_by("pk")] == ["taken_back", "taken_back", "done"]
    assert fresh(cora).places_taken == 1


def test_hours_and_money_go_back_with_the_member(
    ada: Person, ben: Person, dev: Person, pairing: Pairing, cora: Helper
) -> None:
    begin_block(by=ben, pairing=pairing, title="Tuition", minutes=600, at=NOW)
    made = propose_budget(by=ada, pairing=pairing, purpose="A bicycle", plan="P", pence=100, at=NOW)
    action = moved(pairing, cora, dev)
    assert list(budgets_of(after(action))) == [made]
    undo(action, dev)
    assert list(budgets_of(pairing)) == [made]
    assert pairing.session_blocks.count() == 1


Doing = Callable[[Pairing, Person, Person, Helper], object]
DONE: dict[str, Doing] = {
    "a message": lambda new, ada, dev, cora: post_message(
        by=cora.person, conversation=new.conversation, client_id=uuid4(), body="Hello", at=LATER
    ),
    "an agreement": lambda new, ada, dev, cora: proposed_agreement(ada, new),
    "a goal": lambda new, ada, dev, cora: propose_goal(
        by=ada, pairing=new, words="Sleep", sign="", shown_as="words", at=LATER
    ),
    "an appointment": lambda new, ada, dev, cora: booked(new, on(MONDAY, 9)),
    "a budget": lambda new, ada, dev, cora: propose_budget(
        by=ada, pairing=new, purpose="P", plan="P", pence=1, at=LATER
    ),
    "a block": lambda new, ada, dev, cora: begin_block(by=cora.person, pairing=new, title="T", minutes=60, at=LATER),
    "a check-in": lambda new, ada, dev, cora: check_in(
        by=ada, pairing=new, confidence=4, wellbeing=4, wish="", words="", at=LATER
    ),
    "a note": lambda new, ada, dev, cora: write_note(
        by=cora.person, about=ada, visibility="mine", body="Hello", at=LATER
    ),
    "what is handed on": lambda new, ada, dev, cora: choose_what_is_handed_on(
        by=ada, handover=Handover.objects.get(), parts=[], words="", at=LATER
    ),
    "a cover": lambda new, ada, dev, cora: plan_cover(
        by=dev, pairing=new, facts=cover_facts(make_helper(make_person("Olu", area=ada.area))), at=NOW
    ),
}


@pytest.mark.parametrize("what", DONE)
def test_what_has_begun_goes_on(
    what: str, ada: Person, dev: Person, cora: Helper, pairing: Pairing, action: BulkAction
) -> None:
    new = after(action)
    assert [one.can_be_undone for one in undoing_of(action, by=dev)] == [True]
    DONE[what](new, ada, dev, cora)
    [row] = undoing_of(action, by=dev)
    assert (row.can_be_undone, row.now.words) == (False, "Cora, and something was said or done")
    assert undo(action, dev) == "moved_on"
    assert (fresh(new).state, fresh(pairing).state, fresh(new).conversation.closed_at) == ("active", "ended", None)


def test_money_spent_with_the_other_is_something_done(ada: Person, dev: Person, pairing: Pairing, cora: Helper) -> None:
    made = propose_budget(by=ada, pairing=pairing, purpose="P", plan="P", pence=100, at=NOW)
    agree_to_budget(by=dev, budget=made, pence=100, approves_itself_up_to=100, at=NOW)
    action = moved(pairing, cora, dev)
    enter_spending(by=ada, budget=fresh(made), words="W", pence=1, on=NOW.date(), receipts=[], at=NOW)
    assert undo(action, dev) == "moved_on"


def test_who_paused_meanwhile_keeps_them_and_who_has_given_the_place_away_does_not(
    dev: Person, ben: Person, pairing: Pairing, action: BulkAction, cora: Helper, anxiety: Topic, north: Area
) -> None:
    pause_help(by=ben, helper=fresh(pairing.helper), at=NOW)
    assert undo(action, dev) == "undone"
    again = moved(pairing, cora, dev)
    Helper.objects.filter(pk=pairing.helper_id).update(state="active", capacity=1)
    asha = make_person("Asha", Role.Kind.MEMBER, area=north, age_group="26_64")
    pair(make_request(asha, anxiety, state="paired"), pairing.helper)
    Helper.objects.filter(pk=pairing.helper_id).update(places_taken=1)
    assert undo(again, dev) == "moved_on"
    assert fresh(after(again)).state == "active"


def test_nobody_goes_back_to_whom_they_have_blocked(
    ada: Person, ben: Person, dev: Person, pairing: Pairing, action: BulkAction
) -> None:
    block(by=ada, person=ben, known_as="Ben", at=NOW)
    assert undo(action, dev) == "moved_on"
    assert fresh(pairing).state == "ended"


def test_who_has_ended_it_meanwhile_is_left_alone(ada: Person, dev: Person, action: BulkAction) -> None:
    end_pairing(by=ada, pairing=after(action), look_again=True, at=NOW)
    assert undo(action, dev) == "moved_on"


def test_only_who_arranges_it_and_only_once(
    ada: Person, ben: Person, dev: Person, eve: Person, action: BulkAction
) -> None:
    for person in (ada, ben, eve):
        with pytest.raises(PermissionDenied):
            undo_for_many(by=person, action=action, at=LATER)
        with pytest.raises(PermissionDenied):
            take_back_at_once(by=person, handover=Handover.objects.get(), at=LATER)
    undo(action, dev)
    with pytest.raises(HasMovedOn):
        undo(action, dev)


def test_where_nobody_goes_on_there_is_nothing_to_undo(dev: Person, pairing: Pairing, cora: Helper) -> None:
    Helper.objects.filter(pk=cora.pk).update(capacity=0)
    found = reassign(by=dev, going=[(fresh(pairing), cora)], words="", at=NOW)
    assert (found.action, len(found.stay)) == (None, 1)
    assert not BulkAction.objects.exists()


@pytest.mark.servers
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_whoever_writes_while_it_is_undone_is_heard_or_told(
    ada: Person, dev: Person, pairing: Pairing, cora: Helper
) -> None:
    """Either the word stands and so does the pairing, or neither does."""

    def write(new: Pairing) -> None:
        with suppress(MayNotPost):
            post_message(by=cora.person, conversation=new.conversation, client_id=uuid4(), body="Hello", at=NOW)

    action = moved(pairing, cora, dev)
    during(partial(undo, action, dev), partial(write, after(action)))
    assert (Message.objects.count(), fresh(pairing).state) == (0, "active")
    action = moved(pairing, cora, dev)
    new = after(action)
    during(partial(write, new), partial(undo, action, dev))
    assert (Message.objects.count(), fresh(pairing).state, fresh(new).state) == (1, "ended", "active")


@pytest.mark.servers
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_many_who_undo_it_and_one_who_moves_them_on_nobody_is_lost(
    dev: Person, pairing: Pairing, cora: Helper, north: Area, anxiety: Topic
) -> None:
    lou = make_person("Lou", Role.Kind.COORDINATOR)
    olu = make_helper(make_person("Olu", Role.Kind.ADVISER, area=north, age_group="26_64"), anxiety, capacity=1)
    for _ in range(10):
        action = moved(pairing, fresh(cora), dev)
        again = partial(reassign, by=lou, going=[(fresh(after(action)), fresh(olu))], words="", at=NOW)
        undoing = [told(partial(undo_for_many, by=by, action=fresh(action), at=NOW)) for by in (dev, lou) * 4]
        ends = at_once([*undoing, told(again)])
        assert ends[:-1].count("done") == 1
        [now] = Pairing.objects.active()
        taken = {str(helper): helper.places_taken for helper in Helper.objects.all()}
        assert taken == {"Ben": 0, "Cora": 0, "Olu": 0} | {str(now.helper): 1}
        if now.helper != pairing.helper:
            reassign(by=dev, going=[(fresh(now), fresh(pairing.helper))], words="", at=NOW)
            pairing = Pairing.objects.active().get()


def test_of_nobody_there_is_nothing_to_undo(dev: Person) -> None:
    """A quicker coordinator has moved all of them."""
    found = reassign(by=dev, going=[], words="Ben is ill.", at=NOW)
    assert (found.action, found.done, found.stay) == (None, [], [])
    assert not BulkAction.objects.exists()
