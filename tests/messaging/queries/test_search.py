"""Searching one's own conversations, on both databases."""

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from messaging.finding import AROUND, BEFORE
from messaging.models import Conversation
from messaging.operations import (
    accept_invitation,
    close_conversation,
    edit_message,
    invite,
    leave_conversation,
    open_conversation,
    withdraw_message,
)
from messaging.queries import found_by
from messaging.queries.search import FOUND_A_PAGE
from people.models import Person, Role
from people.operations import assign
from safeguarding.models import Block
from tests.fixtures import NOW
from tests.messaging.conftest import Say

ON_POSTGRESQL = connection.vendor == "postgresql"


def bodies(viewer: Person, words: str) -> list[str]:
    return [one.message.body for one in found_by(viewer, words)]


def marked(viewer: Person, words: str) -> str:
    """What is shown of the one message found, with what is marked in square brackets."""
    (found,) = found_by(viewer, words)
    return "".join(f"[{part.words}]" if part.is_marked else part.words for part in found.parts)


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("clinic", True),
        ("CLINIC", True),
        ("thursday clinic", True),
        ('"clinic on Thursday"', True),
        ("zürich", True),
        ("ZÜRICH", True),
        ("Ängste", True),
        ("Żółć", True),
        ("żółć", True),
        ("clinic friday", False),
        ("hospital", False),
        ("100%", True),
        ("50%", False),
    ],
)
def test_what_has_every_word_is_found_in_whatever_case(words: str, is_found: bool, say: Say, ada: Person) -> None:
    said = "The Clinic on Thursday, not in Zürich. Żółć and ängste, 100% so."
    say(ada, said)
    assert bodies(ada, words) == ([said] if is_found else [])


@pytest.mark.skipif(not ON_POSTGRESQL, reason="SQLite looks for words as they stand")
def test_postgresql_knows_the_forms_of_a_word_and_what_binds_words_together(say: Say, ada: Person) -> None:
    for words in ("I was sleeping badly", "Sleep is worse since May", "The pain is worse"):
        say(ada, words)
    assert bodies(ada, "sleeps") == ["Sleep is worse since May", "I was sleeping badly"]
    assert bodies(ada, "worse -pain") == ["Sleep is worse since May"]
    assert bodies(ada, "badly or pain") == ["The pain is worse", "I was sleeping badly"]
    assert bodies(ada, '"pain worse"') == []
    assert marked(ada, "sleeping badly") == "I was [sleeping] [badly]"


@pytest.mark.parametrize("name", ["Will", "The", "will"])
def test_a_word_that_the_rules_of_english_pass_over_is_found_as_it_stands(name: str, say: Say, ada: Person) -> None:
    say(ada, f"I met {name} today")
    say(ada, "Nobody came")
    assert bodies(ada, name) == [f"I met {name} today"]
    assert marked(ada, name) == f"I met [{name}] today"


def test_the_latest_comes_first_and_in_pages(talk: Conversation, say: Say, ada: Person, ben: Person) -> None:
    for number in range(FOUND_A_PAGE + 2):
        say((ada, ben)[number % 2], f"Walk {number}", at=NOW.replace(minute=number))
    first, second = found_by(ben, "walk", 1), found_by(ben, "walk", 2)
    numbers = [int(one.message.body.split()[1]) for one in [*first, *second]]
    assert numbers == list(range(FOUND_A_PAGE + 1, -1, -1))
    assert (first.paginator.count, first.has_next(), second.has_next()) == (FOUND_A_PAGE + 2, True, False)


def test_only_what_the_viewer_may_see_is_found(
    talk: Conversation, group: Conversation, say: Say, ada: Person, ben: Person, dev: Person, eve: Person, ines: Person
) -> None:
    assign(carer=dev, person=ada, kind=Role.Kind.COORDINATOR, at=NOW)
    say(ada, "secret one", at=NOW)
    say(ada, "secret two", conversation=group, at=NOW.replace(minute=1))
    invite(by=ben, conversation=group, person=dev, reads_back=False, at=NOW)
    accept_invitation(by=dev, conversation=group, at=NOW)
    say(ada, "secret three", conversation=group, at=NOW.replace(minute=2))
    assert {one.chosen_name: bodies(one, "secret") for one in (ada, ben, dev, ines, eve)} == {
        "Ada": ["secret three", "secret two", "secret one"],
        "Ben": ["secret three", "secret two", "secret one"],
        "Dev": ["secret three"],
        # Asked, and not there yet.
        "Ines": [],
        "Eve": [],
    }
    leave_conversation(by=ada, conversation=group, at=NOW)
    close_conversation(conversation=talk, at=NOW)
    assert bodies(ada, "secret") == ["secret one"]


def test_what_was_withdrawn_or_said_otherwise_before_and_lines_are_not_found(
    group: Conversation, say: Say, ada: Person
) -> None:
    edited, withdrawn = say(ada, "joined before", conversation=group), say(ada, "joined gone", conversation=group)
    edit_message(by=ada, message=edited, body="joined after", at=NOW)
    withdraw_message(by=ada, message=withdrawn, at=NOW)
    assert [bodies(ada, words) for words in ("before", "gone", "after", "joined")] == [
        [],
        [],
        ["joined after"],
        ["joined after"],
    ]


def test_a_block_hides_what_the_other_said_from_both(say: Say, ada: Person, ben: Person) -> None:
    say(ada, "walk by Ada")
    say(ben, "walk by Ben")
    Block.objects.create(by=ben, person=ada, began_at=NOW)
    assert [bodies(one, "walk") for one in (ada, ben)] == [["walk by Ada"], ["walk by Ben"]]


def test_markup_stays_words(say: Say, ada: Person) -> None:
    said = "<b>Bold</b> & <mark>walk</mark> <script>alert(1)</script>"
    say(ada, said)
    assert marked(ada, "walk") == "<b>Bold</b> & <mark>[walk]</mark> <script>alert(1)</script>"


def test_a_long_message_is_shown_around_what_was_found(say: Say, ada: Person) -> None:
    say(ada, f"{'a ' * 500}needle{' z' * 500}")
    (found,) = found_by(ada, "needle")
    before, needle, after = found.parts
    assert (needle.words, needle.is_marked, after.is_marked) == ("needle", True, False)
    assert (len(before.words), len(after.words)) == (BEFORE + 2, AROUND - len("needle") + 2)
    assert (before.words[:2], after.words[-2:]) == ("… ", " …")


def test_it_opens_a_little_before_what_was_found(say: Say, ada: Person) -> None:
    for number in range(9):
        say(ada, f"number{number}")
    assert [found_by(ada, f"number{number}")[0].shown_from for number in (0, 8)] == [0, 3]


@pytest.mark.parametrize("words", ["'", "\\", "a:*", "!!", "&|", "(((", "%", "_", "<->", "-", "🦔🦔", "\u202e"])
def test_odd_signs_break_nothing(words: str, say: Say, ada: Person) -> None:
    say(ada, "Hello")
    assert bodies(ada, words) in ([], ["Hello"])


@pytest.mark.parametrize("rows", [1, 3])
def test_the_same_queries_for_any_number_of_rows(
    rows: int, say: Say, ada: Person, eve: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(rows):
        say(eve, "walk", conversation=open_conversation(people=[ada, eve], at=NOW))
    with django_assert_num_queries(5 if ON_POSTGRESQL else 4):
        assert len([one.others for one in found_by(ada, "walk")]) == rows
