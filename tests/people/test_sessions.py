"""Whom a session signs in: as the pages see it, for many at once, and never longer than they would."""

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from people.models import Person
from people.sessions import Pass, admit, still_valid


def key_of(person: Person) -> str:
    client = Client()
    client.force_login(person)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def pass_of(person: Person) -> Pass:
    [found] = admit([key_of(person)], timezone.now()).values()
    return found


def test_a_session_admits_whom_it_signs_in(ada: Person, ben: Person) -> None:
    keys = {key_of(ada): ada, key_of(ben): ben}
    found = admit([*keys, "none", ""], timezone.now())
    assert {key: one.person_id for key, one in found.items()} == {key: person.pk for key, person in keys.items()}


def test_the_number_of_queries_does_not_grow(ada: Person, ben: Person, django_assert_num_queries: Any) -> None:
    keys = [key_of(person) for person in (ada, ben, ada)]
    for number in (1, 3):
        with django_assert_num_queries(2):
            passes = admit(keys[:number], timezone.now())
        with django_assert_num_queries(2):
            assert still_valid(passes.values(), timezone.now()) == passes


@pytest.mark.parametrize(
    "cause", ["signed out", "expired", "new password", "deactivated", "erased", "other way in", "nonsense"]
)
def test_a_lost_right_is_lost(cause: str, ada: Person, ben: Person) -> None:
    mine, other = pass_of(ada), pass_of(ben)
    session = Client().session.__class__(mine.key)
    if cause == "signed out":
        session.flush()
    if cause == "expired":
        Session.objects.filter(pk=mine.key).update(expire_date=timezone.now())
    if cause == "new password":
        ada.set_password("another")
        ada.save()
    if cause == "deactivated":
        Person.objects.filter(pk=ada.pk).update(is_active=False)
    if cause == "erased":
        ada.delete()
    if cause in ("other way in", "nonsense"):
        session[BACKEND_SESSION_KEY if cause == "other way in" else SESSION_KEY] = "nowhere"
        session.save()
    now = timezone.now()
    assert list(still_valid([mine, other], now)) == [other.key]
    assert list(admit([mine.key, other.key], now)) == [other.key]


def test_a_session_that_only_says_something_else_now_is_read_again(ada: Person) -> None:
    mine = pass_of(ada)
    session = Client().session.__class__(mine.key)
    session["note"] = "kept"
    session.set_expiry(timedelta(days=30))
    session.save()
    [again] = still_valid([mine], timezone.now()).values()
    assert (again.person_id, again.data == mine.data, again.expires_at > mine.expires_at) == (ada.pk, False, True)
    assert still_valid([again], timezone.now()) == {again.key: again}


def test_a_session_that_now_signs_in_somebody_else_is_not_the_same(ada: Person, ben: Person) -> None:
    mine, other = pass_of(ada), pass_of(ben)
    Session.objects.filter(pk=mine.key).update(session_data=other.data)
    assert still_valid([mine], timezone.now()) == {}
