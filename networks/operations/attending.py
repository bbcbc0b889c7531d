"""Verbs of what was: leaders note who came to a session, and who was there says whether it helped."""

from collections.abc import Collection
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from networks.models import Attendance, Event, Feedback, Membership, Place
from networks.operations.authors import MayNotLead
from networks.operations.places import held
from networks.operations.screening import look_into_feedback
from networks.rules import may_lead_event
from people.errors import HasMovedOn
from people.models import Person


class HasNotBegun(HasMovedOn):
    """Nobody can have come yet."""


class MayNotSay(PermissionDenied):
    """Who had a place says how it was, once the event is over."""


@transaction.atomic
def note_attendance(
    *, by: Person, event: Event, number: int, shown: Collection[Place], came: Collection[Place], at: datetime
) -> None:
    """Note of those whom the leader was shown who came to a session that has begun: who is in `came`.

    It can be noted again as often as need be; what was noted last counts. Who has no place any more stays as noted.
    """
    noter = Membership.objects.current().select_for_update(of=("self",), no_key=True)
    membership = noter.filter(person=by, network=event.thread.network_id).first()
    if membership is None or not may_lead_event(by, event):
        raise MayNotLead("Whoever leads this, and the hosts, note who came.")
    found = held(event)
    session = found.sessions.get(number=number)
    if session.begins_at > at:
        raise HasNotBegun("This session has not begun yet.")
    chosen = {place.pk for place in came}
    Attendance.objects.bulk_create(
        [
            Attendance(session=session, place=place, came=place.pk in chosen, noted_by=membership, noted_at=at)
            for place in found.places.going().filter(pk__in=[place.pk for place in shown]).order_by("pk")
        ],
        update_conflicts=True,
        unique_fields=["session", "place"],
        update_fields=["came", "noted_by", "noted_at"],
    )


@transaction.atomic
def give_feedback(*, by: Person, event: Event, helped: int, words: str, at: datetime) -> Feedback:
    """Say how much it helped, from 1 to 5, once it is over; said again, the last counts. Nothing follows from it."""
    place = Place.objects.going().filter(event=event, membership__in=Membership.objects.current().filter(person=by))
    mine = place.select_for_update(of=("self",), no_key=True).first()
    if mine is None:
        raise MayNotSay("Who had a place here says how it was.")
    if event.state == Event.State.CANCELLED or event.sessions.filter(ends_at__gt=at).exists():
        raise HasMovedOn("This is not over yet.")
    said, _ = Feedback.objects.update_or_create(place=mine, defaults={"helped": helped, "words": words, "given_at": at})
    said.calls_for_help = look_into_feedback(feedback=said, at=at)
    return said
