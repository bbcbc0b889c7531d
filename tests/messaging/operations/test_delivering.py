"""Out of the outbox: once, again after trouble, not for ever, not in quiet hours, and the daily mail in one."""

import logging
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from unittest.mock import ANY

import pytest
import time_machine
from django.core import mail
from django.core.mail import EmailMessage
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.utils import timezone
from pytest_django import Settings

from messaging.models import Channel, Dispatch, NoticeHours
from messaging.operations import deliver, read_notice, settle, try_again
from messaging.queries import due_dispatches
from people.errors import HasMovedOn
from people.models import Person
from people.operations import withdraw_consent
from tests.fixtures import NOW
from tests.messaging.making import agree_to_mail, choose, give_phone, row_of, tell

PATIENT = NOW + timedelta(days=1)
Outcome = Dispatch.Outcome


class BrokenBackend(EmailBackend):
    """A mail server that is down."""

    def send_messages(self, messages: Sequence[EmailMessage]) -> int:
        raise ConnectionRefusedError


class SlowBackend(EmailBackend):
    """A mail server that takes six minutes, and on the way looks how long each claim still lasts."""

    clock: time_machine.Traveller
    left: list[timedelta] = []

    def send_messages(self, messages: Sequence[EmailMessage]) -> int:
        claimed = Dispatch.objects.waiting().filter(tries=1).order_by("-next_try_at")[0]
        self.left.append(claimed.next_try_at - timezone.now())
        self.clock.shift(timedelta(minutes=6))
        return super().send_messages(messages)


@pytest.fixture
def row(ada: Person) -> Dispatch:
    agree_to_mail(ada)
    return row_of(tell(ada))


@pytest.fixture
def mail_is_down(settings: Settings) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.BrokenBackend"


def outcomes() -> list[tuple[str, str]]:
    return list(Dispatch.objects.order_by("pk").values_list("outcome", "why"))


def test_it_goes_out_once(row: Dispatch) -> None:
    copy = row_of(row.notice)
    tried = [deliver(dispatch=row, at=NOW), deliver(dispatch=copy, at=NOW), deliver(dispatch=row, at=PATIENT)]
    assert tried == [True, False, False]
    assert len(mail.outbox) == 1
    assert (outcomes(), row_of(row.notice).ended_at) == ([(Outcome.SENT, "")], NOW)


def test_a_worker_that_is_killed_leaves_a_row_that_is_tried_again(row: Dispatch) -> None:
    # It was claimed, and then nothing more came.
    Dispatch.objects.update(tries=1, next_try_at=NOW + timedelta(minutes=10))
    assert list(due_dispatches(NOW + timedelta(minutes=9))) == []
    (again,) = due_dispatches(NOW + timedelta(minutes=10))
    assert deliver(dispatch=again, at=NOW + timedelta(minutes=10))
    assert len(mail.outbox) == 1


