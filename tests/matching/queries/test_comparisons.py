"""How groups came off: side by side, and small ones so that nobody can be made out."""

import pytest

from matching.models import Round
from matching.operations import run_round
from matching.queries.comparisons import comparisons_of, told_apart
from people.models import Person
from tests.fixtures import NOW
from tests.matching.making import sent_request

NAMES = {"young": "Young", "adult": "Adult", "old": "Old"}


@pytest.mark.parametrize(
    ("sizes", "told"),
    [
        ({}, []),
        ({"young": 3, "old": 4}, []),
        ({"young": 8, "old": 9}, [["young"], ["old"]]),
        ({"old": 9, "young": 8}, [["young"], ["old"]]),
        ({"young": 4, "adult": 20, "old": 5}, [["adult"], ["young", "old"]]),
        # One small group alone could be worked out from the whole, so a larger one joins it.
        ({"young": 4, "adult": 20, "old": 9}, [["adult"], ["young", "old"]]),
        ({"young": 1, "adult": 20}, [["young", "adult"]]),
        ({"": 8, "old": 9}, [["old"], [""]]),
    ],
)
def test_small_groups_stand_together(sizes: dict[str, int], told: list[list[str]]) -> None:
    assert told_apart(sizes, NAMES) == told


@pytest.fixture
def made(ada: Person, dev: Person) -> Round:
    """A round for Ada alone."""
    sent_request(ada)
    return run_round(by=dev, area=dev.area, at=NOW)


def test_groups_are_compared_only_where_there_are_enough_people(made: Round) -> None:
    assert [(each.title, each.groups) for each in comparisons_of(made)] == [("Age", []), ("Gender", []), ("Area", [])]


def figure(attribute: str, value: str, people: int, placed: int, mean: float | None) -> dict[str, object]:
    return {"attribute": attribute, "value": value, "people": people, "placed": placed, "mean_score": mean}


def test_groups_side_by_side(made: Round) -> None:
    made.figures = [
        figure("age_group", "26_64", 20, 15, 700.0),
        figure("age_group", "65_over", 3, 1, 900.0),
        figure("age_group", "not given", 5, 3, 500.0),
        figure("age_group", "under_18", 10, 0, None),
        # Everybody together is nothing to compare.
        figure("area", "north", 38, 19, 700.0),
    ]
    age, gender = comparisons_of(made)
    assert [(group.words, group.people, group.placed, group.share, group.fit) for group in age.groups] == [
        ("Under 18", 10, 0, 0, ""),
        ("26 to 64", 20, 15, 75, "Good"),
        ("Other groups", 8, 4, 50, "Fair"),
    ]
    assert age.finding == "Placed most often: 26 to 64, 75%. Least often: Under 18, 0%."
    assert (gender.title, gender.groups) == ("Gender", [])
