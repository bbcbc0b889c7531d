"""What is new, what was said last, and who hears of it."""

from typing import Any

from messaging import queries
from messaging.models import Conversation, Participant
from messaging.operations import (
    close_conversation,
    edit_message,
    mark_read,
    note_presence,
    open_conversation,
    react,
)
from messaging.protocol import LONGEST_FRAME, Missing, encode_plain
from people.models import Person
from tests.fixtures import NOW
from tests.messaging.conftest import Say


def test_a_line_says_who_what_last_and_how_much_is_new(talk: Conversation, say: Say, ada: Person, ben: Person) -> None:
    say(ada, "One")
    say(ada, "Two " * 100)
    (line,) = queries.conversation_lines(ben)
    assert (line.conversation, line.others, line.unread, line.last_was_mine) == (talk, [ada], 2, False)
    assert line.last_words == ("Two " * 100)[:120]
    (line,) = queries.conversation_lines(ada)
    assert (line.others, line.unread, line.last_was_mine) == ([ben], 0, True)


def test_the_latest_conversation_comes_first_and_the_silent_last(
    talk: Conversation, say: Say, ada: Person, eve: Person, dev: Person
) -> None:
    silent = open_conversation(people=[ada, eve], at=NOW)
    latest = open_conversation(people=[ada, dev], at=NOW)
    say(ada)
    say(dev, conversation=latest, at=NOW.replace(hour=13))
    assert [line.conversation for line in queries.conversation_lines(ada)] == [latest, talk, silent]


def test_who_left_sees_nothing_and_is_not_shown(talk: Conversation, say: Say, ada: Person, ben: Person) -> None:
    say(ben)
    Participant.objects.filter(person=ada).update(left_at=NOW)
    assert (list(queries.conversation_lines(ada)), queries.unread_by(ada)) == ([], 0)
    assert (queries.others_in(talk, ben), queries.those_present(talk)) == ([], [ben.pk])
    assert queries.among(ada, [talk.pk]) == {}


def test_unread_counts_over_all_conversations(
    talk: Conversation, say: Say, ada: Person, ben: Person, eve: Person
) -> None:
    other = open_conversation(people=[ada, eve], at=NOW)
    for _ in range(2):
        say(ben)
    say(eve, conversation=other)
    assert [queries.unread_by(one) for one in (ada, ben, eve)] == [3, 0, 0]
    talk.refresh_from_db()
    mark_read(by=ada, conversation=talk, seq=1)
    close_conversation(conversation=other, at=NOW)
    assert queries.standings_of([ada.pk], NOW) == {ada.pk: queries.Standing({talk.pk: 2}, unread=2)}


def test_stretches_lead_back_to_the_beginning_without_gap_or_double(talk: Conversation, say: Say, ada: Person) -> None:
    for _ in range(queries.FIRST_LOAD + 3):
        say(ada)
    last = queries.stretch_before(talk, ada)
    assert ([one.seq for one in last.messages], last.earlier) == ([*range(4, 54)], 4)
    first = queries.stretch_before(talk, ada, last.earlier)
    assert ([one.seq for one in first.messages], first.earlier) == ([1, 2, 3], None)


def test_what_is_missing_comes_in_order_and_a_page_at_a_time(talk: Conversation, say: Say, ada: Person) -> None:
    for number in range(102):
        say(ada, at=NOW.replace(minute=number % 60))
    talk.refresh_from_db()
    first = queries.missing_after(talk, ada, 1)
    assert ([one["seq"] for one in first.messages], first.seq, first.more) == ([*range(2, 102)], 101, True)
    last = queries.missing_after(talk, ada, first.seq)
    assert ([one["seq"] for one in last.messages], last.seq, last.more) == ([102], 102, False)


def test_what_was_changed_is_missing_again(talk: Conversation, say: Say, ada: Person, ben: Person) -> None:
    first, second = say(ada, "One"), say(ada, "Two")
    react(by=ben, message=first, kind="heart", on=True)
    edit_message(by=ada, message=second, body="Three", at=NOW)
    talk.refresh_from_db()
    missing = queries.missing_after(talk, ben, 2)
    assert [(one["id"], one["changed_seq"]) for one in missing.messages] == [(first.pk, 3), (second.pk, 4)]
    assert (missing.messages[0]["reactions"], missing.messages[1]["body"]) == ({"heart": [ben.pk]}, "Three")
    assert queries.missing_after(talk, ben, 4) == Missing([], 4, more=False)


def test_pages_of_long_messages_stay_small(talk: Conversation, say: Say, ada: Person) -> None:
    for _ in range(6):
        say(ada, "\N{GRINNING FACE}" * 9_000)
    talk.refresh_from_db()
    pages, seq, more = [], 0, True
    while more:
        page = queries.missing_after(talk, ada, seq)
        pages.append(encode_plain({"messages": page.messages}))
        seq, more = page.seq, page.more
    assert (len(pages), max(len(page.encode()) for page in pages) < LONGEST_FRAME) == (6, True)


def test_what_was_said_before_one_came_stays_unseen(talk: Conversation, say: Say, ada: Person, ben: Person) -> None:
    old, new = say(ada, "Before"), say(ada, "After")
    Participant.objects.filter(person=ben).update(from_seq=1, read_seq=1)
    react(by=ada, message=old, kind="yes", on=True)
    talk.refresh_from_db()
    missing = queries.missing_after(talk, ben, 0)
    assert ([one["id"] for one in missing.messages], missing.seq) == ([new.pk], 3)
    assert [one.pk for one in queries.stretch_before(talk, ben).messages] == [new.pk]
    assert queries.unread_by(ben) == 1


def test_how_things_stand_is_asked_at_once_for_all(
    talk: Conversation, say: Say, ada: Person, ben: Person, eve: Person, django_assert_num_queries: Any
) -> None:
    say(ben)
    open_conversation(people=[ada, eve], at=NOW)
    everyone = [ada.pk, ben.pk, eve.pk]
    note_presence(people=everyone, at=NOW)
    for people in ([ada.pk], everyone):
        with django_assert_num_queries(4):
            standings = queries.standings_of(people, NOW)
    assert [standings[one].here for one in everyone] == [[ben.pk, eve.pk], [ada.pk], [ada.pk]]
    assert [standings[one].unread for one in everyone] == [1, 0, 0]
