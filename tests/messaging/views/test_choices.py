"""What somebody wants to hear, how and when; the phone and the browsers that are told."""

import re

import pytest
from django.contrib.auth import SESSION_KEY
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from messaging import vapid
from messaging.models import Channel, Device, Notice, NoticeHours
from messaging.queries import grid_of
from people.models import Person
from tests.fixtures import NOW
from tests.messaging.making import PHONE, agree_to_mail, as_text, give_device, give_phone
from tests.people.making import words_of

PAGE = "/notices/choices/"
ENDPOINT = "https://fcm.googleapis.com/send/phone"
POINT = as_text(
    bytes.fromhex(
        # The base point of the curve: a public key that everybody may know.
        "046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
        "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"
    )
)
SUBSCRIPTION = {"endpoint": ENDPOINT, "p256dh": POINT, "auth": as_text(b"sixteen secrets!")}


@pytest.fixture
def adas(client: Client, ada: Person, settings: Settings) -> Client:
    settings.VAPID_PRIVATE_KEY = vapid.make_private_key()
    client.force_login(ada)
    return client


def sent(**changes: str) -> dict[str, str]:
    """The page as it comes, with `changes`; a box that is not ticked is not sent."""
    ticked = {f"{kind}-{channel}": "on" for kind in Notice.Kind for channel in ("app", "email", "push")}
    given = {"quiet_from": "", "quiet_until": "", "daily_at": "8", **ticked, **changes}
    return {name: value for name, value in given.items() if value != "unticked"}


def test_the_page_shows_what_holds_now(adas: Client) -> None:
    page = adas.get(PAGE).content.decode()
    ticked = re.findall(r'<input type="checkbox" name="([\w-]+)"[^>]* checked', page)
    assert ticked == [f"{kind}-{channel}" for kind in Notice.Kind for channel in ("app", "email", "push")]
    assert re.findall(r'<input type="checkbox" name="([\w-]+)"[^>]* disabled', page) == ["safety-app"]


def test_choices_are_kept(adas: Client, ada: Person) -> None:
    changes = {"networks-email": "unticked", "message-sms": "on", "quiet_from": "22", "quiet_until": "7"}
    page = adas.post(PAGE, sent(**changes), follow=True)
    assert "Your choices are saved." in words_of(page)
    grid = grid_of(ada)
    assert (grid["networks", Channel.EMAIL], grid["message", Channel.SMS]) == (False, True)
    hours = NoticeHours.objects.get()
    assert (hours.quiet_from, hours.quiet_until, hours.daily_at) == (22, 7, 8)


def test_a_box_that_cannot_be_unticked_stays_whatever_is_sent(adas: Client, ada: Person) -> None:
    adas.post(PAGE, sent(**{"safety-app": "unticked"}))
    assert grid_of(ada)["safety", Channel.APP]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"quiet_from": "22"}, "Give both hours"),
        ({"quiet_until": "7"}, "Give both hours"),
        ({"quiet_from": "7", "quiet_until": "7"}, "These two are the same"),
        ({"quiet_from": "25"}, "Select a valid choice"),
        ({"daily_at": "3"}, "Select a valid choice"),
    ],
)
def test_hours_that_make_no_sense_are_said_and_nothing_is_kept(
    changes: dict[str, str], words: str, adas: Client
) -> None:
    response = adas.post(PAGE, sent(**changes))
    assert response.status_code == 422
    assert words in words_of(response)
    assert not NoticeHours.objects.exists()


def test_what_is_not_set_up_is_not_offered_and_what_was_chosen_of_it_is_kept(
    adas: Client, ada: Person, settings: Settings
) -> None:
    adas.post(PAGE, sent(**{"message-sms": "on"}))
    settings.SMS_TO_CONSOLE, settings.VAPID_PRIVATE_KEY, settings.VAPID_FILE = False, "", ""
    page = words_of(adas.get(PAGE))
    assert [words in page for words in ("By text message", "On my devices", "This device")] == [False] * 3
    adas.post(PAGE, sent())
    assert grid_of(ada)["message", Channel.SMS]


def test_it_says_where_mails_go_and_leads_to_where_they_stop(adas: Client, ada: Person) -> None:
    off = adas.get(PAGE)
    agree_to_mail(ada)
    on = adas.get(PAGE)
    assert ("E-mail Off" in words_of(off), "E-mail ada@example.org" in words_of(on)) == (True, True)
    assert "/notices/stop/" in on.content.decode()


