"""`manage.py grant_role`: the first coordinator, and a clear word when it cannot be."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from people.models import Area, Person


def grant(*arguments: str) -> str:
    said = StringIO()
    call_command("grant_role", *arguments, stdout=said)
    return said.getvalue()


def roles(person: Person) -> list[str]:
    return [str(role) for role in Person.objects.get(pk=person.pk).current_roles]


def test_for_the_whole_service(eve: Person) -> None:
    assert grant("Eve@Example.org", "coordinator") == "Eve is now: Coordinator.\n"
    assert Person.objects.get(pk=eve.pk).coordinates_everywhere is True


def test_for_an_area_that_is_there(eve: Person, north: Area) -> None:
    assert grant("eve@example.org", "coordinator", "--area", "north") == "Eve is now: Coordinator (North).\n"
    assert Person.objects.get(pk=eve.pk).coordinated_area_ids == [north.pk]


def test_for_an_area_that_is_made(eve: Person) -> None:
    assert grant("eve@example.org", "coordinator", "--area", "The Valleys") == (
        "Eve is now: Coordinator (The Valleys).\n"
    )
    assert list(Area.objects.values_list("name", "slug")) == [("South", "south"), ("The Valleys", "the-valleys")]


def test_twice_changes_nothing(eve: Person) -> None:
    for _ in range(2):
        grant("eve@example.org", "peer")
    assert roles(eve) == ["Member", "Peer"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nobody@example.org", "peer"], "Nobody has signed up with nobody@example.org."),
        (["eve@example.org", "queen"], "invalid choice: 'queen'"),
        (["eve@example.org", "peer", "--area", "!"], "“!” cannot be the name of an area"),
        (["eve@example.org", "peer", "--area", ""], "“” cannot be the name of an area"),
    ],
)
def test_what_cannot_be_is_said_clearly(eve: Person, arguments: list[str], words: str) -> None:
    with pytest.raises(CommandError, match=words):
        grant(*arguments)
    assert (roles(eve), list(Area.objects.values_list("name", flat=True))) == (["Member"], ["South"])
