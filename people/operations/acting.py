"""What somebody lets another do in their name."""

from collections.abc import Collection
from datetime import datetime

from people.models import Mandate, Person


def let_act(*, holder: Person, person: Person, acts: Collection[str], at: datetime) -> None:
    """Let `holder` do just these in the name of `person`, from now on; what is not among them ends at once."""
    current = Mandate.objects.current().filter(holder=holder, person=person)
    current.exclude(act__in=acts).update(ended_at=at)
    for act in acts:
        current.get_or_create(holder=holder, person=person, act=act, defaults={"began_at": at})
