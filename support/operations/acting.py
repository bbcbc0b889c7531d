"""Whoever acts in a member's name reads what they need for it, and the member sees that they did."""

from datetime import datetime

from people.models import Person
from people.operations import record_read
from support.models import Appointment, Goal
from support.operations.steps import in_name_of

WHY = "to act in your name"


def open_acting(*, by: Person, member: Person, at: datetime) -> Person:
    """Read what somebody lets one do for them."""
    record_read(by=by, person=member, why=WHY, at=at)
    return member


def open_appointment(*, by: Person, appointment: Appointment, at: datetime) -> Appointment:
    """Read about it; of the two it is their own, and leaves no note."""
    if appointment.acted_for_by(by):
        open_acting(by=by, member=appointment.member, at=at)
    return appointment


def open_goal(*, by: Person, goal: Goal, at: datetime) -> Goal:
    """Read about it; of the two who work on it it is their own, and leaves no note."""
    if in_name_of(by, goal):
        open_acting(by=by, member=goal.member, at=at)
    return goal
