"""The weights: a new version at a time, made by those who coordinate everywhere, kept by the rounds made with it."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from matching import engine
from matching.errors import WeightsCannotBe
from matching.models import Configuration
from matching.operations import change_weights, run_round
from matching.operations.configuring import next_version
from matching.queries import Change, configurations, current_configuration
from people.errors import HasMovedOn
from people.models import Person, Role
from tests.fixtures import NOW, make_person

LATER = datetime(2026, 12, 3, 12, 0, tzinfo=UTC)


@pytest.fixture
def lou(db: None) -> Person:
    """Lou coordinates everywhere."""
    return make_person("Lou", Role.Kind.COORDINATOR)


def change(
    by: Person, weights: Mapping[str, int], *, instead_of: str = "2026-11", at: datetime = NOW, **facts: Any
) -> Configuration:
    """A new version with these parts other than before."""
    said: dict[str, Any] = {"spread": 5, "offers_at_once": True, "note": "To try it", **facts}
    before = Configuration.objects.get(version="2026-11").weights
    return change_weights(by=by, instead_of=instead_of, weights={**before, **weights}, at=at, **said)


@pytest.mark.django_db
def test_the_first_version_is_the_one_the_engine_was_made_with() -> None:
    assert current_configuration().as_weights() == engine.DEFAULT


def test_a_new_version_is_used_from_now_on_and_earlier_rounds_keep_theirs(lou: Person) -> None:
    earlier = run_round(by=lou, area=None, at=NOW)
    made = change(lou, {"topics": 300, "hours": 250}, spread=0)
    later = run_round(by=lou, area=None, at=NOW)
    assert (earlier.configuration.version, later.configuration.version) == ("2026-11", "2026-11-b")
    assert (made.as_weights().topics, made.as_weights().hours, later.aim().spread) == (300, 250, 0)


def test_versions_are_named_by_their_month(lou: Person) -> None:
    assert next_version(NOW) == "2026-11-b"
    change(lou, {})
    assert (next_version(NOW), next_version(LATER)) == ("2026-11-c", "2026-12")
    for number in range(25):
        change(lou, {}, instead_of=current_configuration().version, note=f"{number}")
    assert [version.configuration.version for version in configurations()][:2] == ["2026-11-27", "2026-11-z"]


def test_what_changed_is_told_from_version_to_version(lou: Person) -> None:
    change(lou, {"topics": 300}, note="Topics said too much")
    change(lou, {"topics": 300}, instead_of="2026-11-b", offers_at_once=False, at=LATER)
    assert [(version.configuration.version, version.is_current, version.changes) for version in configurations()] == [
        ("2026-12", True, [Change("Between rounds", "offered at once", "wait for the next round")]),
        ("2026-11-b", False, [Change("Topics", "400 points", "300 points")]),
        ("2026-11", False, []),
    ]


@pytest.mark.parametrize(
    ("weights", "words"),
    [
        ({"topics": 1000}, "together 1550, more than 1000"),
        ({"hours": -1}, "hours cannot be -1"),
        ({"enough_hours": 0}, "enough_hours cannot be 0"),
    ],
)
def test_what_the_engine_refuses_is_no_version(weights: Mapping[str, int], words: str, lou: Person) -> None:
    with pytest.raises(WeightsCannotBe, match=words):
        change(lou, weights)
    assert Configuration.objects.count() == 1


@pytest.mark.parametrize("who", ["dev", "ada"])
def test_who_does_not_coordinate_everywhere_may_not(who: str, dev: Person, ada: Person) -> None:
    with pytest.raises(PermissionDenied):
        change({"dev": dev, "ada": ada}[who], {})


def test_nobodys_change_is_lost(lou: Person) -> None:
    """Two start from the same version; the second is told, and starts anew from what the first made."""
    change(lou, {"topics": 300})
    with pytest.raises(HasMovedOn, match="there is version 2026-11-b now"):
        change(lou, {"topics": 200}, at=NOW + timedelta(days=1))
    assert Configuration.objects.count() == 2


def test_a_version_is_never_changed_and_stays_while_rounds_were_made_with_it(lou: Person) -> None:
    run_round(by=lou, area=None, at=NOW)
    first = current_configuration()
    first.spread = 50
    with pytest.raises(IntegrityError), transaction.atomic():
        first.save()
    with pytest.raises(ProtectedError):
        first.delete()
    assert current_configuration().spread == 5