def test_the_page_asks_the_same_questions_whatever_was_chosen(
    adas: Client, ada: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for changes in ({}, {"message-sms": "on"}, {f"{kind}-digest": "on" for kind in Notice.Kind}):
        adas.post(PAGE, sent(**changes))
        # Session, person and roles; choices, hours, consent, this device; the crisis lines and the navigation.
        with django_assert_num_queries(9):
            adas.get(PAGE)


class TestThePhone:
    def test_a_code_is_sent_and_confirms(self, adas: Client, ada: Person, capsys: pytest.CaptureFixture[str]) -> None:
        page = adas.post("/notices/phone/", {"phone": "07700 900123"}, follow=True)
        assert "We sent you a text" in words_of(page)
        code = re.findall(r"\b\d{6}\b", capsys.readouterr().out)[-1]
        page = adas.post("/notices/phone/code/", {"code": f" {code[:3]} {code[3:]} "}, follow=True)
        assert "Your number is confirmed." in words_of(page)
        assert PHONE in words_of(page)
        assert Person.objects.get(pk=ada.pk).phone == PHONE

    def test_what_is_wrong_is_said_at_the_field(self, adas: Client, ada: Person) -> None:
        assert "Give a mobile number" in words_of(adas.post("/notices/phone/", {"phone": "020 7946 0123"}))
        assert "too old" in words_of(adas.post("/notices/phone/code/", {"code": "123456"}))
        assert "Give the code" in words_of(adas.post("/notices/phone/code/", {"code": ""}))

    def test_a_fourth_code_within_the_hour_is_refused(self, adas: Client) -> None:
        for _ in range(3):
            adas.post("/notices/phone/", {"phone": "07700 900123"})
        assert "That is a lot of codes." in words_of(adas.post("/notices/phone/", {"phone": "07700 900124"}))

    def test_it_can_be_removed(self, adas: Client, ada: Person) -> None:
        give_phone(ada)
        assert f"Your number is {PHONE}." in words_of(adas.get("/notices/phone/"))
        assert "You get no more texts." in words_of(adas.post("/notices/phone/removal/", follow=True))
        assert Person.objects.get(pk=ada.pk).phone == ""


class TestThisDevice:
    def test_a_browser_is_told_until_it_is_turned_off(self, adas: Client, ada: Person) -> None:
        assert adas.post("/notices/devices/", SUBSCRIPTION).status_code == 204
        device = Device.objects.get()
        assert (device.person, device.endpoint, device.keys) == (
            ada,
            ENDPOINT,
            {"p256dh": POINT, "auth": SUBSCRIPTION["auth"]},
        )
        assert f'data-push-on="{ENDPOINT}"' in adas.get(PAGE).content.decode()
        assert adas.post("/notices/devices/", {"off": "", "endpoint": ENDPOINT}).status_code == 204
        assert not Device.objects.exists()
        assert 'data-push-on=""' in adas.get(PAGE).content.decode()

    @pytest.mark.parametrize(
        "changes",
        [
            {"endpoint": "https://169.254.169.254/latest"},
            {"endpoint": ""},
            {"p256dh": as_text(b"\x04" + bytes(64))},
            {"p256dh": "not a key"},
            {"p256dh": "é"},
            {"auth": as_text(b"short")},
            {"auth": "*"},
        ],
    )
    def test_what_no_browser_says_is_refused(self, changes: dict[str, str], adas: Client) -> None:
        assert adas.post("/notices/devices/", SUBSCRIPTION | changes).status_code == 422
        assert not Device.objects.exists()

    def test_signing_out_there_ends_it_and_leaves_other_devices(self, adas: Client, ada: Person) -> None:
        other = give_device(ada, "laptop")
        adas.post("/notices/devices/", SUBSCRIPTION)
        adas.post("/accounts/logout/")
        assert SESSION_KEY not in adas.session
        assert list(Device.objects.all()) == [other]

    def test_signing_out_does_not_end_it_for_who_turned_it_on_since(self, adas: Client, ben: Person) -> None:
        adas.post("/notices/devices/", SUBSCRIPTION)
        Device.objects.update(person=ben, made_at=NOW)
        adas.post("/accounts/logout/")
        assert Device.objects.get().person == ben


def test_the_worker_has_one_address_under_which_it_may_show_notices(client: Client) -> None:
    response = client.get("/notices/push-worker.js")
    assert response["Content-Type"] == "text/javascript; charset=utf-8"
    assert "no-store" in response["Cache-Control"]
    assert "showNotification" in response.content.decode()
