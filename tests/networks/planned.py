"""Events for the tests, planned by the operation leaders use."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from networks.models import Event, Membership, Place
from networks.operations import Facts, plan_event, take_place
from people.models import Person
from tests.fixtures import NOW

HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(weeks=1)
# Three days after today, and every week from then on.
FIRST = NOW + 3 * DAY


def facts(*leaders: Membership, **said: Any) -> Facts:
    return Facts(**{"way": Event.Way.VIDEO, "capacity": 2, "how_to_join": "Room 7", "leaders": leaders, **said})


def plan(
    leader: Membership, *, begins: Sequence[datetime] = (FIRST,), title: str = "A walk", at: datetime = NOW, **said: Any
) -> Event:
    """A meeting that this leader plans and leads; a course where there are several sessions. Each takes an hour."""
    return plan_event(
        by=leader.person,
        network=leader.network,
        kind=Event.Kind.MEETING if len(begins) == 1 else Event.Kind.COURSE,
        title=title,
        body="For whoever likes.",
        begins=begins,
        lasts=HOUR,
        facts=facts(leader, **said),
        client_id=uuid4(),
        at=at,
    )


def take(person: Person, event: Event, at: datetime = NOW) -> str:
    return take_place(by=person, event=event, at=at).state


def comers(event: Event) -> dict[str, list[str]]:
    """The names by how their places stand, in the order of the list."""
    found: dict[str, list[str]] = {}
    for place in Place.objects.filter(event=event).select_related("membership"):
        found.setdefault(place.state, []).append(place.membership.chosen_name)
    return found
