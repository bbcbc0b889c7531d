"""The page of two people."""

import pytest

from matching.models import Pairing
from people.models import Person
from tests.fixtures import As


def test_each_of_the_two_sees_the_other(ada: Person, ben: Person, pairing: Pairing, signed_in_as: As) -> None:
    for viewer, other in ((ada, "Ben"), (ben, "Ada")):
        page = signed_in_as(viewer).get(f"/together/{pairing.pk}/").content.decode()
        assert f"<h1>You and {other}</h1>" in page


@pytest.mark.parametrize("name", ["cleo", "dev", "eve"])
def test_nobody_else_does(name: str, pairing: Pairing, signed_in_as: As, request: pytest.FixtureRequest) -> None:
    assert signed_in_as(request.getfixturevalue(name)).get(f"/together/{pairing.pk}/").status_code == 404
