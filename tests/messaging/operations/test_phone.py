"""A number counts once a code has reached it: few codes, few guesses, and not for long."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from pytest_django import Settings

from messaging.models import PhoneCode
from messaging.operations import confirm_phone, remove_phone, send_phone_code
from messaging.operations.phone import CodeIsWrong, CodeNotSent, TooManyCodes
from people.models import Person
from tests.fixtures import NOW
from tests.messaging.making import PHONE
from tests.messaging.ways_out.answering import Reply, answering

Ask = Callable[..., str]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Ask:
    """Ask for a code and read it on the phone."""

    def ask(by: Person, *, phone: str = PHONE, at: datetime = NOW) -> str:
        send_phone_code(by=by, phone=phone, at=at)
        found = re.fullmatch(
            rf"Text to {re.escape(phone)}: Your code for Alongside is (\d{{6}})\. .*\n", capsys.readouterr().out
        )
        assert found is not None
        return found[1]

    return ask


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 10**6:06}"


def test_the_code_confirms_the_number(ada: Person, ask: Ask) -> None:
    code = ask(ada)
    assert Person.objects.get(pk=ada.pk).phone == ""
    confirm_phone(by=ada, code=code, at=NOW + timedelta(minutes=9))
    kept = Person.objects.get(pk=ada.pk)
    assert (kept.phone, kept.phone_confirmed_at) == (PHONE, NOW + timedelta(minutes=9))


def test_the_code_itself_is_not_kept(ada: Person, ask: Ask) -> None:
    code = ask(ada)
    assert code not in str(PhoneCode.objects.values().get())


@pytest.mark.parametrize("case", ["wrong", "old", "not hers", "none"])
def test_what_does_not_confirm_it(case: str, ada: Person, ben: Person, ask: Ask) -> None:
    code = "123456" if case == "none" else ask(ada)
    by, later = (ben if case == "not hers" else ada), timedelta(minutes=11 if case == "old" else 1)
    with pytest.raises(CodeIsWrong):
        confirm_phone(by=by, code=wrong(code) if case == "wrong" else code, at=NOW + later)
    assert Person.objects.filter(phone="").count() == 2


def test_only_the_latest_code_counts(ada: Person, ask: Ask) -> None:
    first = ask(ada)
    ask(ada, phone="+447700900999", at=NOW + timedelta(minutes=1))
    with pytest.raises(CodeIsWrong):
        confirm_phone(by=ada, code=first, at=NOW + timedelta(minutes=2))


def test_a_code_may_be_tried_five_times_and_works_once(ada: Person, ben: Person, ask: Ask) -> None:
    code = ask(ada)
    for _ in range(5):
        with pytest.raises(CodeIsWrong, match="not the code"):
            confirm_phone(by=ada, code=wrong(code), at=NOW)
    with pytest.raises(CodeIsWrong, match="too often"):
        confirm_phone(by=ada, code=code, at=NOW)
    other = ask(ben, phone="+447700900999")
    confirm_phone(by=ben, code=other, at=NOW)
    with pytest.raises(CodeIsWrong):
        confirm_phone(by=ben, code=other, at=NOW)


def test_three_codes_an_hour_for_a_person_and_for_a_number(ada: Person, ben: Person, ask: Ask) -> None:
    for _ in range(3):
        ask(ada)
    for person, phone in ((ada, "+447700900999"), (ben, PHONE)):
        with pytest.raises(TooManyCodes):
            send_phone_code(by=person, phone=phone, at=NOW)
    ask(ben, phone="+447700900999")
    ask(ada, at=NOW + timedelta(hours=1))


def test_eight_codes_a_day(ada: Person, ask: Ask) -> None:
    for hour in range(8):
        ask(ada, at=NOW + timedelta(hours=hour))
    with pytest.raises(TooManyCodes):
        send_phone_code(by=ada, phone=PHONE, at=NOW + timedelta(hours=23))
    ask(ada, at=NOW + timedelta(hours=24))


@pytest.mark.parametrize(("status", "words"), [(503, "just now"), (400, "check it")])
def test_a_code_that_cannot_be_sent_says_what_to_do(status: int, words: str, ada: Person, settings: Settings) -> None:
    with answering() as notify:
        notify.replies = [Reply(status, {"errors": [{"message": "phone_number is not right"}]})]
        settings.NOTIFY_URL, settings.NOTIFY_API_KEY, settings.NOTIFY_SMS_TEMPLATE = notify.url, "k" * 80, "words"
        with pytest.raises(CodeNotSent, match=words):
            send_phone_code(by=ada, phone=PHONE, at=NOW)


def test_a_number_can_be_removed(ada: Person, ask: Ask) -> None:
    confirm_phone(by=ada, code=ask(ada), at=NOW)
    remove_phone(by=ada)
    kept = Person.objects.get(pk=ada.pk)
    assert (kept.phone, kept.phone_confirmed_at) == ("", None)
