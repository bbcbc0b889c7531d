"""Verbs of leaders: plan a meeting or a course, change it, move a session, cancel it. Who has a place is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from networks.machines import EVENT
from networks.models import EarlierPost, Event, Membership, Network, Post, Session, Thread
from networks.operations.authors import MayNotLead, author_in
from networks.operations.changing import hold_post
from networks.operations.evidence import further_words_of, words_of
from networks.operations.places import count_up, fill, held, tell_of_event
from networks.operations.screening import look_for_worries
from networks.operations.writing import open_thread
from networks.rules import has_trained_leader, may_lead, may_lead_event
from people.models import Person
from people.operations import move, remember

MOST_SESSIONS = 12
MOST_PLACES = 200


class NotAsPlanned(ValidationError):
    """What was asked for cannot be: no trained leader, too many sessions, fewer places than are taken."""


@dataclass(frozen=True)
class Facts:
    """What leaders say of an event besides its title and words, which are its thread's."""

    way: str
    capacity: int
    leaders: Sequence[Membership]
    where: str = ""
    how_to_join: str = ""
    materials: str = ""


@transaction.atomic
def plan_event(
    *,
    by: Person,
    network: Network,
    kind: str,
    title: str,
    body: str,
    begins: Sequence[datetime],
    lasts: timedelta,
    facts: Facts,
    client_id: UUID,
    at: datetime,
) -> Event:
    """Plan a meeting, or a course with a session at each of the moments; the same `client_id` again returns it."""
    if not may_lead(by, network):
        raise MayNotLead("Hosts and leaders plan events here.")
    _check(kind, begins, facts, network)
    if begins[0] <= at:
        raise NotAsPlanned({"day": "This is in the past. Choose a day that comes."})
    author = author_in(network, by, at)
    opening = open_thread(author=author, title=title, body=body, client_id=client_id, at=at, kind=Thread.Kind.EVENT)
    if planned := Event.objects.filter(thread=opening.thread).first():
        return planned
    event = Event.objects.create(thread=opening.thread, kind=kind, changed_at=at, **_columns(facts))
    event.leaders.set(facts.leaders)
    remember(event, machine=EVENT, before="", by=by, at=at, about=None)
    Session.objects.bulk_create(
        Session(event=event, number=number, begins_at=moment, ends_at=moment + lasts)
        for number, moment in enumerate(begins, start=1)
    )
    if look_for_worries(post=opening, at=at, said=further_words_of(opening)):
        opening.thread.calls_for_help = True
    return event


@transaction.atomic
def change_event(*, by: Person, event: Event, facts: Facts, at: datetime) -> Event:
    """Change where and how it is, who leads it and how many places there are.

    In this order: the change, its words kept and read like those of posts, a notice to who has a place where the way
    or the place moved, then places for who waits.
    """
    opening = _held_opening(event)
    before = further_words_of(opening)
    found = _led(by, event)
    _check(found.kind, list(found.sessions.values_list("begins_at", flat=True)), facts, found.thread.network)
    if facts.capacity < found.places_taken:
        raise NotAsPlanned({"capacity": f"{found.places_taken} people have a place already."})
    moved = (found.way, found.where, found.how_to_join) != (facts.way, facts.where, facts.how_to_join)
    for name, value in _columns(facts).items():
        setattr(found, name, value)
    count_up(found, at)
    found.leaders.set(facts.leaders)
    _keep_words(opening, before, by=by, at=at)
    if moved:
        tell_of_event(found, found.places.going(), "Something you have a place in has changed", MOVED, by=by, at=at)
    fill(found, at)
    return found


MOVED = "Where it is, or how one joins, has changed. Please look before you go."


