"""Who sees that somebody reads, writes or is here: both must show it, and no block may stand between them."""

from collections.abc import Callable
from datetime import timedelta
from itertools import product

import pytest
from pytest_django import DjangoAssertNumQueries

from messaging import queries
from messaging.models import Conversation, Participant, Preferences, Presence
from messaging.operations import change_hours, change_preferences, close_conversation, mark_read, open_conversation
from people.models import Person
from safeguarding.models import Block
from tests.fixtures import NOW, make_person
from tests.messaging.conftest import Say

WHAT = ("shows_reading", "shows_typing", "shows_presence")


def shows(person: Person, what: str, *, yes: bool) -> None:
    change_preferences(by=person, **(dict.fromkeys(WHAT, True) | {what: yes}))


def is_here(*people: Person, seconds_ago: int = 5) -> None:
    for person in people:
        Presence.objects.update_or_create(person=person, defaults={"seen_at": NOW - timedelta(seconds=seconds_ago)})


def others_who_see_reading(person: Person, talk: Conversation) -> list[int]:
    return [other for other in queries.those_who_may_see_reading(person, talk) if other != person.pk]


def those_seen_here_by(person: Person, talk: Conversation) -> list[int]:
    return queries.who_is_here(person, NOW)


QUESTIONS: dict[str, Callable[[Person, Conversation], list[int]]] = {
    "shows_reading": others_who_see_reading,
    "shows_typing": queries.those_who_may_see_typing,
    "shows_presence": those_seen_here_by,
}


def test_who_has_said_nothing_shows_everything_and_has_no_hours(ada: Person) -> None:
    wishes = queries.preferences_of(ada)
    assert [getattr(wishes, what) for what in WHAT] == [True, True, True]
    assert (wishes.hours, wishes.away_until, Preferences.objects.count()) == ({}, None, 0)


def test_what_is_changed_is_kept_and_leaves_the_hours_alone(ada: Person) -> None:
    change_hours(by=ada, hours={}, away_until=NOW.date())
    change_preferences(by=ada, shows_reading=False, shows_typing=True, shows_presence=False)
    wishes = queries.preferences_of(ada)
    assert [getattr(wishes, what) for what in WHAT] == [False, True, False]
    assert wishes.away_until == NOW.date()


@pytest.mark.parametrize(("what", "mine", "theirs"), [*product(WHAT, (None, True, False), (None, True, False))])
def test_both_sides_must_show_it(
    what: str, mine: bool | None, theirs: bool | None, talk: Conversation, ada: Person, ben: Person
) -> None:
    is_here(ada, ben)
    for person, yes in ((ada, mine), (ben, theirs)):
        if yes is not None:
            shows(person, what, yes=yes)
    seen = mine is not False and theirs is not False
    question = QUESTIONS[what]
    assert (question(ada, talk), question(ben, talk)) == (([ben.pk], [ada.pk]) if seen else ([], []))


@pytest.mark.parametrize("what", WHAT)
def test_each_wish_is_about_one_thing(what: str, talk: Conversation, ada: Person, ben: Person) -> None:
    is_here(ada, ben)
    shows(ada, what, yes=False)
    assert {name: question(ben, talk) for name, question in QUESTIONS.items()} == {
        name: [] if name == what else [ada.pk] for name in WHAT
    }


@pytest.mark.parametrize("what", WHAT)
@pytest.mark.parametrize("blocked_by", ["ada", "ben"])
def test_a_block_hides_both_from_each_other(
    what: str, blocked_by: str, talk: Conversation, ada: Person, ben: Person
) -> None:
    is_here(ada, ben)
    by, person = (ada, ben) if blocked_by == "ada" else (ben, ada)
    Block.objects.create(by=by, person=person, began_at=NOW)
    question = QUESTIONS[what]
    assert (question(ada, talk), question(ben, talk)) == ([], [])


@pytest.mark.parametrize("what", WHAT)
@pytest.mark.parametrize("gone", [{"left_at": NOW}, {"joined_at": None, "invited_at": NOW}])
def test_who_is_not_there_neither_sees_nor_is_seen(
    what: str, gone: dict[str, object], talk: Conversation, ada: Person, ben: Person
) -> None:
    is_here(ada, ben)
    Participant.objects.filter(person=ada).update(**gone)
    question = QUESTIONS[what]
    assert (question(ada, talk), question(ben, talk)) == ([], [])


def test_one_person_hiding_does_not_hide_the_others(ada: Person, ben: Person, dev: Person) -> None:
    group = open_conversation(people=[ada, ben, dev], at=NOW)
    shows(ben, "shows_reading", yes=False)
    assert queries.those_who_may_see_reading(ada, group) == [ada.pk, dev.pk]
    assert queries.those_who_may_see_reading(ben, group) == [ben.pk]


def test_ones_own_devices_always_hear_what_one_has_read(talk: Conversation, ada: Person) -> None:
    shows(ada, "shows_reading", yes=False)
    assert queries.those_who_may_see_reading(ada, talk) == [ada.pk]


def test_read_marks_are_of_the_others_who_show_them(talk: Conversation, say: Say, ada: Person, ben: Person) -> None:
    say(ada)
    say(ada)
    talk.refresh_from_db()
    mark_read(by=ben, conversation=talk, seq=1)
    mark_read(by=ada, conversation=talk, seq=2)
    assert (queries.read_by(talk, ada), queries.read_by(talk, ben)) == ({ben.pk: 1}, {ada.pk: 2})
    shows(ada, "shows_reading", yes=False)
    assert (queries.read_by(talk, ada), queries.read_by(talk, ben)) == ({}, {})


@pytest.mark.parametrize(("seconds", "here"), [(0, True), (59, True), (60, False), (3600, False)])
def test_somebody_is_here_for_a_minute(
    seconds: int, *, here: bool, talk: Conversation, ada: Person, ben: Person
) -> None:
    is_here(ben, seconds_ago=seconds)
    assert queries.who_is_here(ada, NOW) == ([ben.pk] if here else [])


def test_only_those_one_talks_with_are_here(talk: Conversation, ada: Person, ben: Person, eve: Person) -> None:
    is_here(ben, eve)
    assert queries.who_is_here(ada, NOW) == [ben.pk]
    close_conversation(conversation=talk, at=NOW)
    assert queries.who_is_here(ada, NOW) == []


@pytest.mark.parametrize("rows", [1, 3])
def test_who_is_here_takes_the_same_queries_for_everybody(
    rows: int, ada: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    others = [make_person(f"Other{number}") for number in range(rows)]
    for other in others:
        open_conversation(people=[ada, other], at=NOW)
    is_here(ada, *others)
    with django_assert_num_queries(3):
        here = queries.who_is_here_to([ada.pk, *(one.pk for one in others)], NOW)
    assert here == {ada.pk: [one.pk for one in others]} | {one.pk: [ada.pk] for one in others}
