"""Reporting what was said, and having a person look where words give cause to."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.db.models.signals import pre_save

from messaging.models import EarlierWords, Message, Notice
from messaging.operations import look_for_worries, report_message
from people.models import Person
from safeguarding.evidence import Earlier
from safeguarding.models import Concern
from tests.fixtures import NOW, make_person
from tests.messaging.conftest import Say

LATER = NOW + timedelta(hours=1)


def test_a_report_keeps_the_words(say: Say, ada: Person, ben: Person) -> None:
    message = say(ben, "Give me your bank card")
    concern = report_message(by=ada, message=message, reason="abuse", words="Please look", at=LATER)
    Message.objects.update(body="Nothing")
    concern.refresh_from_db()
    kept = (concern.raised_by, concern.about, concern.evidence_kind, concern.evidence_reference)
    assert kept == (ada, ben, "message", str(message.pk))
    assert (concern.evidence_text, concern.evidence_author) == ("Give me your bank card", "Ben")
    assert (concern.evidence_written_at, concern.raised_at) == (NOW, LATER)
    assert (concern.reason, concern.words) == ("abuse", "Please look")


def test_one_press_needs_no_reason(say: Say, ada: Person, ben: Person) -> None:
    concern = report_message(by=ada, message=say(ben), at=LATER)
    assert (concern.reason, concern.words) == ("other", "")


def test_what_was_withdrawn_is_reported_with_what_it_said(say: Say, ada: Person, ben: Person) -> None:
    message = say(ben, "Fine")
    EarlierWords.objects.create(message=message, words="I know where you live", replaced_at=LATER)
    Message.objects.update(body="", withdrawn_at=LATER)
    message.refresh_from_db()
    concern = report_message(by=ada, message=message, at=LATER)
    concern.refresh_from_db()
    assert (concern.evidence_text, concern.earlier_words) == ("", [Earlier("I know where you live", LATER)])


def test_nobody_reports_what_is_theirs_or_not_for_them(say: Say, ben: Person, eve: Person) -> None:
    message = say(ben)
    for one in (ben, eve):
        with pytest.raises(PermissionDenied):
            report_message(by=one, message=message, at=NOW)
    assert not Concern.objects.exists()


@pytest.mark.parametrize(
    ("words", "help_now", "noticed"),
    [
        ("Hello", False, []),
        ("I want to die", True, ["self_harm"]),
        ("My friend wants to die", False, ["self_harm"]),
        ("We have nothing to eat", False, ["means"]),
        ("He hits me, and I want to die", True, ["harmed", "self_harm"]),
    ],
)
def test_a_person_looks_and_the_writer_is_shown_help(
    words: str, help_now: bool, noticed: list[str], say: Say, ada: Person
) -> None:
    message = say(ada, words)
    Concern.objects.all().delete()
    assert look_for_worries(message=message, at=LATER) is help_now
    concerns = Concern.objects.order_by("noticed_kind")
    assert [concern.noticed_kind for concern in concerns] == noticed
    assert {(c.about, c.raised_by, c.evidence_text, c.evidence_reference) for c in concerns} <= {
        (ada, None, words, str(message.pk))
    }
    message.refresh_from_db()
    assert message.body == words


def test_no_message_is_held_up_by_what_goes_wrong_in_screening(say: Say, ada: Person) -> None:
    def fail(sender: Any, **more: Any) -> None:
        raise RuntimeError

    pre_save.connect(fail, sender=Concern)
    try:
        message = say(ada, "I want to die")
    finally:
        pre_save.disconnect(fail, sender=Concern)
    assert (Message.objects.get(), message.calls_for_help) == (message, True)
    assert not Concern.objects.exists()


def test_those_who_keep_people_safe_are_told_once_and_never_the_words(
    say: Say, ada: Person, ben: Person, dev: Person, eve: Person
) -> None:
    lena = make_person("Lena", "safeguarding_lead")
    say(ada, "I want to die")
    say(ada, "I want to die, and he hits me")
    told = Notice.objects.filter(kind=Notice.Kind.SAFETY)
    addresses = [f"/safety/concerns/{concern.pk}/" for concern in Concern.objects.order_by("pk")]
    assert [list(told.filter(person=one).values_list("path", flat=True)) for one in (dev, lena)] == [addresses] * 2
    assert len(addresses) == 2
    assert not told.exclude(person__in=[dev, lena]).exists()
    assert not told.filter(Q(subject__contains="die") | Q(body__contains="die")).exists()
