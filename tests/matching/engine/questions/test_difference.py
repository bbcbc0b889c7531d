"""Two plans beside each other: every figure, every group, and everybody who has somebody else."""

from matching.engine import HelperRow, solve
from matching.engine.questions.difference import Change, Row, between, changes, difference

from .village import village

Pair = tuple[int | str, int | str]


def test_the_table_of_a_plan_with_one_more_place() -> None:
    before, after = village(), village(cleo=HelperRow("cleo", 2))
    found = difference((before, solve(before)), (after, solve(after)))
    assert found.changes == (Change("dev", None, "cleo"),)
    assert found.lost == ()
    assert found.rows() == (
        Row("placed", 2, 3, 1),
        Row("worst-off", 50, 30, -20),
        Row("total", 130, 160, 30),
        Row("cost of load", 0, 0, 0),
        Row("most people with one helper", 1, 2, 1),
        Row("fewest people with one helper", 1, 1, 0),
        Row("mean distance from the mean load", 0.0, 0.5, 0.5),
        Row("percent placed: area north", 50.0, 100.0, 50.0),
        Row("percent placed: area south", 100.0, 100.0, 0.0),
        Row("people who change", None, 1, None),
    )


def test_a_figure_that_one_side_lacks_has_no_change() -> None:
    rows = between((village(), []), (village(), [("eve", "ben")])).rows()
    assert rows[1] == Row("worst-off", None, 80, None)


def test_who_changes_stands_in_order_of_id_numbers_first() -> None:
    before: list[Pair] = [("eve", "ben"), ("ada", "cleo"), (2, "dev"), (10, "dev")]
    after: list[Pair] = [("ada", "ben"), (10, "cleo"), (3, "cleo"), (2, "ben")]
    assert changes(before, after) == (
        Change(2, "dev", "ben"),
        Change(3, None, "cleo"),
        Change(10, "dev", "cleo"),
        Change("ada", "cleo", "ben"),
        Change("eve", "ben", None),
    )


def test_who_loses_a_place() -> None:
    assert between((village(), [("eve", "ben")]), (village(), [("ada", "ben")])).lost == ("eve",)
