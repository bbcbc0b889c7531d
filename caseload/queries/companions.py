"""Who is there for a member beside the one alongside them, and who could be."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.urls import reverse

from caseload.models import Companion, Spoken
from caseload.models.companion import CompanionQuerySet
from caseload.rules import may_answer_companion, may_end_companion, may_speak_for
from matching.models import Pairing
from people.models import Mandate, Person, Role, StateChange
from safeguarding.queries import those_who_may_meet
from support.queries import goals_of_steps

# What was done in somebody's name, by machine and move.
DONE = {
    ("support.appointment", "", "booked"): "Booked an appointment",
    ("support.appointment", "booked", "booked"): "Moved an appointment",
    ("support.appointment", "booked", "cancelled"): "Cancelled an appointment",
    ("support.step", "", "open"): "Added a step",
    ("support.step", "open", "done"): "Marked a step as done",
    ("support.step", "open", "let_go"): "Let a step go",
    ("support.step", "done", "open"): "Said that a step is to do after all",
    ("support.step", "let_go", "open"): "Said that a step is to do after all",
}
MOST_DONE = 50


@dataclass(frozen=True)
class Done:
    """One thing done in the member's name; `url` is where they look at it and take it back."""

    what: str
    at: datetime
    url: str


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
    # What the other may do in the member's name, and what of it they have done, the latest first.
    acts: list[Mandate.Act]
    done: list[Done]

    @property
    def acts_in_support(self) -> bool:
        """Whether there is more to do in the member's name than to speak."""
        return any(act != Mandate.Act.SPEAK for act in self.acts)


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
        acts=acts_of(companion),
        done=done_by(companion) if viewer.pk in (companion.member_id, companion.person_id) else [],
    )


def acts_of(companion: Companion) -> list[Mandate.Act]:
    given = Mandate.objects.current().filter(holder=companion.person, person=companion.member)
    held = set(given.values_list("act", flat=True))
    return [act for act in Mandate.Act if act in held]


def done_by(companion: Companion) -> list[Done]:
    changes = list(StateChange.objects.filter(by=companion.person, in_name_of=companion.member)[:MOST_DONE])
    steps = goals_of_steps([change.subject for change in changes if change.machine == "support.step"])
    return [
        Done(
            what=DONE[change.machine, change.before, change.after],
            at=change.at,
            url=reverse("goal", args=[steps[change.subject]])
            if change.machine == "support.step"
            else reverse("appointment", args=[change.subject]),
        )
        for change in changes
    ]


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
