"""Asks and offers: safe by default, one yes however many press, each step for the two whom it concerns."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from messaging.models import Notice
from networks.models import Ask, Membership, Network, Post, Thread
from networks.operations import (
    HasNoPart,
    MayNotPost,
    ask_or_offer,
    finish_ask,
    leave,
    open_again,
    say_yes,
    withdraw_ask,
)
from networks.queries import asks_for
from people.errors import HasMovedOn
from people.models import Person
from safeguarding.models import Concern
from safeguarding.operations import block
from tests.fixtures import NOW, make_person
from tests.networks.conftest import enter

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def robin(cleo: Person, carers: Network) -> Membership:
    """Cleo in the carers' network."""
    return enter(cleo, carers, "Robin")


@pytest.fixture
def tuesday(heron: Membership) -> Ask:
    """Ada asks for company."""
    return put_up(heron)


def put_up(by: Membership, kind: str = Ask.Kind.ASK, **facts: Any) -> Ask:
    said: dict[str, Any] = {
        "title": "Tuesday",
        "body": "Can someone come with me?",
        "client_id": uuid4(),
        "at": NOW,
    } | facts
    return ask_or_offer(by=by.person, network=by.network, kind=kind, **said)


def yes(by: Person, ask: Ask, **facts: Any) -> Ask:
    said: dict[str, Any] = {"words": "I can.", "client_id": uuid4(), "at": NOW} | facts
    return say_yes(by=by, ask=ask, **said)


def finish(by: Person, ask: Ask, thanks: str = "", client_id: UUID | None = None) -> None:
    finish_ask(by=by, ask=ask, at=LATER, client_id=client_id or uuid4(), thanks=thanks)


def state(ask: Ask) -> tuple[str, str]:
    ask = Ask.objects.get(pk=ask.pk)
    return ask.state, ask.taken_by.chosen_name if ask.taken_by else ""


def subjects(person: Person) -> list[str]:
    return [one.subject for one in Notice.objects.filter(person=person)]


# -- Putting up


def test_an_ask_has_a_thread_with_its_words(tuesday: Ask) -> None:
    thread = tuesday.thread
    assert (thread.kind, thread.title, thread.posts.get().body) == ("ask", "Tuesday", "Can someone come with me?")
    assert (tuesday.state, tuesday.way, tuesday.where, tuesday.needed_by) == ("open", "here", "", None)


def test_its_place_is_looked_at_like_its_words(heron: Membership) -> None:
    assert put_up(heron, way="public_place", where="Library").thread.calls_for_help is False
    assert put_up(heron, way="public_place", where="I want to die, library").thread.calls_for_help is True
    assert put_up(heron, body="I want to die.").thread.calls_for_help is True
    assert Concern.objects.get().evidence_text.endswith("I want to die, library")


def test_pressing_twice_puts_up_one(heron: Membership) -> None:
    same = uuid4()
    assert put_up(heron, client_id=same).pk == put_up(heron, client_id=same).pk
    assert Thread.objects.count() == 1


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"body": "Ring me on 07700 900123"}, "body"),
        ({"title": "Write to ada@example.org"}, "body"),
        ({"body": "I live at 14 Church Street"}, "body"),
        ({"way": "public_place", "where": "Library, ring 07700 900123"}, "where"),
        ({"way": "public_place"}, "where"),
        ({"needed_by": NOW - timedelta(seconds=1)}, "__all__"),
    ],
)
def test_what_is_not_put_up(heron: Membership, facts: dict[str, Any], field: str) -> None:
    with pytest.raises(ValidationError) as refused:
        put_up(heron, **facts)
    error = refused.value
    assert (next(iter(error.message_dict)) if hasattr(error, "error_dict") else "__all__") == field
    assert not Thread.objects.exists()


@pytest.mark.parametrize(
    ("facts", "where"),
    [
        ({"way": "public_place", "where": "The café, 12 High Street"}, "The café, 12 High Street"),
        # What stands in a field that does not count is not kept.
        ({"way": "video", "where": "My flat"}, ""),
        ({"needed_by": NOW}, ""),
    ],
)
def test_what_is_put_up(heron: Membership, facts: dict[str, Any], where: str) -> None:
    assert put_up(heron, **facts).where == where


@pytest.mark.parametrize(("way", "allowed"), [("here", True), ("public_place", False), ("video", False)])
def test_people_under_18_help_each_other_in_writing(finn: Person, young: Network, way: str, allowed: bool) -> None:
    swift = enter(finn, young, "Swift")
    if allowed:
        assert put_up(swift, way=way, where="The library").way == "here"
    else:
        with pytest.raises(ValidationError):
            put_up(swift, way=way, where="The library")


# -- Saying yes


