"""The facts about people, one module per noun."""

from people.models.assignment import Assignment
from people.models.belonging import Belonging
from people.models.calendar import CalendarKey
from people.models.consent import Consent
from people.models.history import RecordRead, StateChange
from people.models.mandate import Mandate
from people.models.person import Person
from people.models.place import Area, Topic
from people.models.role import Role

__all__ = [
    "Area",
    "Assignment",
    "Belonging",
    "CalendarKey",
    "Consent",
    "Mandate",
    "Person",
    "RecordRead",
    "Role",
    "StateChange",
    "Topic",
]
