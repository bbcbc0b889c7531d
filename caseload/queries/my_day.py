"""What an adviser or a peer has before them today: what is due, what waits to be read, and when they are there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from caseload.queries.helpers import CHECKS_RUN_OUT_IN
from caseload.queries.my_people import MyPeople
from caseload.queries.silent import SILENT_AFTER
from caseload.words import how_long
from matching.models import Helper, Proposal
from messaging.hours import hours_from, hours_words
from messaging.queries import preferences_of
from people.models import Person
from support.models import Agreement, Appointment, Signature, Step


@dataclass(frozen=True)
class Due:
    """One thing to do, and where; `is_late` where its day has passed."""

    words: str
    link: str
    is_late: bool = False


@dataclass(frozen=True)
class MyDay:
    """`hours` are empty where somebody has not said when they usually answer."""

    day: date
    # Still to come today, the next first.
    appointments: list[Appointment]
    unread: int
    due: list[Due]
    hours: str
    away_until: date | None


def my_day_of(viewer: Person, mine: MyPeople, *, at: datetime) -> MyDay:
    """In a fixed number of queries beside those for one's people."""
    today = timezone.localdate(at)
    wishes = preferences_of(viewer)
    booked = booked_until_tonight(viewer, today)
    return MyDay(
        day=today,
        appointments=[one for one in booked if one.ends_at > at],
        unread=sum(one.unread for one in mine.people),
        due=[
            *how_it_went(one for one in booked if one.ends_at <= at),
            *choosing_me(viewer),
            *my_checks(mine.offer, today),
            *agreements_due(viewer, today),
            *steps_due(viewer, today),
            *silences(mine, at),
        ],
        hours=hours_words(hours_from(wishes.hours)),
        away_until=wishes.away_until if wishes.is_away(on=today) else None,
    )


def booked_until_tonight(viewer: Person, today: date) -> list[Appointment]:
    """Those of today, and earlier ones of which nobody has said how they went."""
    found = Appointment.objects.booked().filter(helper=viewer, begins_at__date__lte=today)
    return list(found.select_related("member").order_by("begins_at", "pk"))


def how_it_went(appointments: Iterable[Appointment]) -> Iterator[Due]:
    for one in appointments:
        words = f"Say how it went with {one.member} on {timezone.localtime(one.begins_at):%-d %B}"
        yield Due(words, reverse("appointment", args=[one.pk]))


def choosing_me(viewer: Person) -> Iterator[Due]:
    number = Proposal.objects.offered_with(viewer).count()
    if number:
        people = "1 person" if number == 1 else f"{number} people"
        yield Due(f"{people} may choose you: look whether it suits you", reverse("helping"))


def my_checks(offer: Helper | None, today: date) -> Iterator[Due]:
    """Without a date in time nobody new is matched, so it is said a month before."""
    if offer is None or offer.state not in (Helper.State.ACTIVE, Helper.State.PAUSED):
        return
    until = offer.vetted_until
    if until is None or until < today:
        yield Due("Your checks need a new date: ask your coordinator", reverse("helping"), is_late=True)
    elif until <= today + CHECKS_RUN_OUT_IN:
        yield Due(f"Your checks run out on {until:%-d %B}: ask your coordinator", reverse("helping"))


def agreements_due(viewer: Person, today: date) -> Iterator[Due]:
    """What waits for one's own signature, and what was to be looked at again by now."""
    signed = Signature.objects.filter(agreement=OuterRef("pk"), person=viewer)
    unsigned = Q(state=Agreement.State.PROPOSED) & ~Exists(signed)
    found = (
        Agreement.objects.filter(unsigned | Q(state=Agreement.State.IN_FORCE, review_on__lte=today))
        .filter(pairing__helper__person=viewer, pairing__state="active")
        .select_related("pairing__request__person")
        .order_by("review_on", "pk")
    )
    for one in found:
        member, link = one.pairing.request.person, reverse("agreement", args=[one.pairing_id])
        if one.state == Agreement.State.PROPOSED:
            yield Due(f"Sign the agreement with {member}, or say what should be different", link)
        else:
            yield Due(f"Look again at the agreement with {member}", link, is_late=one.review_on < today)


def steps_due(viewer: Person, today: date) -> Iterator[Due]:
    """One's own steps on the way to a goal, of today or before."""
    steps = (
        Step.objects.filter(state=Step.State.OPEN, by_when__lte=today, goal__state="active")
        .exclude(whose=Step.Whose.MEMBER)
        .filter(goal__pairing__helper__person=viewer, goal__pairing__state="active")
        .select_related("goal__member")
        .order_by("by_when", "pk")
    )
    for step in steps:
        assert step.by_when is not None
        words = f"With {step.goal.member}: {step.words}"
        yield Due(words, reverse("goal", args=[step.goal_id]), is_late=step.by_when < today)


def silences(mine: MyPeople, at: datetime) -> Iterator[Due]:
    """Whom nobody of the two has written to for two weeks: a short hello is enough."""
    today = timezone.localdate(at)
    for one in mine.people:
        since = one.last_at or one.began_at
        if since <= at - SILENT_AFTER:
            silent = how_long(timezone.localdate(since), today)
            yield Due(
                f"You and {one.person} have not written for {silent}",
                reverse("conversation", args=[one.conversation_id]),
            )