def test_the_first_yes_takes_it_and_begins_a_private_thread(
    ada: Person, ben: Person, cleo: Person, wren: Membership, robin: Membership, tuesday: Ask
) -> None:
    taken = yes(ben, tuesday)

    assert state(tuesday) == ("taken", "Wren")
    assert taken.talk is not None
    assert (taken.talk.kind, taken.talk.posts.get().body) == ("private", "I can.")
    assert sorted(one.membership.chosen_name for one in taken.talk.places.all()) == ["Heron", "Wren"]
    assert subjects(ada) == ["Somebody wrote to you in a network"]
    assert subjects(ben) == ["You said yes in a network"]
    with pytest.raises(HasMovedOn, match=r"^Somebody was quicker: Wren is helping\.$"):
        yes(cleo, tuesday)
    assert Thread.objects.filter(kind="private").count() == 1
    assert yes(ben, tuesday).talk == taken.talk


def test_who_was_quicker_is_not_named_where_there_is_a_block(
    ben: Person, cleo: Person, wren: Membership, robin: Membership, tuesday: Ask
) -> None:
    yes(ben, tuesday)
    block(by=ben, person=cleo, known_as="Robin", at=NOW)
    with pytest.raises(HasMovedOn) as told:
        yes(cleo, tuesday)
    assert told.value.words == "Somebody was quicker, and has said yes."


def test_to_ones_own_nobody_says_yes(ada: Person, tuesday: Ask) -> None:
    with pytest.raises(HasNoPart):
        yes(ada, tuesday)


def test_a_block_and_age_keep_people_apart(
    ada: Person, ben: Person, wren: Membership, tuesday: Ask, finn: Person, young: Network
) -> None:
    block(by=ada, person=ben, known_as="Wren", at=NOW)
    with pytest.raises(MayNotPost):
        yes(ben, tuesday)
    assert state(tuesday) == ("open", "")
    # A grown-up host, who is there for themselves, begins no private thread with somebody under 18.
    host = enter(make_person("Hal", age_group="26_64"), young, "Owl", is_host=True)
    asked = put_up(enter(finn, young, "Swift"))
    with pytest.raises(MayNotPost):
        yes(host.person, asked)
    assert state(asked) == ("open", "")


@pytest.mark.parametrize(
    ("facts", "may"),
    [
        ({}, True),
        ({"standing": "waiting"}, False),
        ({"standing": "held"}, False),
        ({"standing": "hidden"}, False),
        ({"standing": "withdrawn"}, False),
        ({"closed_at": NOW}, False),
    ],
)
def test_only_what_everybody_sees_is_taken(
    ben: Person, wren: Membership, tuesday: Ask, facts: dict[str, Any], may: bool
) -> None:
    Thread.objects.filter(pk=tuesday.thread_id).update(**facts)
    if may:
        yes(ben, tuesday)
    else:
        with pytest.raises(HasMovedOn):
            yes(ben, tuesday)
    assert state(tuesday)[0] == ("taken" if may else "open")


@pytest.mark.parametrize(("seconds", "may"), [(0, True), (1, False)])
def test_after_its_time_it_is_not_taken(
    heron: Membership, ben: Person, wren: Membership, seconds: int, may: bool
) -> None:
    ask = put_up(heron, needed_by=LATER)
    at = LATER + timedelta(seconds=seconds)
    if may:
        yes(ben, ask, at=at)
    else:
        with pytest.raises(HasMovedOn, match="has passed"):
            yes(ben, ask, at=at)


# -- What comes after


def test_stepping_back_and_another_helps(
    ada: Person, ben: Person, cleo: Person, wren: Membership, robin: Membership, tuesday: Ask
) -> None:
    yes(ben, tuesday)
    for _ in range(2):
        open_again(by=ben, ask=tuesday, at=LATER)
    assert state(tuesday) == ("open", "")
    assert subjects(ada)[1:] == ["Something you arranged is open again"]
    yes(cleo, tuesday)
    # An old page of Ben's does not let go what is Cleo's now.
    with pytest.raises(HasNoPart):
        open_again(by=ben, ask=tuesday, at=LATER)
    open_again(by=ada, ask=tuesday, at=LATER)
    assert state(tuesday) == ("open", "")
    assert subjects(cleo)[1:] == ["Something you arranged is open again"]


@pytest.mark.parametrize(("kind", "thanker"), [("ask", "Ada"), ("offer", "Ben")])
def test_done_with_thanks_of_whoever_was_helped(
    ada: Person, ben: Person, heron: Membership, wren: Membership, kind: str, thanker: str
) -> None:
    ask = put_up(heron, kind)
    yes(ben, ask)
    people = {"Ada": ada, "Ben": ben}
    helped, helper = people.pop(thanker), people.popitem()[1]

    with pytest.raises(HasNoPart):
        finish(helper, ask, "Thank me.")
    with pytest.raises(ValidationError):
        finish(helped, ask, "Thanks, ring me on 07700 900123")
    assert state(ask)[0] == "taken"
    finish(helped, ask, "You were so kind.")
    finish(helped, ask, "Once more.")

    assert state(ask)[0] == "done"
    assert subjects(helper)[-1:] == ["Thank you"]
    assert [one.body for one in Post.objects.filter(thread=ask.thread)][1:] == ["You were so kind."]
    assert [vars(one)["thanks"] for one in asks_for(ada)] == ["You were so kind."]


