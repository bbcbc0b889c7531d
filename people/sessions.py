"""Whom a session signs in, asked for many at once: what the pages ask one request at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils.crypto import constant_time_compare

from people.models import Person
from people.ready import ready


@dataclass(frozen=True, slots=True)
class Pass:
    """A session as it was when it was found to sign a person in, and what it rests on."""

    key: str
    data: str
    expires_at: datetime
    person_id: int
    password: str


PASSWORDS = ready(lambda people: Person.objects.active().filter(pk__in=people).values_list("pk", "password"))


def admit(keys: Iterable[str], at: datetime) -> dict[str, Pass]:
    """Return a pass for each of these sessions that signs in an active person now, in two queries for any number."""
    sessions = {one.session_key: one for one in Session.objects.filter(pk__in=set(keys), expire_date__gt=at)}
    says = {key: one.get_decoded() for key, one in sessions.items()}
    people = {
        str(one.pk): one for one in Person.objects.active().filter(pk__in={_person_in(said) for said in says.values()})
    }
    found = {}
    for key, said in says.items():
        person = people.get(_person_in(said) or "")
        if person is not None and _rests_on(said, person):
            session = sessions[key]
            found[key] = Pass(key, session.session_data, session.expire_date, person.pk, person.password)
    return found


def still_valid(passes: Iterable[Pass], at: datetime) -> dict[str, Pass]:
    """Return, by session, those passes that still hold: nobody after sign-out, expiry, a new password, deactivation.

    Looks as closely as `admit` only where a session or a password is not as it was.
    """
    held = {one.key: one for one in passes}
    now = Session.objects.filter(pk__in=list(held), expire_date__gt=at)
    data = dict(now.values_list("session_key", "session_data"))
    passwords = dict(PASSWORDS(one.person_id for one in held.values()))
    same = {
        key: one
        for key, one in held.items()
        if data.get(key) == one.data and passwords.get(one.person_id) == one.password
    }
    changed = [key for key, one in held.items() if key in data and key not in same and one.person_id in passwords]
    again = admit(changed, at) if changed else {}
    return same | {key: one for key, one in again.items() if one.person_id == held[key].person_id}


def _person_in(said: dict[str, str]) -> str | None:
    number = str(said.get(SESSION_KEY, ""))
    return number if number.isascii() and number.isdigit() else None


def _rests_on(said: dict[str, str], person: Person) -> bool:
    """Whether the session was made by a way in that we still have, with the password the person has now."""
    return said.get(BACKEND_SESSION_KEY) in settings.AUTHENTICATION_BACKENDS and constant_time_compare(
        said.get(HASH_SESSION_KEY, ""), person.get_session_auth_hash()
    )
