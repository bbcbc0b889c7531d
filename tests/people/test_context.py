"""What every page knows about the person who looks at it."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from people.context import me
from people.models import Person
from tests.fixtures import make_person


def known(person: Person | AnonymousUser) -> dict[str, bool]:
    request = RequestFactory().get("/")
    request.user = person
    return me(request)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("role", "helps", "coordinates", "keeps_safe", "refers"),
    [
        ("member", False, False, False, False),
        ("adviser", True, False, False, True),
        ("peer", True, False, False, False),
        ("safeguarding_lead", False, False, True, False),
        ("coordinator", False, True, True, True),
    ],
)
def test_by_role(role: str, helps: bool, coordinates: bool, keeps_safe: bool, refers: bool) -> None:
    assert known(make_person("Eve", role)) == {
        "is_helper": helps,
        "is_coordinator": coordinates,
        "keeps_people_safe": keeps_safe,
        "may_refer": refers,
    }


def test_nothing_of_nobody() -> None:
    assert (known(AnonymousUser()), me(RequestFactory().get("/"))) == ({}, {})
