"""Verbs of who comes: take a place or a turn in the waiting list, and give it up. The first in line moves up.

Everybody locks their own membership first and the event after it, so that nobody waits in a circle.
"""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse

from messaging.models import Notice
from messaging.operations import write_notice
from networks.machines import PLACE
from networks.models import Event, Membership, Place, Post
from networks.rules import DAY_BEFORE
from people.errors import HasMovedOn
from people.models import Person
from people.operations import move, remember
from safeguarding.queries import blocked_ids


class MayNotCome(PermissionDenied):
    """Only who is in the network has a place in its events."""


class TooLate(HasMovedOn):
    """The event is over, has begun its last session or was cancelled."""


@transaction.atomic
def take_place(*, by: Person, event: Event, at: datetime) -> Place:
    """Take a place, or a turn at the end of the waiting list where all are taken; twice changes nothing."""
    membership = _member(by, event)
    found = held(event)
    # Asked again under the lock: whoever sees the event may have been kept apart from its planner a moment ago.
    if found.thread.begun_by.person_id in blocked_ids(by):
        raise MayNotCome("You cannot take a place in this.")
    if found.state != Event.State.PLANNED or not found.sessions.filter(begins_at__gt=at).exists():
        raise TooLate("This is over, or cancelled. There are no places any more.")
    place = Place.objects.filter(event=found, membership=membership).first()
    if place is None:
        place = Place.objects.create(event=found, membership=membership, state=Place.State.WAITING, asked_at=at)
        remember(place, machine=PLACE, before="", by=by, at=at, about=None)
    elif place.state == Place.State.GONE:
        move(place, Place.State.WAITING, machine=PLACE, by=by, at=at)
        place.asked_at = at
        place.save(update_fields=["asked_at"])
    else:
        return place
    fill(found, at, pressed_by=by)
    place.refresh_from_db()
    return place


@transaction.atomic
def give_up_place(*, by: Person, event: Event, at: datetime) -> None:
    """Give up a place or a turn in the waiting list; the first who waits gets it and is told. Twice changes nothing."""
    membership = _member(by, event)
    found = held(event)
    if not found.sessions.filter(ends_at__gt=at).exists():
        raise TooLate("This is over.")
    _free(found, membership, by=by, at=at)


@transaction.atomic
def give_up_all_places(*, membership: Membership, by: Person | None, at: datetime) -> None:
    """Free what somebody holds in the events to come, because they left the network or were taken out of it.

    For the transaction that ends their membership, after it has.
    """
    _free_all(membership, Event.objects.all(), by=by, at=at)


def give_up_places_with(*, by: Person, person: Person, at: datetime) -> None:
    """Free what either of two who are kept apart from now on holds in the events to come that the other planned.

    For the transaction that keeps them apart, after it has: whoever takes a place at that moment has had their
    membership locked before, and is found here, or waits for ours, and is refused.
    """
    parts = Membership.objects.select_for_update(of=("self",), no_key=True).filter(person__in=[by, person])
    for membership in parts.order_by("pk"):
        planner = person if membership.person_id == by.pk else by
        _free_all(membership, Event.objects.filter(thread__begun_by__person=planner), by=by, at=at)


def held(event: Event) -> Event:
    """The event as it is now, locked until the caller's transaction ends."""
    locked = Event.objects.select_for_update(of=("self",), no_key=True)
    return locked.select_related("thread__network", "thread__begun_by__person").get(pk=event.pk)


def fill(event: Event, at: datetime, *, pressed_by: Person | None = None) -> None:
    """Let the first who wait have the places there are, in a locked event, and tell them.

    Who is not in the network any more, or apart from whoever planned it and so does not see it, is passed over. Who
    pressed for it just now needs no notice.
    """
    free = event.capacity - event.places_taken
    if free <= 0 or event.state != Event.State.PLANNED or not event.sessions.filter(begins_at__gt=at).exists():
        return
    waiting = event.places.waiting().filter(membership__in=Membership.objects.current())
    waiting = waiting.exclude(membership__person__in=blocked_ids(event.thread.begun_by.person))
    first = list(waiting.select_related("membership__person").order_by("asked_at", "pk")[:free])
    for place in first:
        _give(event, place, at)
    told = [place for place in first if place.membership.person != pressed_by]
    _write(event, told, "You have a place now", "Somebody gave up a place, and you were the first in line.", at)


def tell_of_event(event: Event, places: QuerySet[Place], subject: str, body: str, *, by: Person, at: datetime) -> None:
    """Tell these people, except whoever did it, in words that name neither the network nor the event."""
    to = places.filter(membership__in=Membership.objects.current()).exclude(membership__person=by)
    _write(event, list(to.select_related("membership__person")), subject, body, at)


def tell_of_new_words(post: Post, *, at: datetime) -> None:
    """Where a post begins an event that has new words to be read: calendars take them over, and who comes is told."""
    event = Event.objects.filter(thread=post.thread_id).first() if post.seq == 1 else None
    if event is None:
        return
    found = held(event)
    count_up(found, at)
    if found.state == Event.State.PLANNED and found.sessions.filter(ends_at__gt=at).exists():
        tell_of_event(
            found,
            found.places.going(),
            "Something you have a place in has changed",
            "What is said about it has changed. Please look before you go.",
            by=post.author.person,
            at=at,
        )


def count_up(event: Event, at: datetime) -> None:
    """Save a locked event; a calendar takes over what has a higher number than what it knows."""
    event.revision += 1
    event.changed_at = at
    event.save()


def _member(by: Person, event: Event) -> Membership:
    """Who is asked only to read for some days may come all the same: a place is no post."""
    current = Membership.objects.current().select_for_update(of=("self",), no_key=True)
    membership = current.filter(person=by, network=event.thread.network_id).first()
    if membership is None:
        raise MayNotCome("Join this network to come.")
    return membership


def _give(event: Event, place: Place, at: datetime) -> None:
    """Who gets a place less than a day before a session knows of it, and is not reminded."""
    move(place, Place.State.GOING, machine=PLACE, by=None, at=at)
    soon = event.sessions.filter(begins_at__gt=at, begins_at__lte=at + DAY_BEFORE)
    place.reminded_of = soon.order_by("-begins_at").first()
    place.save(update_fields=["reminded_of"])
    event.places_taken += 1
    event.save(update_fields=["places_taken"])


def _free_all(membership: Membership, events: QuerySet[Event], *, by: Person | None, at: datetime) -> None:
    to_come = events.filter(state=Event.State.PLANNED, sessions__ends_at__gt=at)
    mine = to_come.filter(places__in=membership.event_places.held())
    for event in mine.distinct().order_by("pk"):
        _free(held(event), membership, by=by, at=at)


def _free(event: Event, membership: Membership, *, by: Person | None, at: datetime) -> None:
    place = event.places.held().filter(membership=membership).first()
    if place is None:
        return
    had_a_place = place.state == Place.State.GOING
    move(place, Place.State.GONE, machine=PLACE, by=by, at=at)
    if had_a_place:
        event.places_taken -= 1
        event.save(update_fields=["places_taken"])
        fill(event, at)


def _write(event: Event, places: list[Place], subject: str, body: str, at: datetime) -> None:
    path = reverse("event", args=[event.thread.network.slug, event.pk])
    for place in places:
        person = place.membership.person
        write_notice(person=person, kind=Notice.Kind.NETWORKS, subject=subject, body=body, path=path, at=at)
