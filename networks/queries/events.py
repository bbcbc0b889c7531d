"""Questions about events: which there are, who comes, whose turn it is, and who is to be reminded."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, F, Max, Min, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from networks.models import Event, Membership, Network, Place, Session
from networks.models.event import PlaceQuerySet
from networks.models.standing import FOR_ALL
from networks.rules import DAY_BEFORE
from people.models import Person
from safeguarding.models import Block
from safeguarding.queries import blocked_ids

EVENTS_ON_A_PAGE = 20


def events_for(viewer: Person) -> QuerySet[Event]:
    return Event.objects.visible_to(viewer).select_related("thread__network", "thread__begun_by__person")


def events_of(network: Network, viewer: Person, which: str, at: datetime) -> QuerySet[Event]:
    """The events that are "coming", "past" or "mine", each with what a list says of it.

    `next_at` is when its next session begins (None once all have), `began_at` the first, `over_at` the end of the last;
    `meetings` counts its sessions, `waiting` the waiting list; `my_state` is that of the viewer's own place.
    """
    sessions = Session.objects.filter(event=OuterRef("pk")).order_by("begins_at")
    mine = Place.objects.filter(event=OuterRef("pk"), membership__person=viewer)
    found = (
        events_for(viewer)
        .filter(thread__network=network)
        .annotate(
            next_at=Subquery(sessions.filter(ends_at__gt=at).values("begins_at")[:1]),
            began_at=Min("sessions__begins_at"),
            over_at=Max("sessions__ends_at"),
            meetings=Count("sessions"),
            waiting=_how_many(Place.objects.waiting()),
            my_state=Coalesce(Subquery(mine.held().values("state")), Value("")),
        )
    )
    match which:
        case "past":
            return found.filter(next_at=None).order_by("-over_at", "-pk")
        case "mine":
            own = Q(my_state__gt="") | Q(pk__in=led_by(viewer).values("pk"))
            return found.filter(own).order_by(F("next_at").asc(nulls_last=True), "-over_at", "pk")
    return found.exclude(next_at=None).order_by("next_at", "pk")


def led_by(person: Person) -> QuerySet[Event]:
    return Event.objects.filter(leaders__in=Membership.objects.leaders().filter(person=person)).distinct()


def _how_many(places: QuerySet[Place]) -> Coalesce:
    counted = places.filter(event=OuterRef("pk")).order_by().values("event").annotate(count=Count("pk"))
    return Coalesce(Subquery(counted.values("count")), Value(0))


def who_leads(event: Event, viewer: Person) -> QuerySet[Membership]:
    """Who leads it and still may, except somebody from whom the viewer is kept apart."""
    leading = Membership.objects.leaders().filter(leads=event)
    return leading.exclude(person__in=blocked_ids(viewer)).order_by("chosen_name")


def leaders_to_choose(network: Network, chooser: Person) -> QuerySet[Membership]:
    leaders = network.memberships.leaders().exclude(person__in=blocked_ids(chooser))
    return leaders.order_by("chosen_name")


def place_at(event: Event, person: Person) -> Place | None:
    """Somebody's place, or turn in the waiting list."""
    return event.places.held().filter(membership__person=person).first()


def turn_of(place: Place) -> int:
    """Where in the waiting list it stands, counted from 1."""
    before = Q(asked_at__lt=place.asked_at) | Q(asked_at=place.asked_at, pk__lte=place.pk)
    return Place.objects.waiting().filter(before, event=place.event_id).count()


def places_of(event: Event, leader: Person) -> PlaceQuerySet:
    """Who has a place or waits, as a leader sees it: by the names of the network, without whom they are apart from."""
    held: PlaceQuerySet = event.places.held().exclude(membership__person__in=blocked_ids(leader))
    return held.select_related("membership")


def who_would_be_told(event: Event, by: Person) -> tuple[int, int]:
    """How many with a place, and how many in the waiting list, hear of it when `by` cancels."""
    held = event.places.filter(membership__in=Membership.objects.current()).exclude(membership__person=by)
    return held.going().count(), held.waiting().count()


@dataclass(frozen=True)
class Due:
    """Somebody is to be reminded of a session."""

    place: Place
    session: Session


def reminders_due(at: datetime) -> Iterator[Due]:
    """Who has a place in a session that begins within a day and was not reminded of it, or of a later one, before.

    Nobody is reminded of what they cannot see: what is kept back, what was planned by somebody they are apart from.
    """
    soon = Session.objects.filter(begins_at__gt=at, begins_at__lte=at + DAY_BEFORE)
    not_yet = soon.filter(
        event=OuterRef("event"), begins_at__gt=Coalesce(OuterRef("reminded_of__begins_at"), Value(at))
    )
    planner, comer = OuterRef("event__thread__begun_by__person"), OuterRef("membership__person")
    apart = Block.objects.current().filter(Q(by=planner, person=comer) | Q(by=comer, person=planner))
    places = (
        Place.objects.going()
        .filter(
            event__in=Event.objects.planned().filter(pk__in=soon.values("event"), thread__standing__in=FOR_ALL),
            membership__in=Membership.objects.current(),
        )
        .annotate(session=Subquery(not_yet.order_by("begins_at").values("pk")[:1]))
        .exclude(session=None)
        .exclude(Exists(apart))
        .select_related("membership__person", "event__thread__network")
    )
    found = [(place, vars(place)["session"]) for place in places]
    sessions = Session.objects.in_bulk({session for _, session in found})
    return (Due(place, sessions[session]) for place, session in found)
