"""Sixteen people move caseloads and undo it at the same moment: nobody over capacity, no member with two or none."""

import random
from collections import Counter
from collections.abc import Callable
from functools import partial

import pytest

from caseload.models import BulkAction, BulkChange, Handover
from caseload.operations import agree_to_handover, ask_handover, hand_over_at_once, reassign, undo_for_many
from matching.models import Helper, Pairing
from people.models import Area, Person, Role, Topic
from support.models import Budget, SessionBlock
from support.operations import begin_block, propose_budget
from tests.caseload.making import make_helper, make_request, pair
from tests.fixtures import NOW, make_person
from tests.matching.making import at_once, fresh
from tests.matching.test_at_once import books_that_disagree, told

pytestmark = [pytest.mark.servers, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

THREADS, TRIES = 16, 1000
MEMBERS, HELPERS, CAPACITY = 20, 8, 3


def make_everybody(area: Area, topic: Topic) -> None:
    """Twenty members with somebody alongside each, and four places in all that are free."""
    helpers = [
        make_helper(make_person(f"Ben{number}", Role.Kind.ADVISER, area=area), topic, capacity=CAPACITY)
        for number in range(HELPERS)
    ]
    for number in range(MEMBERS):
        helper = helpers[number % HELPERS]
        member = make_person(f"Ada{number}", Role.Kind.MEMBER, area=area, age_group="26_64")
        pairing = pair(make_request(member, topic, state="paired", days=0), helper, days=0)
        begin_block(by=helper.person, pairing=pairing, title="Tuition", minutes=600, at=NOW)
        propose_budget(by=member, pairing=pairing, purpose="A bicycle", plan="Parts", pence=1000, at=NOW)
        helper.places_taken += 1
        helper.save()


def presses(dice: random.Random, coordinators: list[Person]) -> list[Callable[[], object]]:
    """What each would do now, with the rows as their page had shown them: most about the same few helpers."""
    pairings = list(Pairing.objects.active().select_related("request__person", "helper__person", "conversation"))
    helpers = list(Helper.objects.select_related("person"))
    wanted = dice.sample(helpers, 2)
    found: list[Callable[[], object]] = []
    for number in range(THREADS):
        by, pairing, helper = dice.choice(coordinators), fresh(dice.choice(pairings)), fresh(dice.choice(wanted))
        if number < 4:
            # The same caseload, by several at once.
            going = [(fresh(each), fresh(dice.choice(helpers))) for each in pairings if each.helper == wanted[0]]
            found.append(partial(reassign, by=by, going=going, words="", at=NOW))
        elif number < 6 and not Handover.objects.asked().filter(pairing=pairing).exists() and helper != pairing.helper:
            asked = ask_handover(by=by, pairing=pairing, helper=helper, words="", at=NOW)
            member = pairing.request.person
            agree = partial(agree_to_handover, by=member, handover=fresh(asked), parts=[], words="", at=NOW)
            found.append(agree)
        elif number < 9 and (done := BulkAction.objects.filter(undone_at=None).order_by("-pk").first()):
            found.append(partial(undo_for_many, by=coordinators[-1], action=done, at=NOW))
        else:
            found.append(partial(hand_over_at_once, by=by, pairing=pairing, helper=helper, words="", at=NOW))
    return found


def tries_in(press: Callable[[], object]) -> int:
    """How many members it is about."""
    assert isinstance(press, partial)
    going, action = press.keywords.get("going", ()), press.keywords.get("action")
    return len(going) or (action.changes.count() if action else 1)


def left_behind() -> list[object]:
    """Hours and money that are not where the member is now."""
    return [
        *SessionBlock.objects.exclude(pairing__state=Pairing.State.ACTIVE),
        *Budget.objects.exclude(pairing__state=Pairing.State.ACTIVE),
    ]


def test_a_thousand_tries_leave_the_books_in_agreement(dev: Person, north: Area, anxiety: Topic) -> None:
    make_everybody(north, anxiety)
    lou = make_person("Lou", Role.Kind.COORDINATOR)
    dice, ended, tries = random.Random(20261130), Counter[str](), 0
    while tries < TRIES:
        now = presses(dice, [dev, lou])
        tries += sum(map(tries_in, now))
        ended.update(at_once([told(press) for press in now]))
        assert books_that_disagree() == {}, f"after {tries} tries"
        assert Pairing.objects.active().count() == MEMBERS
        assert left_behind() == []
    assert (SessionBlock.objects.count(), Budget.objects.count()) == (MEMBERS, MEMBERS)
    assert BulkChange.objects.filter(outcome="undone").exists()
    assert set(ended) == {"done", "told"}
    # Each handover has moved exactly one member, once.
    assert Handover.objects.filter(state="done").count() == Pairing.objects.exclude(follows=None).count()
