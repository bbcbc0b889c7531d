"""The bank holidays of the nation a service is in. Plain Python; the days and their names come from `holidays`."""

from datetime import date
from functools import lru_cache

from holidays import country_holidays

# As the library calls them, and as people do.
NATIONS = {"ENG": "England", "WLS": "Wales", "SCT": "Scotland", "NIR": "Northern Ireland"}


def bank_holidays(nation: str, first: date, last: date) -> dict[date, str]:
    """The bank holidays from the first day to the last, with what each is called, in order."""
    found: dict[date, str] = {}
    for year in range(first.year, last.year + 1):
        found |= _of_year(nation, year)
    return {day: name for day, name in sorted(found.items()) if first <= day <= last}


@lru_cache(maxsize=64)
def _of_year(nation: str, year: int) -> dict[date, str]:
    return dict(country_holidays("GB", subdiv=nation, years=year))
