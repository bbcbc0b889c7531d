"""An adviser's or a peer's own caseload: whom they are alongside, and how many places they have left."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from caseload.models import Absence, Companion, Cover, FollowUp, Handover
from caseload.queries.companions import companion_of_whom
from caseload.queries.covers import covers_around
from caseload.queries.follow_ups import follow_ups_of
from caseload.queries.handovers import handovers_around
from caseload.words import shortened
from matching.models import Helper, Pairing
from messaging.models import Participant
from messaging.queries import unread_at_place
from people.models import Person
from support.models import Goal
from support.queries import goals_counted


@dataclass(frozen=True)
class Alongside:
    """One person somebody is alongside; `last_at` is None where nothing was written yet."""

    person: Person
    pairing_id: int
    conversation_id: int
    about: str
    began_at: datetime
    last_at: datetime | None
    unread: int
    # Of what the two work on together.
    goals_open: int
    goals_reached: int


@dataclass(frozen=True)
class MyPeople:
    """What a helper carries; `offer` is None for an adviser or peer who has not yet said how many they can."""

    offer: Helper | None
    people: list[Alongside]
    # That they have asked for cover, while nobody has answered.
    absence: Absence | None
    # With whom they stand in now or soon, and who does so for them.
    standing_in: list[Cover]
    stood_in_for: list[Cover]
    follow_ups: list[FollowUp]
    # Whom they are to go on with, or do, and who goes on for them.
    going_on: list[Handover]
    followed: list[Handover]
    # For whom they are there beside whoever is alongside them.
    beside: list[Companion]


def my_people_of(viewer: Person) -> MyPeople:
    """Whoever wrote and was not read first, then the latest conversation."""
    pairings = (
        Pairing.objects.active()
        .filter(helper__person=viewer)
        .annotate(
            unread=Coalesce(unread_of(viewer), 0),
            goals_open=goals_counted(Goal.State.ACTIVE),
            goals_reached=goals_counted(Goal.State.REACHED),
        )
        .select_related("request__person", "conversation")
        .prefetch_related("request__topics")
        .order_by("-unread", F("conversation__last_at").desc(nulls_last=True), "pk")
    )
    covers, handovers = list(covers_around(viewer)), list(handovers_around(viewer))
    return MyPeople(
        offer=Helper.objects.filter(person=viewer).first(),
        absence=Absence.objects.asked().filter(helper__person=viewer).first(),
        people=[as_alongside(pairing) for pairing in pairings],
        standing_in=[cover for cover in covers if cover.helper.person_id == viewer.pk],
        stood_in_for=[cover for cover in covers if cover.helper.person_id != viewer.pk],
        follow_ups=list(follow_ups_of(viewer)),
        going_on=[one for one in handovers if one.helper.person_id == viewer.pk],
        beside=list(companion_of_whom(viewer)),
        followed=[one for one in handovers if one.helper.person_id != viewer.pk and one.chosen_at is None],
    )


def unread_of(viewer: Person) -> Subquery:
    """How many messages wait for the viewer in the conversation of the pairing asked about."""
    places = Participant.objects.current().filter(person=viewer, conversation=OuterRef("conversation"))
    return Subquery(places.values(number=unread_at_place())[:1])


def as_alongside(pairing: Pairing) -> Alongside:
    return Alongside(
        person=pairing.request.person,
        pairing_id=pairing.pk,
        conversation_id=pairing.conversation_id,
        about=shortened([topic.name for topic in pairing.request.topics.all()]),
        began_at=pairing.began_at,
        last_at=pairing.conversation.last_at,
        unread=pairing.unread,  # type: ignore[attr-defined]
        goals_open=pairing.goals_open,  # type: ignore[attr-defined]
        goals_reached=pairing.goals_reached,  # type: ignore[attr-defined]
    )
