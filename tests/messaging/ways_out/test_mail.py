"""E-mail as it arrives at a real mail server, and what each of its answers comes to."""

from collections.abc import Iterator
from datetime import timedelta
from email.message import Message

import pytest
from django.urls import reverse
from pytest_django import Settings

from messaging.models import Dispatch, Notice
from messaging.operations import deliver
from messaging.stopping import ALL, DAILY, stop_path
from messaging.ways_out import Letter
from messaging.ways_out.mail import DailyMail, Mail
from people.models import Person
from tests.fixtures import NOW
from tests.messaging.making import agree_to_mail, row_of, tell
from tests.smtp import Answer, Sink, smtp_sink

SITE = "https://support.example.org"
LATER = "The mail server would not take it for now."
REFUSED = "The mail server refused it. The address may no longer exist."
UNREACHABLE = "Our mail server could not be reached."


@pytest.fixture
def sink(settings: Settings) -> Iterator[Sink]:
    settings.SITE_URL = f"{SITE}/"
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    with smtp_sink() as sink:
        settings.EMAIL_PORT = sink.port
        yield sink


@pytest.fixture
def notice(ada: Person) -> Notice:
    agree_to_mail(ada)
    return tell(ada)


def body(mail: Message) -> str:
    content = mail.get_payload(decode=True)
    assert isinstance(content, bytes)
    return content.decode().replace("\r\n", "\n")


def test_a_mail_says_that_something_waits_and_where_and_how_to_stop(sink: Sink, notice: Notice, ada: Person) -> None:
    assert deliver(dispatch=row_of(notice), at=NOW)
    (mail,) = sink.mails
    assert (mail["Subject"], mail["To"]) == ("Someone for you", "ada@example.org")
    assert body(mail) == (
        f"Hello Ada,\n\nYour offers are here.\n\n{SITE}/notices/{notice.pk}/\n\n"
        "You get this e-mail because you agreed to hear from us when something is waiting for you.\n"
        f"To stop e-mails like this one, without signing in: {SITE}{stop_path(ada, 'matching')}\n"
        f"To stop all e-mails: {SITE}{stop_path(ada, ALL)}\n"
        f"To choose what you hear and how: {SITE}{reverse('notice_choices')}\n"
    )


def test_a_mail_program_can_stop_it_with_one_press(sink: Sink, notice: Notice, ada: Person) -> None:
    deliver(dispatch=row_of(notice), at=NOW)
    (mail,) = sink.mails
    assert "".join(mail["List-Unsubscribe"].split()) == f"<{SITE}{stop_path(ada, 'matching')}>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["Auto-Submitted"] == "auto-generated"


def test_the_daily_mail_has_a_line_for_each_and_stops_as_a_whole(sink: Sink, ada: Person) -> None:
    notices = [tell(ada), tell(ada)]
    DailyMail().send(Letter(name="notice-1-x", person=ada, notices=notices))
    (mail,) = sink.mails
    each = "".join(f"Someone for you\nYour offers are here.\n{SITE}/notices/{notice.pk}/\n\n" for notice in notices)
    assert body(mail).startswith(f"Hello Ada,\n\n{each}You get this e-mail once a day at most")
    assert "".join(mail["List-Unsubscribe"].split()) == f"<{SITE}{stop_path(ada, DAILY)}>"


@pytest.mark.parametrize(
    ("answer", "outcome", "why"),
    [
        (Answer.TAKE, "sent", ""),
        (Answer.BUSY, "", LATER),
        (Answer.FULL, "", LATER),
        (Answer.HANG_UP, "", UNREACHABLE),
        (Answer.NO_SUCH_PERSON, "failed", REFUSED),
        (Answer.SPAM, "failed", REFUSED),
    ],
)
def test_what_an_answer_comes_to(answer: Answer, outcome: str, why: str, sink: Sink, notice: Notice) -> None:
    sink.answers = [answer]
    assert deliver(dispatch=row_of(notice), at=NOW) is (answer is Answer.TAKE)
    row = row_of(notice)
    assert (row.outcome, row.why, len(sink.mails)) == (outcome, why, int(answer is Answer.TAKE))


def test_a_mail_whose_answer_was_lost_comes_again_under_the_same_name(sink: Sink, notice: Notice) -> None:
    sink.answers = [Answer.TAKE_AND_HANG_UP]
    assert not deliver(dispatch=row_of(notice), at=NOW)
    assert deliver(dispatch=row_of(notice), at=NOW + timedelta(minutes=2))
    names = [mail["Message-ID"] for mail in sink.mails]
    assert names == [f"<notice-{Dispatch.objects.get().pk}-20261122120000@alongside>"] * 2


def test_a_server_that_is_away_or_silent_is_tried_again(sink: Sink, notice: Notice, settings: Settings) -> None:
    settings.EMAIL_TIMEOUT = 0.3
    sink.pause = 1
    assert not deliver(dispatch=row_of(notice), at=NOW)
    assert (row_of(notice).outcome, row_of(notice).why) == ("", UNREACHABLE)
    settings.EMAIL_PORT = 9
    assert not deliver(dispatch=row_of(notice), at=NOW + timedelta(minutes=2))
    assert (row_of(notice).tries, row_of(notice).why) == (2, UNREACHABLE)


def test_a_server_that_does_not_let_us_in_is_our_fault_and_tried_again(
    sink: Sink, notice: Notice, settings: Settings
) -> None:
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "alongside", "wrong"
    assert not deliver(dispatch=row_of(notice), at=NOW)
    assert row_of(notice).why == "The mail server does not let us send. Its settings need a look."


def test_mail_is_always_a_way_out() -> None:
    assert Mail().is_set_up()