@pytest.mark.usefixtures("mail_is_down")
def test_the_wait_doubles_and_after_eight_tries_a_coordinator_is_to_look(row: Dispatch) -> None:
    waits, at = [], NOW
    while not (again := row_of(row.notice)).outcome:
        assert not deliver(dispatch=again, at=at)
        again.refresh_from_db()
        waits.append((again.next_try_at - at) // timedelta(minutes=1))
        at = again.next_try_at
    # The last one is the claim alone.
    assert waits == [2, 4, 8, 16, 32, 64, 128, 10]
    assert outcomes() == [(Outcome.FAILED, "Our mail server could not be reached.")]


def test_a_last_try_that_was_killed_is_not_tried_for_ever(row: Dispatch) -> None:
    Dispatch.objects.update(tries=8)
    assert not deliver(dispatch=row_of(row.notice), at=NOW)
    assert (mail.outbox, outcomes()) == (
        [],
        [(Outcome.FAILED, "The worker was stopped in the middle of the last try.")],
    )


@pytest.mark.parametrize("turn", ["read", "withdrawn", "gone", "unticked"])
def test_what_is_not_needed_any_more_does_not_go_out(turn: str, row: Dispatch, ada: Person) -> None:
    match turn:
        case "read":
            read_notice(by=ada, notice=row.notice, at=NOW)
        case "withdrawn":
            withdraw_consent(by=ada, purpose="email", at=NOW)
        case "gone":
            Person.objects.update(is_active=False)
        case "unticked":
            choose(ada, Channel.EMAIL, is_wanted=False)
    assert not deliver(dispatch=row_of(row.notice), at=NOW)
    assert (mail.outbox, outcomes()) == ([], [(Outcome.DROPPED, "")])


def test_quiet_hours_that_were_chosen_meanwhile_put_it_off_and_cost_no_try(row: Dispatch, ada: Person) -> None:
    NoticeHours.objects.create(person=ada, quiet_from=11, quiet_until=14)
    assert not deliver(dispatch=row, at=NOW)
    put_off = row_of(row.notice)
    assert (put_off.tries, put_off.next_try_at) == (0, datetime(2026, 11, 22, 14, 0, tzinfo=UTC))
    assert deliver(dispatch=put_off, at=put_off.next_try_at)


def test_trouble_with_one_does_not_hold_up_the_next(
    row: Dispatch, ben: Person, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    agree_to_mail(ben)
    tell(ben)
    Dispatch.objects.update(next_try_at=NOW - timedelta(days=30))
    # A header that mail cannot carry fails for this one alone, and in a way that nobody has thought of.
    Person.objects.filter(chosen_name="Ada").update(email="ada@example.org\nBcc: eve@example.org")
    with caplog.at_level(logging.WARNING):
        call_command("deliver_notices")
    assert [sent.to for sent in mail.outbox] == [["ben@example.org"]]
    assert capsys.readouterr().out == "Sent: 1\n"
    unexpected = "Something unexpected went wrong. The log of the service says more."
    assert outcomes() == [("", unexpected), (Outcome.SENT, "")]


def test_each_claim_counts_from_its_own_time_however_slow_the_mail_server(settings: Settings, ada: Person) -> None:
    agree_to_mail(ada)
    for _ in range(3):
        tell(ada)
    settings.EMAIL_BACKEND = f"{__name__}.SlowBackend"
    SlowBackend.left = []
    with time_machine.travel(NOW, tick=False) as SlowBackend.clock:
        call_command("deliver_notices")
    # Counted from the start of the sweep, the third would be free for another worker while it is being sent.
    assert SlowBackend.left == [timedelta(minutes=10)] * 3


class TestTheDailyMail:
    @pytest.fixture
    def daily(self, ada: Person) -> Person:
        agree_to_mail(ada)
        choose(ada, Channel.EMAIL, is_wanted=False)
        choose(ada, Channel.DIGEST)
        return ada

    def due(self) -> list[Dispatch]:
        return list(due_dispatches(PATIENT))

    def test_what_waits_goes_out_in_one(self, daily: Person) -> None:
        for path in ("/offers/", "/networks/", "/messages/7/"):
            tell(daily, path=path)
        assert [deliver(dispatch=row, at=PATIENT) for row in self.due()] == [True, False, False]
        (sent,) = mail.outbox
        assert sent.subject == "3 things are waiting for you"
        assert outcomes() == [(Outcome.SENT, "")] * 3

    def test_what_was_read_by_then_is_left_out(self, daily: Person) -> None:
        read = tell(daily)
        tell(daily)
        read_notice(by=daily, notice=read, at=NOW)
        assert sum(deliver(dispatch=row, at=PATIENT) for row in self.due()) == 1
        assert mail.outbox[0].subject == "One thing is waiting for you"
        assert outcomes() == [(Outcome.DROPPED, ""), (Outcome.SENT, "")]

    def test_everybody_has_their_own(self, daily: Person, ben: Person) -> None:
        agree_to_mail(ben)
        choose(ben, Channel.DIGEST)
        choose(ben, Channel.EMAIL, is_wanted=False)
        tell(daily)
        tell(ben)
        assert [deliver(dispatch=row, at=PATIENT) for row in self.due()] == [True, True]
        assert [sent.to for sent in mail.outbox] == [["ada@example.org"], ["ben@example.org"]]

    def test_a_second_try_is_of_the_same_mail_though_more_came_meanwhile(
        self, daily: Person, settings: Settings
    ) -> None:
        tell(daily), tell(daily)
        settings.EMAIL_BACKEND = f"{__name__}.BrokenBackend"
        assert not any(deliver(dispatch=row, at=PATIENT) for row in self.due())
        first = row_of(Dispatch.objects.order_by("pk")[0].notice)
        tell(daily)
        settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
        later = PATIENT + timedelta(hours=1)
        assert [deliver(dispatch=row, at=later) for row in due_dispatches(later)] == [True, True]
        assert sorted(sent.subject for sent in mail.outbox) == [
            "2 things are waiting for you",
            "One thing is waiting for you",
        ]
        assert Dispatch.objects.filter(goes_with=first, outcome=Outcome.SENT).count() == 2

    def test_two_workers_that_begin_with_different_rows_send_one_mail(self, daily: Person) -> None:
        tell(daily), tell(daily)
        one, other = self.due()
        assert [deliver(dispatch=other, at=PATIENT), deliver(dispatch=one, at=PATIENT)] == [True, False]
        assert len(mail.outbox) == 1


class TestWhatFailed:
    @pytest.fixture
    def failed(self, row: Dispatch) -> Dispatch:
        Dispatch.objects.update(
            outcome=Outcome.FAILED, tries=8, ended_at=NOW, why="Our mail server could not be reached."
        )
        return row_of(row.notice)

    def test_another_try_goes_out_as_a_second_one(self, failed: Dispatch, dev: Person) -> None:
        try_again(by=dev, dispatch=failed, at=NOW)
        again = row_of(failed.notice)
        assert (again.outcome, again.tries, again.next_try_at, again.ended_at) == ("", 1, NOW, None)
        assert deliver(dispatch=again, at=NOW)

    def test_settled_is_noted_with_who_and_when(self, failed: Dispatch, dev: Person) -> None:
        settle(by=dev, dispatch=failed, at=PATIENT)
        settled = row_of(failed.notice)
        assert (settled.outcome, settled.settled_by, settled.ended_at) == (Outcome.SETTLED, dev, PATIENT)

    def test_of_two_coordinators_the_second_is_told(self, failed: Dispatch, dev: Person) -> None:
        settle(by=dev, dispatch=failed, at=NOW)
        for verb in (settle, try_again):
            with pytest.raises(HasMovedOn):
                verb(by=dev, dispatch=failed, at=NOW)
        assert outcomes() == [(Outcome.SETTLED, ANY)]

    def test_only_for_those_of_ones_own_areas(self, failed: Dispatch, eve: Person) -> None:
        with pytest.raises(HasMovedOn):
            settle(by=eve, dispatch=failed, at=NOW)

    @pytest.mark.django_db(transaction=True)
    def test_another_try_is_handed_to_the_worker_at_once(self, failed: Dispatch, dev: Person) -> None:
        mail.outbox.clear()
        try_again(by=dev, dispatch=failed, at=NOW - timedelta(days=3650))
        assert len(mail.outbox) == 1


def test_texts_are_shown_where_the_service_runs_until_they_are_set_up(
    ada: Person, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.SITE_URL = "https://support.example.org/"
    give_phone(ada)
    choose(ada, Channel.SMS)
    notice = tell(ada)
    assert deliver(dispatch=row_of(notice), at=NOW)
    assert capsys.readouterr().out == (
        "Text to +447700900123: Something is waiting for you on Alongside: "
        f"https://support.example.org/notices/{notice.pk}/\n"
    )
