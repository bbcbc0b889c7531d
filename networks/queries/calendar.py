"""Questions of calendars: when somebody is to be where, in words that tell no more than they want told."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q
from django.urls import reverse

from networks.models import Event, Place, Session
from networks.queries.events import led_by
from people.calendar import NEUTRAL, Entry
from people.models import Person

# What was longer ago a calendar need not show.
KEPT = timedelta(days=365)


def calendar_entries_of(person: Person, *, names: bool, at: datetime) -> list[Entry]:
    """The sessions of the events in which they have a place or which they lead, cancelled ones too.

    `names` says whether a meeting of a sensitive network may be called by its name.
    """
    going = Place.objects.going().filter(membership__person=person)
    events = Event.objects.visible_to(person).filter(
        Q(pk__in=going.values("event")) | Q(pk__in=led_by(person).values("pk"))
    )
    sessions = Session.objects.filter(event__in=events, ends_at__gt=at - KEPT)
    return list(_entries(sessions.order_by("begins_at", "pk").select_related("event__thread__network"), names=names))


def calendar_entries_for(event: Event, *, names: bool = False) -> list[Entry]:
    """The sessions of one event."""
    return list(_entries(event.sessions.select_related("event__thread__network"), names=names))


def _entries(sessions: Iterable[Session], *, names: bool) -> Iterator[Entry]:
    for session in sessions:
        network = session.event.thread.network
        yield _named(session) if names or not network.is_sensitive else _neutral(session)


def _neutral(session: Session) -> Entry:
    event = session.event
    return Entry(
        uid=f"{session.uid}@alongside",
        begins_at=session.begins_at,
        ends_at=session.ends_at,
        revision=event.revision,
        changed_at=event.changed_at,
        title=NEUTRAL,
        is_cancelled=event.state == Event.State.CANCELLED,
    )


def _named(session: Session) -> Entry:
    """How one joins is never in it: whoever has the link to a calendar would have the link to the meeting."""
    event = session.event
    path = reverse("event", args=[event.thread.network.slug, event.pk])
    title = event.thread.title + (f": {session.title}" if session.title else "")
    return replace(_neutral(session), title=title, where=event.where, url=settings.SITE_URL.rstrip("/") + path)