@transaction.atomic
def change_session(
    *,
    by: Person,
    event: Event,
    number: int,
    title: str,
    begins_at: datetime,
    ends_at: datetime,
    materials: str,
    at: datetime,
) -> Session:
    """Move a session, name it or add what is to be read for it; who has a place is told when it moved."""
    opening = _held_opening(event)
    before = further_words_of(opening)
    found = _led(by, event)
    session = found.sessions.get(number=number)
    moved = (session.begins_at, session.ends_at) != (begins_at, ends_at)
    if moved and begins_at <= at:
        raise NotAsPlanned({"day": "This is in the past. Choose a day that comes."})
    session.title, session.materials = title, materials
    session.begins_at, session.ends_at = begins_at, ends_at
    session.save(update_fields=["title", "materials", "begins_at", "ends_at"])
    count_up(found, at)
    _keep_words(opening, before, by=by, at=at)
    if moved:
        # The day before the new time they are reminded again.
        found.places.filter(reminded_of=session).update(reminded_of=None)
        tell_of_event(
            found, found.places.going(), "Something you have a place in has a new time", NEW_TIME, by=by, at=at
        )
    return session


NEW_TIME = "It has moved to another time. Your place is kept; if you cannot come then, give it up for somebody else."


@transaction.atomic
def cancel_event(*, by: Person, event: Event, at: datetime) -> None:
    """Cancel it; it stays to be seen as cancelled. Everybody with a place or on the waiting list is told."""
    found = _led(by, event)
    move(found, Event.State.CANCELLED, machine=EVENT, by=by, at=at, about=None)
    count_up(found, at)
    tell_of_event(found, found.places.held(), "Something you wanted to come to is cancelled", CANCELLED, by=by, at=at)


CANCELLED = "It does not take place. You need do nothing."


def _led(by: Person, event: Event) -> Event:
    """The event, locked, for somebody who leads it and as long as it is planned."""
    if not may_lead_event(by, event):
        raise MayNotLead("Whoever leads this, and the hosts, change it.")
    found = held(event)
    if found.state != Event.State.PLANNED:
        raise NotAsPlanned("This is cancelled.")
    return found


def _held_opening(event: Event) -> Post:
    """The post that begins it, locked: before the event, as by who edits it, so that nobody waits in a circle."""
    return hold_post(event.thread.posts.get(seq=1))


def _keep_words(opening: Post, before: str, *, by: Person, at: datetime) -> None:
    """Where leaders changed what is said of it: keep what was said for moderators, and look for worries in the new.

    They are kept with the post that begins it, as what a report of it shows; lines that are new are read as the words
    of whoever wrote them there.
    """
    now = further_words_of(opening)
    if now == before:
        return
    EarlierPost.objects.create(post=opening, body="\n\n".join(filter(None, [words_of(opening), before])), until=at)
    writer = opening.thread.network.memberships.select_related("person").get(person=by)
    new = [line for line in now.splitlines() if line not in before.splitlines()]
    look_for_worries(post=opening, at=at, said="\n".join(new), writer=writer)


def _check(kind: str, begins: Sequence[datetime], facts: Facts, network: Network) -> None:
    if kind == Event.Kind.COURSE and not 2 <= len(begins) <= MOST_SESSIONS:
        raise NotAsPlanned({"count": f"A course has 2 to {MOST_SESSIONS} sessions."})
    if kind == Event.Kind.MEETING and len(begins) != 1:
        raise NotAsPlanned({"count": "A meeting has one session."})
    if not 1 <= facts.capacity <= MOST_PLACES:
        raise NotAsPlanned({"capacity": f"There can be 1 to {MOST_PLACES} places."})
    leaders = network.memberships.leaders().filter(pk__in=[leader.pk for leader in facts.leaders])
    if not facts.leaders or len(leaders) != len(facts.leaders):
        raise NotAsPlanned({"leaders": "Choose who leads it, among the hosts and leaders of this network."})
    if kind == Event.Kind.COURSE and not has_trained_leader(leaders):
        raise NotAsPlanned({"leaders": "A course needs somebody among its leaders who was trained to lead."})
    if facts.way == Event.Way.IN_PERSON and not facts.where:
        raise NotAsPlanned({"where": "Say where it is: a public place."})


def _columns(facts: Facts) -> dict[str, str | int]:
    return {
        "way": facts.way,
        "capacity": facts.capacity,
        "where": facts.where,
        "how_to_join": facts.how_to_join,
        "materials": facts.materials,
    }
