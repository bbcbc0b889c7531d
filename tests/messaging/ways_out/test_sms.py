"""Texts by GOV.UK Notify, against a server that speaks its two addresses and gives its answers."""

import json
from collections.abc import Iterator
from datetime import timedelta

import jwt
import pytest
from pytest_django import Settings

from messaging.models import Channel, Notice
from messaging.operations import deliver
from messaging.ways_out import WAYS, open_ways
from people.models import Person
from tests.fixtures import NOW
from tests.messaging.making import PHONE, choose, give_phone, row_of, tell
from tests.messaging.ways_out.answering import Answering, Reply, answering

SERVICE = "26785a09-ab16-4eb0-8407-a37497a57506"
SECRET = "3d844edf-8d35-48ac-975b-e847b4f122b0"
TEMPLATE = "f33517ff-2a88-4f6e-b855-c550268ce08a"
TAKEN = Reply(201, {"id": "740e5834-3a29-46b4-9a6f-16142fde533a"})
NOTHING = Reply(200, {"notifications": [], "links": {}})


def refusal(status: int, error: str, message: str) -> Reply:
    return Reply(status, {"status_code": status, "errors": [{"error": error, "message": message}]})


@pytest.fixture
def notify(settings: Settings) -> Iterator[Answering]:
    with answering() as server:
        settings.SITE_URL = "https://support.example.org"
        settings.NOTIFY_URL = server.url
        settings.NOTIFY_API_KEY = f"alongside-{SERVICE}-{SECRET}"
        settings.NOTIFY_SMS_TEMPLATE = TEMPLATE
        yield server


@pytest.fixture
def notice(ada: Person) -> Notice:
    give_phone(ada)
    choose(ada, Channel.SMS)
    return tell(ada)


def test_a_text_says_that_something_waits_and_where(notify: Answering, notice: Notice) -> None:
    notify.replies = [TAKEN]
    assert deliver(dispatch=row_of(notice), at=NOW)
    (asked,) = notify.asked
    assert (asked.method, asked.path) == ("POST", "/v2/notifications/sms")
    assert json.loads(asked.body) == {
        "phone_number": PHONE,
        "template_id": TEMPLATE,
        "personalisation": {
            "words": f"Something is waiting for you on Alongside: https://support.example.org/notices/{notice.pk}/"
        },
        "reference": f"notice-{row_of(notice).pk}-20261122120000",
    }
    token = asked.headers["authorization"].removeprefix("Bearer ")
    assert jwt.decode(token, SECRET, algorithms=["HS256"])["iss"] == SERVICE


@pytest.mark.parametrize(
    ("reply", "outcome", "why"),
    [
        (refusal(429, "RateLimitError", "Exceeded rate limit"), "", "could not take it for now."),
        (refusal(500, "Exception", "Internal server error"), "", "could not take it for now."),
        (refusal(503, "Exception", "Away"), "", "could not take it for now."),
        (refusal(403, "AuthError", "Invalid token"), "", "does not accept our key. Its settings need a look."),
        (
            refusal(400, "ValidationError", "phone_number Not enough digits"),
            "failed",
            "says that this phone number cannot get texts.",
        ),
        (
            refusal(400, "BadRequestError", "Missing personalisation: words"),
            "failed",
            "refused the text. Its template and key need a look.",
        ),
    ],
)
def test_what_an_answer_comes_to(reply: Reply, outcome: str, why: str, notify: Answering, notice: Notice) -> None:
    notify.replies = [reply]
    assert not deliver(dispatch=row_of(notice), at=NOW)
    assert (row_of(notice).outcome, row_of(notice).why) == (outcome, f"GOV.UK Notify {why}")


def test_a_wait_that_is_asked_for_is_kept(notify: Answering, notice: Notice) -> None:
    notify.replies = [Reply(429, {}, {"Retry-After": "900"})]
    deliver(dispatch=row_of(notice), at=NOW)
    assert row_of(notice).next_try_at == NOW + timedelta(minutes=15)


def test_nobody_there_is_tried_again(notify: Answering, notice: Notice, settings: Settings) -> None:
    settings.NOTIFY_URL = "http://127.0.0.1:9"
    assert not deliver(dispatch=row_of(notice), at=NOW)
    assert row_of(notice).outcome == ""


@pytest.mark.parametrize(
    ("known", "asked"), [(NOTHING, ["GET", "POST"]), (Reply(200, {"notifications": [{"id": "1"}]}), ["GET"])]
)
def test_a_second_try_asks_first_whether_the_first_got_through(
    known: Reply, asked: list[str], notify: Answering, notice: Notice
) -> None:
    notify.replies = [Reply(500), known, TAKEN]
    assert not deliver(dispatch=row_of(notice), at=NOW)
    assert deliver(dispatch=row_of(notice), at=NOW + timedelta(minutes=2))
    again = notify.asked[1:]
    assert [one.method for one in again] == asked
    assert again[0].path == f"/v2/notifications?reference=notice-{row_of(notice).pk}-20261122120000"


def test_texts_are_offered_once_there_is_a_way_to_send_them(settings: Settings) -> None:
    assert WAYS[Channel.SMS].is_set_up()
    settings.SMS_TO_CONSOLE = False
    assert Channel.SMS not in open_ways()
    settings.NOTIFY_API_KEY = "key"
    assert Channel.SMS not in open_ways()
    settings.NOTIFY_SMS_TEMPLATE = TEMPLATE
    assert Channel.SMS in open_ways()
