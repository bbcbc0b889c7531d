"""Who may decide about concerns and who may block whom."""

from people.models import Person
from people.rules import those_who_keep_people_safe
from safeguarding.models import Concern


def may_decide(person: Person, concern: Concern) -> bool:
    """Those who keep people safe, but nobody about themselves or on what they reported."""
    return those_who_keep_people_safe(person) and person.pk not in (
        concern.about_id,
        concern.raised_by_id,
    )


def may_block(person: Person, other: Person) -> bool:
    return person != other
