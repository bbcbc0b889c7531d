"""The words a service's agreements begin with, and whose they are to write."""

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from matching.models import Pairing
from people.models import Area, Person, Role
from people.operations import add_area, move_area
from support.operations import change_template, write_template
from support.queries import draft_for
from support.queries.agreements import template_for
from support.terms import BEGINNING
from tests.fixtures import NOW, make_person


def write(by: Person, area: Area | None, kind: str = "", words: str = "Weekly") -> None:
    terms = replace(BEGINNING, how_often=words)
    write_template(by=by, helper_kind=kind, area=area, terms=terms, review_after_days=30, at=NOW)


@pytest.fixture
def lou(db: None) -> Person:
    """Lou coordinates everywhere."""
    return make_person("Lou", Role.Kind.COORDINATOR)


@pytest.mark.parametrize(
    ("who", "where", "may"),
    [
        ("dev", "north", True),
        ("dev", "south", False),
        ("dev", None, False),
        ("lou", "south", True),
        ("lou", None, True),
        ("ben", "north", False),
    ],
)
def test_whose_words_they_are(
    who: str, where: str | None, may: bool, north: Area, south: Area, request: pytest.FixtureRequest
) -> None:
    person, area = request.getfixturevalue(who), {"north": north, "south": south}.get(where or "")
    if may:
        write(person, area)
    else:
        with pytest.raises(PermissionDenied):
            write(person, area)


@pytest.mark.parametrize("everywhere", [False, True])
def test_there_are_no_two_for_the_same(everywhere: bool, lou: Person, north: Area) -> None:
    area = None if everywhere else north
    write(lou, area, "peer")
    with pytest.raises(ValidationError):
        write(lou, area, "peer")
    write(lou, area, "adviser")


def test_the_area_comes_first_then_the_kind(lou: Person, south: Area, pairing: Pairing) -> None:
    def begins_with() -> str:
        return draft_for(pairing, NOW.date()).terms.how_often

    assert begins_with() == BEGINNING.how_often
    write(lou, south, words="Elsewhere")
    write(lou, pairing.request.person.area, "peer", words="For peers")
    assert begins_with() == BEGINNING.how_often
    write(lou, None, words="Everywhere")
    assert begins_with() == "Everywhere"
    write(lou, None, "adviser", words="For advisers")
    assert begins_with() == "For advisers"
    write(lou, pairing.request.person.area, words="Here")
    assert begins_with() == "Here"
    write(lou, pairing.request.person.area, "adviser", words="For advisers here")
    assert begins_with() == "For advisers here"


def test_the_words_of_a_service_reach_all_below_it_and_the_nearest_come_first(
    lou: Person, north: Area, south: Area, pairing: Pairing
) -> None:
    def begins_with() -> str:
        return draft_for(pairing, NOW.date()).terms.how_often

    write(lou, None, "adviser", words="For advisers everywhere")
    service = add_area(by=lou, name="Service", below=None)
    region = add_area(by=lou, name="Region", below=service)
    move_area(by=lou, area=north, below=region)
    move_area(by=lou, area=south, below=region)
    write(lou, south, words="Beside it")
    for area in (service, region, north):
        write(lou, area, words=area.name)
        assert begins_with() == area.name
    write(lou, service, "adviser", words="For advisers, but further away")
    assert begins_with() == "North"
    with CaptureQueriesContext(connection) as queries:
        template_for(pairing)
    assert len(queries) == 1


def test_new_words_are_for_new_agreements(dev: Person, north: Area, pairing: Pairing) -> None:
    write(dev, north, words="Weekly")
    draft = draft_for(pairing, NOW.date())
    assert (draft.terms.how_often, (draft.review_on - NOW.date()).days, draft.after) == ("Weekly", 30, 0)


def test_changing_them_is_for_who_may_write_them(dev: Person, ben: Person, lou: Person, north: Area) -> None:
    made = write_template(by=dev, helper_kind="", area=north, terms=BEGINNING, review_after_days=30, at=NOW)
    change_template(by=lou, template=made, terms=BEGINNING, review_after_days=60, at=NOW)
    made.refresh_from_db()
    assert (made.review_after_days, made.written_by) == (60, lou)
    with pytest.raises(PermissionDenied):
        change_template(by=ben, template=made, terms=BEGINNING, review_after_days=7, at=NOW)
