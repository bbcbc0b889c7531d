"""One current role of a kind, per area and for the whole service."""

import pytest
from django.db import IntegrityError

from people.models import Area, Person, Role
from tests.fixtures import NOW


@pytest.mark.parametrize("everywhere", [True, False])
def test_one_current_role_of_a_kind(eve: Person, north: Area, everywhere: bool) -> None:
    area = None if everywhere else north
    first = Role.objects.create(person=eve, kind=Role.Kind.COORDINATOR, area=area, granted_at=NOW)
    first.ended_at = NOW
    first.save()
    Role.objects.create(person=eve, kind=Role.Kind.COORDINATOR, area=area, granted_at=NOW)
    with pytest.raises(IntegrityError):
        Role.objects.create(person=eve, kind=Role.Kind.COORDINATOR, area=area, granted_at=NOW)


def test_a_role_in_words(dev: Person, ben: Person) -> None:
    assert [str(role) for person in (dev, ben) for role in person.current_roles] == ["Coordinator (North)", "Adviser"]
