"""Who looks after whom, and to which areas somebody belongs besides their own."""

from datetime import datetime

from people.models import Area, Assignment, Belonging, Person


def assign(*, carer: Person, person: Person, kind: str, at: datetime) -> Assignment:
    """Let `carer` look after `person` from now on; doing it twice changes nothing."""
    assignment, _ = Assignment.objects.current().get_or_create(
        carer=carer, person=person, kind=kind, defaults={"began_at": at}
    )
    return assignment


def unassign(*, carer: Person, person: Person, kind: str, at: datetime) -> None:
    Assignment.objects.current().filter(carer=carer, person=person, kind=kind).update(ended_at=at)


def belong(*, person: Person, area: Area, at: datetime) -> Belonging:
    """Let an area look after somebody too, from now on; doing it twice changes nothing."""
    belonging, _ = Belonging.objects.current().get_or_create(person=person, area=area, defaults={"began_at": at})
    return belonging


def belong_no_more(*, person: Person, area: Area, at: datetime) -> None:
    Belonging.objects.current().filter(person=person, area=area).update(ended_at=at)
