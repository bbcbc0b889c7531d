"""Whom one may ask into a group, by what one is and how one knows them."""

import pytest

from messaging.models import Conversation
from messaging.queries import found_to_invite, people_to_invite
from messaging.queries.groups import MOST_SHOWN
from people.models import Area, Person, Role
from people.operations import assign
from safeguarding.models import Block
from tests.fixtures import NOW, make_person


@pytest.fixture
def around(north: Area, south: Area) -> dict[str, Person]:
    """People of the north, and one of the south, by what they are to whoever asks."""
    made = {
        "mine": make_person("Mine", Role.Kind.MEMBER, area=south, age_group="26_64"),
        "not mine": make_person("Other", Role.Kind.MEMBER, area=north, age_group="26_64"),
        "my carer": make_person("Carer", Role.Kind.ADVISER, area=south, age_group="26_64"),
        "their carer": make_person("Theirs", Role.Kind.COORDINATOR, area=south, age_group="26_64"),
        "adviser here": make_person("Here", Role.Kind.ADVISER, area=north, age_group="26_64"),
        "interpreter here": make_person("Tongue", Role.Kind.INTERPRETER, area=north, age_group="26_64"),
        "adviser there": make_person("There", Role.Kind.ADVISER, area=south, age_group="26_64"),
        "peer here": make_person("Peer", Role.Kind.PEER, area=north, age_group="26_64"),
    }
    assign(carer=made["their carer"], person=made["mine"], kind=Role.Kind.COORDINATOR, at=NOW)
    return made


def those_asked_by(person: Person, around: dict[str, Person]) -> set[str]:
    """What those are to `person` whom they may ask; `person` looks after "mine" and is looked after by "my carer"."""
    assign(carer=person, person=around["mine"], kind=Role.Kind.PEER, at=NOW)
    assign(carer=around["my carer"], person=person, kind=Role.Kind.ADVISER, at=NOW)
    may = set(people_to_invite(Person.objects.get(pk=person.pk)))
    return {name for name, one in around.items() if one in may}


KNOWN = {"mine", "my carer", "their carer"}


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("member", KNOWN | {"interpreter here"}),
        ("adviser", KNOWN | {"interpreter here", "adviser here"}),
        ("peer", KNOWN | {"interpreter here", "adviser here"}),
        # They see everybody of their area, and whoever works there.
        ("coordinator", KNOWN | {"interpreter here", "adviser here", "peer here", "not mine"}),
    ],
)
def test_whom_one_may_ask(role: str, expected: set[str], north: Area, around: dict[str, Person]) -> None:
    assert those_asked_by(make_person("Kim", role, area=north, age_group="26_64"), around) == expected


def test_who_is_of_no_area_meets_nobody_by_their_area(around: dict[str, Person]) -> None:
    assert those_asked_by(make_person("Kim", Role.Kind.ADVISER, age_group="26_64"), around) == KNOWN


@pytest.mark.parametrize(
    "case", ["there", "asked", "blocked by somebody asked", "too young for somebody there", "gone"]
)
def test_who_does_not_go_with_those_there_is_not_among_them(
    case: str, group: Conversation, ada: Person, ben: Person, ines: Person, cleo: Person
) -> None:
    assign(carer=ben, person=cleo, kind=Role.Kind.ADVISER, at=NOW)
    assert cleo in people_to_invite(ben, group)
    missing = cleo
    match case:
        case "there":
            missing = ada
        case "asked":
            missing = ines
        case "blocked by somebody asked":
            Block.objects.create(by=ines, person=cleo, began_at=NOW)
        case "too young for somebody there":
            Person.objects.filter(pk=cleo.pk).update(age_group="under_18")
        case "gone":
            Person.objects.filter(pk=cleo.pk).update(is_active=False)
    assert missing not in people_to_invite(ben, group)


def test_the_first_of_many_are_shown_and_the_others_found_by_name(dev: Person, north: Area) -> None:
    for number in range(MOST_SHOWN + 5):
        make_person(f"M{number:02}", Role.Kind.MEMBER, area=north, age_group="26_64")
    assert [str(one) for one in found_to_invite(dev)] == [f"M{number:02}" for number in range(MOST_SHOWN)]
    assert [str(one) for one in found_to_invite(dev, name="m33")] == ["M33"]
