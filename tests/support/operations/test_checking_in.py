"""Check-ins: asked as the member chose, answered or skipped freely, and what comes of them."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from caseload.models import FollowUp
from matching.models import Pairing
from matching.operations import end_pairing
from messaging.models import Notice
from people.errors import HasMovedOn
from people.models import Person
from safeguarding.models import Concern
from support.models import CheckIn, CheckInRule, Rhythm
from support.operations import (
    NotYoursToAnswer,
    ask_who_is_due,
    change_check_in_rule,
    check_in,
    choose_rhythm,
    skip_check_in,
    take_back_check_in,
)
from tests.fixtures import NOW, make_person
from tests.matching.making import fresh


def days(number: float) -> datetime:
    return NOW + timedelta(days=number)


def say(ada: Person, pairing: Pairing, at: datetime = NOW, **said: Any) -> CheckIn:
    return check_in(
        by=ada, pairing=pairing, at=at, **{"confidence": None, "wellbeing": None, "wish": "", "words": ""} | said
    )


def states(person: Person) -> list[str]:
    return list(person.check_ins.order_by("asked_at", "pk").values_list("state", flat=True))


# -- Asking


def test_asked_on_the_day_and_every_week_from_then_on(ada: Person, pairing: Pairing) -> None:
    choose_rhythm(by=ada, pairing=pairing, every_days=7, at=NOW)
    ask_who_is_due(at=days(6))
    assert states(ada) == []
    ask_who_is_due(at=days(7))
    ask_who_is_due(at=days(7.1))
    assert states(ada) == ["asked"]
    told = Notice.objects.get(person=ada, kind=Notice.Kind.SUPPORT)
    assert told.path == f"/together/{pairing.pk}/check-ins/now/"
    assert fresh(ada.rhythm).next_on == days(14).date()


def test_whoever_chose_never_is_not_asked(ada: Person, pairing: Pairing) -> None:
    choose_rhythm(by=ada, pairing=pairing, every_days=7, at=NOW)
    ask_who_is_due(at=days(7))
    choose_rhythm(by=ada, pairing=pairing, every_days=None, at=days(8))
    ask_who_is_due(at=days(100))
    assert states(ada) == ["skipped"]
    assert (Rhythm.objects.get().every_days, Rhythm.objects.get().next_on) == (None, None)


def test_who_has_left_is_not_asked(ada: Person, pairing: Pairing) -> None:
    choose_rhythm(by=ada, pairing=pairing, every_days=7, at=NOW)
    Person.objects.filter(pk=ada.pk).update(is_active=False)
    ask_who_is_due(at=days(7))
    assert states(ada) == []


def test_after_a_long_silence_of_the_worker_there_is_one_question(ada: Person, pairing: Pairing) -> None:
    choose_rhythm(by=ada, pairing=pairing, every_days=7, at=NOW)
    ask_who_is_due(at=days(60))
    assert states(ada) == ["asked"]
    assert fresh(ada.rhythm).next_on == days(67).date()


def test_nobody_is_asked_without_somebody_alongside(ada: Person, pairing: Pairing) -> None:
    """And what lies open then is no silence."""
    choose_rhythm(by=ada, pairing=pairing, every_days=14, at=NOW)
    ask_who_is_due(at=days(14))
    end_pairing(by=ada, pairing=pairing, look_again=True, at=days(15))
    ask_who_is_due(at=days(40))
    assert states(ada) == ["skipped"]
    assert not FollowUp.objects.alarms().exists()


def test_what_nobody_answers_lapses_after_a_week(ada: Person, pairing: Pairing) -> None:
    choose_rhythm(by=ada, pairing=pairing, every_days=28, at=NOW)
    ask_who_is_due(at=days(28))
    ask_who_is_due(at=days(34.9))
    assert states(ada) == ["asked"]
    ask_who_is_due(at=days(35))
    assert states(ada) == ["lapsed"]


# -- Answering


def test_an_answer_to_what_was_asked(ada: Person, pairing: Pairing) -> None:
    choose_rhythm(by=ada, pairing=pairing, every_days=7, at=NOW)
    ask_who_is_due(at=days(7))
    said = say(ada, pairing, days(8), confidence=6, wish="same", words="Better than last week.")
    assert [one.pk for one in CheckIn.objects.all()] == [said.pk]
    kept = fresh(said)
    assert (kept.state, kept.confidence, kept.wellbeing, kept.wish, kept.over_at) == (
        "answered",
        6,
        None,
        "same",
        days(8),
    )


def test_unasked_as_often_as_one_likes(ada: Person, pairing: Pairing) -> None:
    say(ada, pairing, wellbeing=0)
    say(ada, pairing, words="Again")
    assert states(ada) == ["answered", "answered"]


def test_all_left_out_is_said_to_be_a_skip(ada: Person, pairing: Pairing) -> None:
    with pytest.raises(ValidationError, match="skip it: that is fine"):
        say(ada, pairing)
    assert states(ada) == []


def test_skipping_takes_no_reason_and_counts_as_no_silence(ada: Person, pairing: Pairing) -> None:
    choose_rhythm(by=ada, pairing=pairing, every_days=7, at=NOW)
    for week in range(1, 9):
        ask_who_is_due(at=days(7 * week))
        skip_check_in(by=ada, check_in=CheckIn.objects.asked().get(), at=days(7 * week + 1))
    assert states(ada) == ["skipped"] * 8
    assert not FollowUp.objects.alarms().exists()


def test_what_was_said_is_taken_back(ada: Person, pairing: Pairing) -> None:
    said = say(ada, pairing, confidence=4, words="Private")
    take_back_check_in(by=ada, check_in=said, at=days(1))
    kept = fresh(said)
    assert (kept.state, kept.confidence, kept.words) == ("skipped", None, "")
    with pytest.raises(HasMovedOn):
        take_back_check_in(by=ada, check_in=kept, at=days(1))


def test_what_was_answered_meanwhile_is_not_skipped(ada: Person, pairing: Pairing) -> None:
    choose_rhythm(by=ada, pairing=pairing, every_days=7, at=NOW)
    ask_who_is_due(at=days(7))
    seen = CheckIn.objects.asked().get()
    say(ada, pairing, days(7), confidence=4)
    with pytest.raises(HasMovedOn):
        skip_check_in(by=ada, check_in=seen, at=days(7))
    assert fresh(seen).confidence == 4


def test_only_the_member_and_only_while_somebody_is_alongside(
    ada: Person, ben: Person, dev: Person, pairing: Pairing
) -> None:
    said = say(ada, pairing, confidence=4)
    for person in (ben, dev):
        with pytest.raises(NotYoursToAnswer):
            say(person, pairing, confidence=4)
        with pytest.raises(NotYoursToAnswer):
            skip_check_in(by=person, check_in=said, at=NOW)
        with pytest.raises(NotYoursToAnswer):
            take_back_check_in(by=person, check_in=said, at=NOW)
        with pytest.raises(NotYoursToAnswer):
            choose_rhythm(by=person, pairing=pairing, every_days=7, at=NOW)
    end_pairing(by=ada, pairing=pairing, look_again=False, at=NOW)
    with pytest.raises(NotYoursToAnswer):
        say(ada, fresh(pairing), confidence=4)


@pytest.mark.parametrize(
    "facts",
    [
        {"state": "skipped", "words": "Hidden"},
        {"state": "answered", "confidence": 11},
    ],
)
def test_what_the_database_refuses(ada: Person, facts: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        CheckIn.objects.create(person=ada, asked_at=NOW, **facts)


def test_one_question_at_a_time(ada: Person) -> None:
    CheckIn.objects.create(person=ada, asked_at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        CheckIn.objects.create(person=ada, asked_at=NOW)


# -- What comes of it


def alarms(person: Person) -> list[tuple[str, str, int | None]]:
    return list(FollowUp.objects.alarms().filter(person=person).values_list("kind", "why", "rule"))


def test_a_fall_is_for_a_person_to_look_at(ada: Person, dev: Person, pairing: Pairing) -> None:
    for week, confidence in enumerate([8, 7, 5]):
        said = say(ada, pairing, days(week), confidence=confidence)
    assert said.noticed == "falling"
    assert alarms(ada) == [("falling", "Confidence to manage fell from 8 to 5, within 4 answers.", 1)]
    follow_up = FollowUp.objects.alarms().get()
    assert follow_up.due_on == days(5).date()
    told = Notice.objects.get(person=dev, subject="Somebody to look in on")
    assert told.path == f"/desk/follow-ups/{follow_up.pk}/"
    assert "Confidence" not in told.body


def test_nothing_else_comes_of_it(ada: Person, dev: Person, pairing: Pairing) -> None:
    before = [fresh(pairing).state, fresh(pairing.request).state, fresh(pairing.request).asked_at]
    say(ada, pairing, confidence=9)
    say(ada, pairing, confidence=0)
    assert [fresh(pairing).state, fresh(pairing.request).state, fresh(pairing.request).asked_at] == before


def test_silence_is_for_a_person_to_look_at(ada: Person, dev: Person, pairing: Pairing) -> None:
    choose_rhythm(by=ada, pairing=pairing, every_days=7, at=NOW)
    for week in range(1, 5):
        ask_who_is_due(at=days(7 * week))
    assert states(ada) == ["lapsed", "lapsed", "lapsed", "asked"]
    assert alarms(ada) == [("silence", "3 check-ins in a row had no answer.", 1)]


def test_a_wish_for_more_is_heard(ada: Person, dev: Person, pairing: Pairing) -> None:
    say(ada, pairing, wish="more")
    assert alarms(ada) == [("more", "They wish for more support.", 1)]


def test_while_one_is_open_there_is_no_second_of_its_kind(ada: Person, dev: Person, pairing: Pairing) -> None:
    for confidence in (9, 6, 3):
        say(ada, pairing, confidence=confidence)
    assert [kind for kind, *_ in alarms(ada)] == ["falling"]
    assert Notice.objects.filter(person=dev, subject="Somebody to look in on").count() == 1


def test_words_of_despair_are_seen_by_a_person(ada: Person, dev: Person, pairing: Pairing) -> None:
    say(ada, pairing, words="I want to kill myself tonight.")
    concern = Concern.objects.get(about=ada)
    assert (concern.evidence_kind, concern.evidence_text) == ("check_in", "I want to kill myself tonight.")
    assert Notice.objects.filter(person=dev, kind=Notice.Kind.SAFETY).count() == 1


# -- The rule


def lou() -> Person:
    return make_person("Lou", "coordinator")


def change(by: Person, instead_of: int = 1, **facts: Any) -> CheckInRule:
    told: dict[str, Any] = {
        "fall_by": 2,
        "over": 2,
        "silences": 1,
        "on_more": False,
        "note": "Too late too often.",
    } | facts
    return change_check_in_rule(by=by, instead_of=instead_of, at=NOW, **told)


def test_a_new_version_holds_from_the_next_check_in_on(ada: Person, pairing: Pairing) -> None:
    say(ada, pairing, confidence=8)
    say(ada, pairing, confidence=6)
    assert alarms(ada) == []
    change(lou())
    say(ada, pairing, confidence=4)
    assert alarms(ada) == [("falling", "Confidence to manage fell from 6 to 4, within 2 answers.", 2)]


def test_nobody_overwrites_what_they_have_not_read(db: None) -> None:
    person = lou()
    change(person)
    with pytest.raises(HasMovedOn):
        change(person)
    assert change(person, instead_of=2).version == 3


def test_the_rule_is_changed_by_those_who_coordinate_everywhere(dev: Person, ada: Person) -> None:
    for person in (dev, ada):
        with pytest.raises(Exception, match="everywhere"):
            change(person)
