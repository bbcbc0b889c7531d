"""Who is told that messages wait: once, not who is here, and never because of somebody a block keeps apart."""

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from messaging.models import Conversation, Notice, Participant, Presence
from messaging.operations import close_conversation, mark_read, open_conversation, tell_of_waiting_messages
from messaging.queries import places_where_something_waits
from people.models import Person
from safeguarding.operations import block
from tests.fixtures import NOW, make_person
from tests.messaging.conftest import Say

SOON = NOW + timedelta(minutes=9, seconds=59)
LATE = NOW + timedelta(minutes=10)


def told() -> list[tuple[str, str]]:
    return list(Notice.objects.order_by("pk").values_list("person__chosen_name", "path"))


def read(by: Person, talk: Conversation, seq: int) -> None:
    mark_read(by=by, conversation=Conversation.objects.get(pk=talk.pk), seq=seq)


def test_who_is_not_here_is_told_after_ten_minutes_in_no_words_of_the_message(
    talk: Conversation, say: Say, ada: Person
) -> None:
    say(ada, "I hear voices")
    assert tell_of_waiting_messages(at=SOON) == 0
    assert tell_of_waiting_messages(at=LATE) == 1
    notice = Notice.objects.get()
    assert (notice.person.chosen_name, notice.kind, notice.path) == ("Ben", "message", f"/messages/{talk.pk}/")
    assert (notice.subject, notice.body) == (
        "Something is waiting for you",
        "There are messages that you have not read.",
    )


def test_nobody_is_told_twice_until_they_have_read(talk: Conversation, say: Say, ada: Person, ben: Person) -> None:
    say(ada)
    tell_of_waiting_messages(at=LATE)
    say(ada)
    later = LATE + timedelta(hours=1)
    assert tell_of_waiting_messages(at=later) == 0
    read(ben, talk, 2)
    say(ada, at=later)
    assert tell_of_waiting_messages(at=later + timedelta(minutes=10)) == 1


def test_reading_marks_the_notice_as_read(talk: Conversation, say: Say, ada: Person, ben: Person) -> None:
    say(ada)
    tell_of_waiting_messages(at=LATE)
    read(ben, talk, 1)
    tell_of_waiting_messages(at=LATE + timedelta(minutes=1))
    assert Notice.objects.get().read_at == LATE + timedelta(minutes=1)
    assert set(Participant.objects.values_list("noticed_seq", flat=True)) == {0}


def test_what_was_taken_back_after_they_were_told_does_not_keep_them_from_hearing_of_the_next(
    say: Say, ada: Person
) -> None:
    message = say(ada)
    tell_of_waiting_messages(at=LATE)
    type(message).objects.update(withdrawn_at=LATE)
    say(ada, at=LATE)
    assert tell_of_waiting_messages(at=LATE + timedelta(minutes=10)) == 1


@pytest.mark.parametrize(("ago", "tells"), [(timedelta(minutes=1), 0), (timedelta(minutes=2), 1)])
def test_who_is_here_is_not_told(ago: timedelta, tells: int, say: Say, ada: Person, ben: Person) -> None:
    say(ada)
    Presence.objects.create(person=ben, seen_at=LATE - ago)
    assert tell_of_waiting_messages(at=LATE) == tells


@pytest.mark.parametrize("case", ["read", "ended", "left", "gone", "taken back", "not yet there"])
def test_who_is_not_told(case: str, talk: Conversation, say: Say, ada: Person, ben: Person) -> None:
    message = say(ada)
    place = Participant.objects.filter(person=ben)
    match case:
        case "read":
            read(ben, talk, 1)
        case "ended":
            close_conversation(conversation=talk, at=NOW)
        case "left":
            place.update(left_at=NOW)
        case "gone":
            Person.objects.filter(pk=ben.pk).update(is_active=False)
        case "taken back":
            type(message).objects.update(withdrawn_at=NOW)
        case "not yet there":
            place.update(from_seq=1)
    assert tell_of_waiting_messages(at=LATE) == 0


@pytest.mark.parametrize("who_blocks", ["ada", "ben"])
def test_nobody_is_told_because_of_somebody_a_block_keeps_apart(
    who_blocks: str, say: Say, ada: Person, ben: Person, cleo: Person
) -> None:
    group = open_conversation(people=[ada, ben, cleo], at=NOW)
    say(ada, conversation=group)
    by, person = (ada, ben) if who_blocks == "ada" else (ben, ada)
    block(by=by, person=person, known_as="X", at=NOW)
    tell_of_waiting_messages(at=LATE)
    assert [name for name, _ in told()] == ["Cleo"]


def test_two_sweeps_at_once_tell_once(say: Say, ada: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    say(ada)
    places = list(places_where_something_waits(LATE))
    assert tell_of_waiting_messages(at=LATE) == 1
    monkeypatch.setattr("messaging.operations.waiting.places_where_something_waits", lambda at: places)
    assert tell_of_waiting_messages(at=LATE) == 0


@pytest.mark.parametrize("rows", [1, 3])
def test_looking_costs_the_same_however_many_read_in_time(
    rows: int, say: Say, ada: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(rows):
        say(ada, conversation=open_conversation(people=[ada, make_person(f"P{number}")], at=NOW), at=LATE)
    with django_assert_num_queries(2):
        tell_of_waiting_messages(at=LATE + timedelta(minutes=1))
