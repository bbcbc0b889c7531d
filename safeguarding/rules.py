"""Who may decide about concerns, who may change a report, and who may block whom."""

from people.models import Person
from people.rules import those_who_keep_people_safe
from safeguarding.models import Concern


def may_decide(person: Person, concern: Concern) -> bool:
    """Those who keep people safe, but nobody about themselves or on what they reported."""
    return those_who_keep_people_safe(person) and person.pk not in (
        concern.about_id,
        concern.raised_by_id,
    )


def may_change_report(person: Person, concern: Concern) -> bool:
    """Whoever reported it may say more or take it back, until somebody looks into it."""
    return concern.raised_by_id == person.pk and concern.state == Concern.State.OPEN


def may_block(person: Person, other: Person) -> bool:
    return person != other
