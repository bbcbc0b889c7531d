"""Where the columns of a picture stand."""

from datetime import date

from caseload.pictures import HEIGHT, TOP, WIDTH, columns_of

MONTHS = [date(2026, 5, 1), date(2026, 6, 1)]


def test_the_highest_reaches_the_top_and_all_stand_on_the_floor() -> None:
    picture = columns_of(MONTHS, [[2, 4]])
    assert [column.number for column in picture.columns] == [2, 4]
    assert [column.y + column.height for column in picture.columns] == [picture.floor] * 2
    assert picture.columns[1].y == TOP
    assert [label.words for label in picture.labels] == ["May", "Jun"]
    assert (picture.width, picture.height) == (WIDTH, HEIGHT)


def test_series_stand_beside_each_other() -> None:
    first, *_, last = columns_of(MONTHS, [[1, 1], [1, 1]]).columns
    assert (first.look, last.look) == (0, 1)
    assert first.x < last.x <= WIDTH - last.width


def test_nought_is_a_line_and_what_is_missing_nothing() -> None:
    [column] = columns_of(MONTHS, [[0, None]]).columns
    assert (column.number, column.height) == (0, 1)
