"""What is new, what was said last, and who hears of it."""

from messaging import queries
from messaging.models import Conversation, Participant
from messaging.operations import close_conversation, mark_read, open_conversation
from people.models import Person
from safeguarding.models import Block
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
    assert queries.seqs_of(ada, [talk.pk]) == {}


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
    assert queries.standing_of(ada) == queries.Standing({talk.pk: 2}, unread=2)


def test_stretches_lead_back_to_the_beginning_without_gap_or_double(talk: Conversation, say: Say, ada: Person) -> None:
    for _ in range(queries.FIRST_LOAD + 3):
        say(ada)
    last = queries.stretch_before(talk)
    assert ([one.seq for one in last.messages], last.earlier) == ([*range(4, 54)], 4)
    first = queries.stretch_before(talk, last.earlier)
    assert ([one.seq for one in first.messages], first.earlier) == ([1, 2, 3], None)


def test_what_came_after_is_in_order_and_a_hundred_at_most(talk: Conversation, say: Say, ada: Person) -> None:
    for number in range(102):
        say(ada, at=NOW.replace(minute=number % 60))
    assert [one.seq for one in queries.messages_after(talk, 1)] == list(range(2, 102))
    assert [one.seq for one in queries.messages_after(talk, 101)] == [102]


def test_a_blocked_person_notices_nothing(talk: Conversation, ada: Person, ben: Person) -> None:
    assert queries.those_who_may_notice(ada, talk) == [ada.pk, ben.pk]
    Block.objects.create(by=ben, person=ada, began_at=NOW)
    assert queries.those_who_may_notice(ada, talk) == [ada.pk]
