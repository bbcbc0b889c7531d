"""What somebody lets another do in their name: the appointments and the goals of that."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from matching.models import Pairing
from people.models import Mandate, Person
from people.queries import people_acted_for
from people.rules import may_act_for
from support.models import Appointment
from support.queries.appointments import appointments_reached_by
from support.queries.goals import GoalCard, open_goals_seen_by


@dataclass(frozen=True)
class ActingFor:
    """What is there to do for `member`; None where they do not let one. Appointments are booked in `pairing`."""

    member: Person
    pairing: Pairing | None
    appointments: list[Appointment] | None
    goals: list[GoalCard] | None


def people_one_acts_for(holder: Person) -> QuerySet[Person]:
    """In whose name somebody may book or take steps now."""
    booked, taken = (people_acted_for(holder, act) for act in (Mandate.Act.APPOINTMENTS, Mandate.Act.STEPS))
    found: QuerySet[Person] = Person.objects.active().filter(pk__in=booked.union(taken))
    return found


def acting_for(holder: Person, member: Person, at: datetime) -> ActingFor:
    books, steps = (may_act_for(holder, member, act) for act in (Mandate.Act.APPOINTMENTS, Mandate.Act.STEPS))
    pairing = Pairing.objects.active().filter(request__person=member).select_related("helper__person").first()
    booked = appointments_reached_by(holder, at).filter(member=member, state=Appointment.State.BOOKED)
    return ActingFor(
        member=member,
        pairing=pairing if books else None,
        appointments=list(booked.order_by("begins_at", "pk")) if books else None,
        goals=open_goals_seen_by(holder, member) if steps else None,
    )
