"""Confirms a phone number with a code, so that texts about somebody never reach a stranger."""

import secrets
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db.models import F, Q
from django.utils.crypto import constant_time_compare, salted_hmac

from messaging.models import PhoneCode
from messaging.ways_out import CannotBeDelivered, TryLater
from messaging.ways_out.sms import text
from people.models import Person
from people.operations import change_profile

GOOD_FOR = timedelta(minutes=10)
MOST_AN_HOUR = 3
MOST_A_DAY = 8


class TooManyCodes(ValidationError):
    """Codes cost money, and a number that somebody mistyped belongs to a stranger."""


class CodeNotSent(ValidationError):
    """The code did not leave; the words say what to do."""


class CodeIsWrong(ValidationError):
    """Not the code that was sent, or too old, or tried too often."""


def send_phone_code(*, by: Person, phone: str, at: datetime) -> None:
    """Send a code to a number. Directly, not through the outbox: whoever asked waits for it at the page."""
    _check_allowance(by, phone, at)
    code = f"{secrets.randbelow(10**6):06}"
    made = PhoneCode.objects.create(person=by, phone=phone, fingerprint=_fingerprint(by, phone, code), made_at=at)
    try:
        text(phone, f"Your code for Alongside is {code}. Did you not ask for it? Then ignore it.", f"code-{made.pk}")
    except TryLater as error:
        raise CodeNotSent("We could not send a text just now. Please try again in a few minutes.") from error
    except CannotBeDelivered as error:
        raise CodeNotSent("No text can be sent to this number. Please check it.") from error


def _check_allowance(by: Person, phone: str, at: datetime) -> None:
    lately = PhoneCode.objects.filter(Q(person=by) | Q(phone=phone), made_at__gt=at - timedelta(days=1))
    in_the_hour = lately.filter(made_at__gt=at - timedelta(hours=1))
    if in_the_hour.count() >= MOST_AN_HOUR or lately.count() >= MOST_A_DAY:
        raise TooManyCodes("That is a lot of codes. Please try again later, an hour from now or tomorrow.")


def confirm_phone(*, by: Person, code: str, at: datetime) -> None:
    """Keep the number that the latest code went to, if this is the code. Each code may be tried five times."""
    latest = PhoneCode.objects.filter(person=by, made_at__gt=at - GOOD_FOR).first()
    if latest is None or not _take_a_try(latest):
        raise CodeIsWrong("This code is too old, or was tried too often. Ask for a new one.")
    if not constant_time_compare(latest.fingerprint, _fingerprint(by, latest.phone, code.strip())):
        raise CodeIsWrong("That is not the code we sent. Check it, or ask for a new one.")
    PhoneCode.objects.filter(pk=latest.pk).update(tries_left=0)
    change_profile(by=by, facts={"phone": latest.phone, "phone_confirmed_at": at})


def _take_a_try(latest: PhoneCode) -> bool:
    return bool(PhoneCode.objects.filter(pk=latest.pk, tries_left__gt=0).update(tries_left=F("tries_left") - 1))


def _fingerprint(person: Person, phone: str, code: str) -> str:
    return salted_hmac("messaging.phone", f"{person.pk} {phone} {code}", algorithm="sha256").hexdigest()


def remove_phone(*, by: Person) -> None:
    """Forget the number; no more texts."""
    change_profile(by=by, facts={"phone": "", "phone_confirmed_at": None})
