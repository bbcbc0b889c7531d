"""Where the points of a trend lie, and what is said of it."""

from datetime import date, timedelta

from support.trend import HEIGHT, MARGIN, WIDTH, Trend, trend_of

DAY = date(2026, 11, 2)


def drawn(*values: int | None) -> Trend:
    return trend_of("Wellbeing", [(DAY + timedelta(weeks=week), value) for week, value in enumerate(values)], most=10)


def test_the_points_lie_between_the_edges() -> None:
    trend = drawn(0, 10, 5)
    assert [(point.x, point.y) for point in trend.points] == [
        (MARGIN, HEIGHT - MARGIN),
        (WIDTH // 2, MARGIN),
        (WIDTH - MARGIN, HEIGHT // 2),
    ]
    assert trend.lines == ("12,108 160,12 308,60",)
    assert trend.finding == "Wellbeing: from 0 to 5 of 10, over 3 answers."


def test_what_was_left_out_breaks_the_line() -> None:
    trend = drawn(4, 6, None, 3, 2, None, 1)
    assert len(trend.lines) == 2
    assert [point.value for point in trend.points] == [4, 6, 3, 2, 1]


def test_few_answers() -> None:
    assert drawn().finding == drawn(None).finding == "Wellbeing: not answered yet."
    assert drawn(7).finding == "Wellbeing: 7 of 10."
    assert drawn(7).lines == ()
