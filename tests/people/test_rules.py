"""The rules that routes declare, as one truth table over the roles."""

import pytest
from django.contrib.auth.models import AnonymousUser

from people.models import Person
from people.rules import anyone, coordinators, signed_in, those_who_keep_people_safe, those_who_refer
from tests.fixtures import make_person

RULES = (anyone, signed_in, coordinators, those_who_refer, those_who_keep_people_safe)


def answers(person: Person | AnonymousUser) -> str:
    return "".join("x" if rule(person) else "." for rule in RULES)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("role", "expected"),
    [
        # anyone, signed in, coordinators, those who refer, those who keep people safe
        ("member", "xx..."),
        ("peer", "xx..."),
        ("adviser", "xx.x."),
        ("referrer", "xx.x."),
        ("safeguarding_lead", "xx..x"),
        ("coordinator", "xxxxx"),
    ],
)
def test_rules_by_role(role: str, expected: str) -> None:
    assert answers(make_person("Eve", role)) == expected


@pytest.mark.django_db
def test_rules_for_somebody_without_a_role_and_for_nobody() -> None:
    assert (answers(make_person("Eve")), answers(AnonymousUser())) == ("xx...", "x....")
