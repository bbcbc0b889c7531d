"""The command makes the town once, and says so in one line the second time."""

from io import StringIO

import pytest
from django.core.management import call_command

from people.models import Person

pytestmark = pytest.mark.django_db


def made() -> str:
    out = StringIO()
    call_command("make_demo", "--members", "40", "--seed", "3", stdout=out)
    return out.getvalue()


def test_a_town_is_made_once() -> None:
    assert made() == "Made a town of 40 members, with advisers, peers and networks.\n"
    people = Person.objects.count()

    assert made() == "The demo people are here already: nothing was changed.\n"
    assert Person.objects.count() == people == 40 + 14 + 8