def test_thanks_that_a_moderator_keeps_back_are_not_shown(
    ada: Person, ben: Person, wren: Membership, tuesday: Ask
) -> None:
    yes(ben, tuesday)
    finish(ada, tuesday, "Thank you.")
    Post.objects.filter(seq=2).update(state="held")
    assert [vars(one)["thanks"] for one in asks_for(ben)] == [""]


@pytest.mark.parametrize("who", ["Ada", "Ben"])
def test_either_side_says_that_it_is_done(ada: Person, ben: Person, wren: Membership, tuesday: Ask, who: str) -> None:
    yes(ben, tuesday)
    people = {"Ada": ada, "Ben": ben}
    one, other = people.pop(who), people.popitem()[1]
    for _ in range(2):
        finish(one, tuesday)
    assert state(tuesday) == ("done", "Wren")
    assert subjects(other)[-1:] == ["Something you arranged is done"]
    with pytest.raises(HasMovedOn):
        open_again(by=ada, ask=tuesday, at=LATER)


def test_taking_it_back(ada: Person, ben: Person, wren: Membership, tuesday: Ask) -> None:
    yes(ben, tuesday)
    with pytest.raises(HasNoPart):
        withdraw_ask(by=ben, ask=tuesday, at=LATER)
    for _ in range(2):
        withdraw_ask(by=ada, ask=tuesday, at=LATER)
    assert state(tuesday)[0] == "withdrawn"
    assert subjects(ben)[1:] == ["Something you arranged was taken back"]


@pytest.mark.parametrize("act", ["open_again", "finish", "withdraw"])
def test_who_has_no_part_does_nothing(
    ben: Person, cleo: Person, wren: Membership, robin: Membership, tuesday: Ask, act: str
) -> None:
    yes(ben, tuesday)
    acts: dict[str, Callable[[], None]] = {
        "open_again": lambda: open_again(by=cleo, ask=tuesday, at=LATER),
        "finish": lambda: finish(cleo, tuesday),
        "withdraw": lambda: withdraw_ask(by=cleo, ask=tuesday, at=LATER),
    }
    with pytest.raises(HasNoPart):
        acts[act]()
    assert state(tuesday) == ("taken", "Wren")


def test_leaving_lets_go(ada: Person, ben: Person, heron: Membership, wren: Membership, tuesday: Ask) -> None:
    yes(ben, tuesday)
    own, done = put_up(wren), put_up(heron)
    yes(ben, done)
    finish(ben, done)

    leave(by=ben, network=wren.network, at=LATER)

    assert (state(tuesday), state(own)[0], state(done)) == (("open", ""), "withdrawn", ("done", "Wren"))
    assert subjects(ada)[-1] == "Something you arranged is open again"


# -- Many at once


@pytest.mark.servers
@pytest.mark.django_db(transaction=True)
def test_of_sixteen_who_say_yes_at_once_one_does(heron: Membership) -> None:
    """A thousand asks, sixteen helpers in front of each of them at the same moment."""
    helpers = [enter(make_person(f"H{n}", age_group="26_64"), heron.network, f"Helper {n}") for n in range(16)]
    asks = [put_up(heron, title=f"Ask {n}") for n in range(1000)]
    start = Barrier(16)

    def press_all(me: Membership) -> Counter[str]:
        ended: Counter[str] = Counter()
        try:
            for ask in asks:
                start.wait(timeout=120)
                try:
                    yes(me.person, ask)
                    ended["yes"] += 1
                except HasMovedOn as told:
                    ended[told.words.split(" is ")[0].rstrip("0123456789")] += 1
        finally:
            connection.close()
        return ended

    with ThreadPoolExecutor(16) as threads:
        total = sum(threads.map(press_all, helpers), Counter())

    assert total == {"yes": 1000, "Somebody was quicker: Helper ": 15_000}
    taken = Ask.objects.filter(state="taken").exclude(taken_by=None)
    assert taken.values("talk").distinct().count() == 1000
    assert Thread.objects.filter(kind="private").count() == 1000


@pytest.mark.servers
@pytest.mark.django_db(transaction=True)
def test_two_who_help_each_other_at_once_do_not_wait_for_each_other(heron: Membership, wren: Membership) -> None:
    start = Barrier(2)

    def press(by: Membership, ask: Ask) -> None:
        try:
            start.wait(timeout=20)
            yes(by.person, ask)
        finally:
            connection.close()

    for _ in range(30):
        pairs = [(heron, put_up(wren)), (wren, put_up(heron))]
        with ThreadPoolExecutor(2) as threads:
            list(threads.map(press, *zip(*pairs, strict=True)))
        assert [state(ask)[0] for _, ask in pairs] == ["taken", "taken"]
