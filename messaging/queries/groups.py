"""Questions about groups: who is in one and reads since when, who is asked to come, and whom one may ask."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, F, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from messaging.models import Conversation, Message, Participant
from messaging.rules import KEEPERS, MOST_PEOPLE, may_invite, may_remove, may_rename
from people.models import Area, Assignment, Person, Role
from safeguarding.queries import blocked_ids, those_who_may_meet

# Whoever has more people to choose from finds them by name.
MOST_SHOWN = 30


@dataclass(frozen=True)
class PersonHere:
    """Somebody who is in a group or asked to come; `reads_since` is None for who reads everything."""

    person: Person
    is_asked: bool
    reads_since: datetime | None
    may_be_removed: bool


@dataclass(frozen=True)
class PeopleHere:
    """Who is in a group, who is asked to come, and what the viewer may do about it."""

    people: list[PersonHere]
    may_invite: bool
    may_rename: bool

    @property
    def is_full(self) -> bool:
        return len(self.people) >= MOST_PEOPLE


@dataclass(frozen=True)
class Invitation:
    """What somebody is told before they decide whether to come."""

    conversation: Conversation
    asked_by: Person | None
    others: list[Person]
    reads_since: datetime | None
    already_said: int


def groups_known_to(viewer: Person) -> QuerySet[Conversation]:
    """Groups the viewer is in, is asked into, or was in: so that pressing twice is answered like pressing once."""
    return Conversation.objects.filter(is_group=True, participants__person=viewer)


def places_in(conversation: Conversation) -> QuerySet[Participant]:
    """Everybody's place: who is there, who is asked, and who has left or declined."""
    return Participant.objects.filter(conversation=conversation).select_related("conversation", "person")


def place_of(person: Person, conversation: Conversation) -> Participant | None:
    return places_in(conversation).filter(person=person).first()


def those_there_or_asked(conversation: Conversation) -> list[int]:
    places = Participant.objects.filter(conversation=conversation, left_at=None)
    return list(places.order_by("pk").values_list("person_id", flat=True))


def is_over(conversation: Conversation, *, without: int = 0) -> bool:
    """Whether nobody would be left to talk with, or nobody who answers for the group, once this person is gone."""
    staying = places_in(conversation).filter(left_at=None).exclude(person=without)
    expected = dict(staying.values_list("person_id", "joined_at"))
    kept = Person.objects.filter(pk__in=expected).holding(*KEEPERS).exists()
    return len(expected) < 2 or not any(expected.values()) or not kept


def people_here(viewer: Person, conversation: Conversation) -> PeopleHere | None:
    """Who is in the group, in the order in which they came; None for two people, who know it."""
    if not conversation.is_group:
        return None
    staying = places_in(conversation).filter(left_at=None)
    places = list(_with_first_seen(staying).order_by(F("joined_at").asc(nulls_last=True), "pk"))
    own = next((place for place in places if place.person_id == viewer.pk and place.joined_at), None)
    if own is None:
        return None
    # The viewer as the request knows them, whose roles are read once.
    own.person = viewer
    people = [
        PersonHere(place.person, place.joined_at is None, _reads_since(place), may_remove(own, place))
        for place in places
    ]
    return PeopleHere(people, may_invite(viewer, conversation), may_rename(own))


def invitations_for(person: Person) -> list[Invitation]:
    """What this person is asked into and may still accept, the latest first."""
    present = Participant.objects.current().select_related("person").order_by("joined_at", "pk")
    places = (
        _with_first_seen(Participant.objects.invited().filter(person=person, conversation__closed_at=None))
        .annotate(already_said=_said_since_from_seq())
        .select_related("conversation", "invited_by")
        .prefetch_related(Prefetch("conversation__participants", present, to_attr="present"))
        .order_by("-invited_at", "-pk")
    )
    apart = blocked_ids(person)
    return [one for one in map(_invitation, places) if not apart & {other.pk for other in one.others}]


def _invitation(place: Any) -> Invitation:
    """`place` is a Participant with what invitations_for adds to it."""
    return Invitation(
        conversation=place.conversation,
        asked_by=place.invited_by,
        others=[one.person for one in place.conversation.present],
        reads_since=_reads_since(place),
        already_said=place.already_said,
    )


def _with_first_seen(places: QuerySet[Participant]) -> QuerySet[Any]:
    """The places with the time of the first thing that each may read."""
    seen = Message.objects.filter(conversation=OuterRef("conversation"), seq__gt=OuterRef("from_seq")).order_by("seq")
    return places.annotate(first_seen_at=Subquery(seen.values("sent_at")[:1]))


def _reads_since(place: Any) -> datetime | None:
    since: datetime | None = place.first_seen_at if place.from_seq else None
    return since


def _said_since_from_seq() -> Coalesce:
    seen = Message.objects.waiting().filter(conversation=OuterRef("conversation"), seq__gt=OuterRef("from_seq"))
    counted = seen.order_by().values("conversation").annotate(number=Count("pk"))
    return Coalesce(Subquery(counted.values("number")), 0)


def number_said_to(viewer: Person, conversation: Conversation) -> int:
    """How many messages the viewer can read here, and so could let somebody else read."""
    return Message.objects.visible_to(viewer).waiting().filter(conversation=conversation).count()


def people_to_invite(by: Person, conversation: Conversation | None = None) -> QuerySet[Person]:
    """Whom `by` may ask into the group, or into one they begin: known to them, and kept apart from nobody in it."""
    there = those_there_or_asked(conversation) if conversation else [by.pk]
    return those_who_may_meet(there).filter(_known_to(by)).order_by("chosen_name", "pk")


def found_to_invite(by: Person, conversation: Conversation | None = None, *, name: str = "") -> list[Person]:
    """The first of them whose name has this in it, as many as one can look through, with what they are here."""
    people = people_to_invite(by, conversation).filter(chosen_name__icontains=name)
    roles = Prefetch("roles", Role.objects.current(), to_attr="roles_now")
    return list(people.prefetch_related(roles)[:MOST_SHOWN])


def _known_to(by: Person) -> Q:
    """Whom `by` sees, who looks after them or after those they look after, and who is there for their area."""
    mine = by.looks_after.filter(ended_at=None).values("person")
    carers = Assignment.objects.current().filter(Q(person=by) | Q(person__in=mine)).values("carer")
    known = Q(pk__in=Person.objects.visible_to(by).values("pk")) | Q(pk__in=carers)
    # A member meets advisers through matching only; an interpreter is there for whoever needs one.
    kinds = [Role.Kind.INTERPRETER, Role.Kind.ADVISER] if by.holds(*KEEPERS) else [Role.Kind.INTERPRETER]
    # Of their area, or of one that it lies in: whoever works for a whole service works for each part of it.
    around = Area.objects.over(Area.objects.of(by))
    return known | Q(area__in=around, pk__in=Role.objects.current().filter(kind__in=kinds).values("person"))
