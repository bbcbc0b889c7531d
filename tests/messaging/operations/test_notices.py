"""Mails out: only to who agreed, once, again after trouble, and not for ever."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.urls import reverse
from pytest_django import Settings

from messaging.models import Notice
from messaging.operations import deliver, write_notice
from messaging.queries import due_notices
from people.models import Consent, Person
from people.operations import give_consent, withdraw_consent
from tests.fixtures import NOW

PATIENT = NOW + timedelta(days=1)


class BrokenBackend(EmailBackend):
    """A mail server that is down."""

    def send_messages(self, messages: Sequence[EmailMessage]) -> int:
        raise ConnectionRefusedError


@pytest.fixture
def agreed(ada: Person) -> Person:
    give_consent(by=ada, purpose=Consent.Purpose.EMAIL, at=NOW)
    return ada


@pytest.fixture
def notice(agreed: Person) -> Notice:
    return written(agreed)


@pytest.fixture
def mail_is_down(settings: Settings) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.BrokenBackend"


def written(person: Person) -> Notice:
    notice = write_notice(
        person=person, subject="Someone\nfor you", body="Your offers are here.", path="/offers/", at=NOW
    )
    assert notice is not None
    return notice


def waiting() -> list[Notice]:
    return list(Notice.objects.waiting())


def test_a_notice_says_what_waits_and_where_and_how_to_stop(notice: Notice, settings: Settings) -> None:
    settings.SITE_URL = "https://support.example.org/"
    assert deliver(notice=notice, at=NOW)
    (sent,) = mail.outbox
    assert (sent.subject, sent.to) == ("Someone for you", ["ada@example.org"])
    assert sent.body == (
        "Hello Ada,\n\nYour offers are here.\n\nhttps://support.example.org/offers/\n\n"
        "You get this e-mail because you agreed to hear from us when something is waiting for you.\n"
        "To stop these e-mails, sign in and change what you agreed to: https://support.example.org"
        f"{reverse('my_record')}\n"
    )


def test_nothing_is_written_for_who_did_not_agree(ada: Person) -> None:
    assert write_notice(person=ada, subject="S", body="B", path="/", at=NOW) is None
    assert waiting() == []


def test_nothing_is_written_for_who_has_no_address_or_is_gone(agreed: Person) -> None:
    agreed.is_active = False
    assert write_notice(person=agreed, subject="S", body="B", path="/", at=NOW) is None
    agreed.is_active, agreed.email = True, None
    assert write_notice(person=agreed, subject="S", body="B", path="/", at=NOW) is None


def test_consent_that_is_taken_back_stops_what_waits(notice: Notice, agreed: Person) -> None:
    withdraw_consent(by=agreed, purpose=Consent.Purpose.EMAIL, at=NOW)
    assert not deliver(notice=notice, at=NOW)
    assert (mail.outbox, waiting()) == ([], [])


def test_a_notice_goes_out_once(notice: Notice) -> None:
    copy = Notice.objects.get()
    assert [deliver(notice=notice, at=NOW), deliver(notice=copy, at=NOW), deliver(notice=notice, at=PATIENT)] == [
        True,
        False,
        False,
    ]
    assert len(mail.outbox) == 1


def test_a_worker_that_is_killed_leaves_a_notice_that_is_tried_again(notice: Notice) -> None:
    # It was claimed, and then nothing more came.
    Notice.objects.update(tries=1, next_try_at=NOW + timedelta(minutes=2))
    assert list(due_notices(NOW + timedelta(minutes=1))) == []
    (again,) = due_notices(NOW + timedelta(minutes=2))
    assert deliver(notice=again, at=NOW + timedelta(minutes=2))
    assert len(mail.outbox) == 1


@pytest.mark.usefixtures("mail_is_down")
def test_the_wait_doubles_and_ends_after_eight_tries(notice: Notice) -> None:
    waits, at = [], NOW
    while notice in Notice.objects.waiting():
        assert not deliver(notice=notice, at=at)
        notice.refresh_from_db()
        waits.append((notice.next_try_at - at) // timedelta(minutes=1))
        at = notice.next_try_at
    assert waits == [2, 4, 8, 16, 32, 64, 128, 256]
    assert notice.gave_up_at is not None


def test_a_last_try_that_was_killed_is_not_tried_for_ever(notice: Notice) -> None:
    Notice.objects.update(tries=8, next_try_at=NOW)
    notice.refresh_from_db()
    assert not deliver(notice=notice, at=NOW)
    assert (mail.outbox, waiting()) == ([], [])


def test_trouble_with_one_does_not_hold_up_the_next(
    notice: Notice, ben: Person, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    give_consent(by=ben, purpose=Consent.Purpose.EMAIL, at=NOW)
    written(ben)
    Notice.objects.update(next_try_at=NOW - timedelta(days=30))
    # A header that mail cannot carry fails for this one alone.
    Person.objects.filter(chosen_name="Ada").update(email="ada@example.org\nBcc: eve@example.org")
    call_command("deliver_notices")
    assert [sent.to for sent in mail.outbox] == [["ben@example.org"]]
    assert capsys.readouterr().out == "Sent: 1\n"


@pytest.mark.django_db(transaction=True)
def test_a_notice_is_handed_over_at_once_when_it_is_committed(agreed: Person) -> None:
    # In the past, because the task reads the clock.
    write_notice(person=agreed, subject="S", body="B", path="/", at=NOW - timedelta(days=3650))
    assert [sent.subject for sent in mail.outbox] == ["S"]
