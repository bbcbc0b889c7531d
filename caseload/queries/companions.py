"""Who is there for a member beside the one alongside them, and who could be."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from caseload.models import Companion, Spoken
from caseload.models.companion import CompanionQuerySet
from caseload.rules import may_answer_companion, may_end_companion, may_speak_for
from matching.models import Pairing
from people.models import Person, Role
from safeguarding.queries import those_who_may_meet


@dataclass(frozen=True)
class CompanionShown:
    """A companion for one of those it is about; `spoken` is what was said in the member's name."""

    companion: Companion
    is_member: bool
    is_companion: bool
    may_answer: bool
    may_change: bool
    may_end: bool
    may_speak: bool
    spoken: list[Spoken]


def companions_for(viewer: Person) -> CompanionQuerySet:
    return Companion.objects.visible_to(viewer).select_related("member", "person", "asked_by", "conversation")


def companion_shown(companion: Companion, viewer: Person) -> CompanionShown:
    is_member = may_answer_companion(viewer, companion)
    is_there, is_asked = companion.state == Companion.State.THERE, companion.state == Companion.State.ASKED
    return CompanionShown(
        companion=companion,
        is_member=is_member,
        is_companion=viewer.pk == companion.person_id,
        may_answer=is_asked and is_member,
        may_change=is_there and is_member,
        may_end=(is_there or is_asked) and may_end_companion(viewer, companion),
        may_speak=may_speak_for(viewer, companion),
        spoken=list(Spoken.objects.filter(companion=companion)),
    )


def companions_of(member: Person, viewer: Person) -> CompanionQuerySet:
    """Who is there for the member, or is to be, as far as the viewer may know."""
    return companions_for(viewer).open().filter(member=member)


def companion_of_whom(person: Person) -> CompanionQuerySet:
    return companions_for(person).there().filter(person=person)


def people_coordinated_by(viewer: Person) -> QuerySet[Person]:
    people: QuerySet[Person] = Person.objects.coordinated_by(viewer)
    return people


def possible_companions(member: Person, viewer: Person, *, on: date) -> QuerySet[Person]:
    """Interpreters, and checked advisers and peers whom the viewer sees: not the lead, nobody kept apart."""
    lead = Pairing.objects.active().filter(request__person=member).values("helper__person")
    open_now = Companion.objects.open().filter(member=member).values("person")
    interpreters = Q(pk__in=Person.objects.holding(Role.Kind.INTERPRETER).values("pk"))
    checked = Q(
        pk__in=Person.objects.holding(Role.Kind.ADVISER, Role.Kind.PEER).values("pk"), helper__vetted_until__gte=on
    )
    seen = Q(pk__in=Person.objects.visible_to(viewer).values("pk"))
    found = those_who_may_meet([member.pk]).filter(interpreters | (checked & seen))
    return found.exclude(pk__in=lead).exclude(pk__in=open_now).exclude(pk=viewer.pk).order_by("chosen_name", "pk")
