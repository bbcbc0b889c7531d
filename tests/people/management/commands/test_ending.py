"""`manage.py end_role` and `deactivate`: what is taken back, and a sentence where there is nothing to take."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from people.models import Area, Person


def said(*arguments: str) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue().strip()


def test_a_role_in_an_area_is_taken_back(north: Area, dev: Person) -> None:
    assert said("end_role", "DEV@example.org", "coordinator", "--area", "north") == "Dev is no longer: Coordinator."
    assert not Person.objects.get(pk=dev.pk).holds("coordinator")


def test_an_account_is_closed(ada: Person) -> None:
    assert said("deactivate", "ada@example.org") == "Ada can no longer sign in."
    ada.refresh_from_db()
    assert not ada.is_active


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["deactivate", "nobody@example.org"], "Nobody has signed up with nobody@example.org."),
        (["end_role", "nobody@example.org", "peer"], "Nobody has signed up with nobody@example.org."),
        (["end_role", "ada@example.org", "coordinator", "--area", "Moon"], "There is no area called Moon."),
    ],
)
def test_what_cannot_be_is_said(arguments: list[str], why: str, ada: Person) -> None:
    with pytest.raises(CommandError, match=why):
        call_command(*arguments)
