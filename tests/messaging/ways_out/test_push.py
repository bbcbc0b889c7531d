"""Web push, against a push service of our own that reads what only the browser can read."""

import json
from collections.abc import Iterator
from datetime import timedelta

import http_ece
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from py_vapid import Vapid02
from pytest_django import Settings

from messaging import vapid
from messaging.models import Device, Dispatch, Notice
from messaging.operations import deliver
from messaging.ways_out.push import is_known_service
from people.models import Person
from tests.fixtures import NOW
from tests.messaging.making import SECRET, give_device, row_of, tell
from tests.messaging.ways_out.answering import Answering, Reply, answering

KEY = ec.generate_private_key(ec.SECP256R1())


@pytest.fixture
def service(settings: Settings) -> Iterator[Answering]:
    with answering() as server:
        settings.PUSH_SERVICES = [server.url]
        settings.VAPID_PRIVATE_KEY = vapid.make_private_key()
        settings.VAPID_CONTACT = "mailto:office@support.example.org"
        yield server


@pytest.fixture
def notice(ada: Person, service: Answering) -> Notice:
    give_device(ada, service=service.url, key=KEY)
    return tell(ada)


def test_only_the_browser_can_read_it_and_it_says_only_that_something_waits(service: Answering, notice: Notice) -> None:
    service.replies = [Reply(201)]
    assert deliver(dispatch=row_of(notice), at=NOW)
    (asked,) = service.asked
    assert asked.path == "/send/phone"
    read = http_ece.decrypt(asked.body, private_key=KEY, auth_secret=SECRET, version="aes128gcm")
    assert json.loads(read) == {"words": "Something is waiting for you", "path": f"/notices/{notice.pk}/"}
    assert b"waiting" not in asked.body


def test_the_service_knows_us_and_can_drop_a_second_copy(service: Answering, notice: Notice) -> None:
    service.replies = [Reply(201)]
    deliver(dispatch=row_of(notice), at=NOW)
    headers = service.asked[0].headers
    assert Vapid02.verify(headers["authorization"])
    assert f"k={vapid.public_key()}" in headers["authorization"]
    kept = {name: headers[name] for name in ("topic", "urgency", "ttl")}
    name = f"notice-{row_of(notice).pk}-20261122120000"
    assert kept == {"topic": name, "urgency": "normal", "ttl": "86400"}


@pytest.mark.parametrize("status", [404, 410])
def test_a_browser_that_has_ended_it_is_forgotten_with_what_was_on_its_way(
    status: int, service: Answering, notice: Notice
) -> None:
    service.replies = [Reply(status)]
    assert not deliver(dispatch=row_of(notice), at=NOW)
    assert (Device.objects.count(), Dispatch.objects.count(), Notice.objects.count()) == (0, 0, 1)


@pytest.mark.parametrize(
    ("reply", "outcome", "why"),
    [
        (Reply(429), "", "The browser's push service would not take it for now."),
        (Reply(503), "", "The browser's push service would not take it for now."),
        (Reply(400), "failed", "The browser's push service refused it."),
        (Reply(413), "failed", "The browser's push service refused it."),
    ],
)
def test_what_an_answer_comes_to(reply: Reply, outcome: str, why: str, service: Answering, notice: Notice) -> None:
    service.replies = [reply]
    assert not deliver(dispatch=row_of(notice), at=NOW)
    assert (row_of(notice).outcome, row_of(notice).why) == (outcome, why)


def test_nobody_sends_us_elsewhere_not_even_inside_our_own_network(service: Answering, notice: Notice) -> None:
    service.replies = [Reply(307, None, {"Location": f"{service.url}/inside"}), Reply(201)]
    assert not deliver(dispatch=row_of(notice), at=NOW)
    assert [asked.path for asked in service.asked] == ["/send/phone"]
    assert row_of(notice).why == "The browser's push service could not be reached."


def test_a_wait_that_is_asked_for_is_kept(service: Answering, notice: Notice) -> None:
    service.replies = [Reply(429, None, {"Retry-After": "600"})]
    deliver(dispatch=row_of(notice), at=NOW)
    assert row_of(notice).next_try_at == NOW + timedelta(minutes=10)


def test_a_service_that_is_no_longer_known_is_not_called(
    service: Answering, notice: Notice, settings: Settings
) -> None:
    settings.PUSH_SERVICES = ["https://fcm.googleapis.com"]
    assert not deliver(dispatch=row_of(notice), at=NOW)
    assert (service.asked, row_of(notice).outcome) == ([], "failed")


@pytest.mark.parametrize(
    ("endpoint", "is_known"),
    [
        ("https://fcm.googleapis.com/fcm/send/abc", True),
        ("https://updates.push.services.mozilla.com/wpush/v2/abc", True),
        ("https://web.push.apple.com/abc", True),
        ("https://wns2-by3p.notify.windows.com/w/?token=abc", True),
        ("http://fcm.googleapis.com/abc", False),
        ("https://fcm.googleapis.com:8443/abc", False),
        ("https://fcm.googleapis.com.example.org/abc", False),
        ("https://evil-fcm.googleapis.com/abc", False),
        ("https://push.apple.com.example.org/abc", False),
        ("https://evilpush.apple.com/abc", False),
        ("https://fcm.googleapis.com@127.0.0.1/abc", False),
        ("https://127.0.0.1/abc", False),
        ("https://169.254.169.254/latest/meta-data", False),
        ("https://[::1]/abc", False),
        ("https://fcm.googleapis.com:notaport/abc", False),
        ("https://[nonsense/abc", False),
        ("file:///etc/passwd", False),
        ("", False),
    ],
)
def test_only_browser_makers_own_services_are_called(endpoint: str, is_known: bool) -> None:
    assert is_known_service(endpoint) is is_known
