"""One current assignment of a kind between two people, and none with oneself."""

import pytest
from django.db import IntegrityError

from people.models import Assignment, Person, Role
from tests.fixtures import NOW


def test_one_current_assignment_of_a_kind(ada: Person, ben: Person) -> None:
    facts = {"carer": ben, "person": ada, "kind": Role.Kind.ADVISER, "began_at": NOW}
    Assignment.objects.create(**facts, ended_at=NOW)
    Assignment.objects.create(**facts)
    with pytest.raises(IntegrityError):
        Assignment.objects.create(**facts)


def test_nobody_looks_after_themselves(ben: Person) -> None:
    with pytest.raises(IntegrityError):
        Assignment.objects.create(carer=ben, person=ben, kind=Role.Kind.ADVISER, began_at=NOW)
