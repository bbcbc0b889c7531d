"""Bank holidays: those of the nation, and the days they are kept on."""

from datetime import date

import pytest

from support.bank_holidays import NATIONS, bank_holidays


def test_those_of_england_in_a_winter_in_order() -> None:
    assert bank_holidays("ENG", date(2026, 12, 25), date(2027, 1, 31)) == {
        date(2026, 12, 25): "Christmas Day",
        date(2026, 12, 26): "Boxing Day",
        date(2026, 12, 28): "Boxing Day (observed)",
        date(2027, 1, 1): "New Year's Day",
    }


@pytest.mark.parametrize(
    ("day", "nations"),
    [
        (date(2026, 11, 30), {"SCT"}),
        (date(2026, 3, 17), {"NIR"}),
        (date(2026, 4, 6), {"ENG", "WLS", "NIR"}),
        (date(2026, 4, 3), set(NATIONS)),
        (date(2026, 4, 7), set()),
    ],
)
def test_each_nation_has_its_own(day: date, nations: set[str]) -> None:
    assert {nation for nation in NATIONS if bank_holidays(nation, day, day)} == nations
