"""When somebody usually answers, in the week's own local time, and honest words for whoever writes outside of it.

Plain Python. A moment is always in the zone of the service, so that a day with 23 or 25 hours comes out right.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby

# Weekday (0 is Monday) to the two times between which somebody answers; midnight as the second ends the day.
Hours = Mapping[int, tuple[time, time]]

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
USUAL: Hours = dict.fromkeys(range(5), (time(9), time(17)))
MIDNIGHT = time(0)
# The first hour after each part of a day.
PARTS = ((5, "early {day} morning"), (12, "{day} morning"), (18, "{day} afternoon"), (22, "{day} evening"))
NIGHT = "{day} night"
# One week may lose its only stretch when the clocks change; the next has it.
AHEAD = 15


def is_open(hours: Hours, moment: datetime) -> bool:
    return any(opens <= moment < closes for opens, closes in _stretches(hours, moment, days=1))


def next_open(hours: Hours, moment: datetime) -> datetime | None:
    """When somebody answers next: `moment` itself while they do, None when they have no hours."""
    for opens, closes in _stretches(hours, moment, days=AHEAD):
        if moment < closes:
            return max(opens, moment).astimezone(moment.tzinfo)
    return None


def _stretches(hours: Hours, moment: datetime, *, days: int) -> Iterator[tuple[datetime, datetime]]:
    """Yield when it opens and closes from this day on, in UTC: two times of one zone would compare by the clock."""
    for day in (moment.date() + timedelta(days=ahead) for ahead in range(days)):
        if day.weekday() in hours:
            begin, end = hours[day.weekday()]
            last_day = day + timedelta(days=1) if end == MIDNIGHT else day
            opens, closes = (
                datetime.combine(on, clock, moment.tzinfo).astimezone(UTC)
                for on, clock in ((day, begin), (last_day, end))
            )
            # What lies in the hour that a spring night leaves out is not there.
            if opens < closes:
                yield opens, closes


def notice_words(name: str, hours: Hours, away_until: date | None, moment: datetime) -> str:
    """Say why an answer may take a while, and from when there may be one; nothing while `name` usually answers."""
    if away_until is not None and moment.date() <= away_until:
        back = datetime.combine(away_until + timedelta(days=1), MIDNIGHT, moment.tzinfo)
        return f"{name} is away up to and including {_day_words(away_until)}." + _hope(next_open(hours, back), moment)
    if not hours or is_open(hours, moment):
        return ""
    usual = f"{name} usually answers {hours_words(hours)}. It is {_part_words(moment)} now."
    return usual + _hope(next_open(hours, moment), moment)


def _hope(opens: datetime | None, moment: datetime) -> str:
    """Nobody knows when there will be an answer: only before when there will hardly be one."""
    return f" Please do not expect an answer before {_when_words(opens, moment)}." if opens else ""


def hours_words(hours: Hours) -> str:
    """Say a week in words: `Monday to Thursday, 9:00 to 17:00; Friday, 9:00 to 12:00`."""
    by_stretch: dict[tuple[time, time], list[int]] = {}
    for day in sorted(hours):
        by_stretch.setdefault(hours[day], []).append(day)
    return "; ".join(
        f"{_days_words(days)}, {_clock(begin)} to {'midnight' if end == MIDNIGHT else _clock(end)}"
        for (begin, end), days in by_stretch.items()
    )


def _days_words(days: Sequence[int]) -> str:
    """Say some days: three and more that follow each other as a run, the others one by one."""
    if len(days) == len(WEEKDAYS):
        return "every day"
    words: list[str] = []
    for _, run in groupby(enumerate(days), key=lambda one: one[1] - one[0]):
        names = [WEEKDAYS[day] for _, day in run]
        words += [f"{names[0]} to {names[-1]}"] if len(names) > 2 else names
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _part_words(moment: datetime) -> str:
    part = next((words for hour, words in PARTS if moment.hour < hour), NIGHT)
    return part.format(day=WEEKDAYS[moment.weekday()])


def _when_words(opens: datetime, moment: datetime) -> str:
    days = (opens.date() - moment.date()).days
    if days == 0:
        return f"{_clock(opens)} today"
    if days == 1:
        return f"tomorrow at {_clock(opens)}"
    day = WEEKDAYS[opens.weekday()] if days < len(WEEKDAYS) else _day_words(opens)
    return f"{day} at {_clock(opens)}"


def _day_words(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day.day} {day:%B}"


def _clock(moment: time | datetime) -> str:
    return f"{moment.hour}:{moment:%M}"


def written(hours: Hours) -> dict[str, list[str]]:
    """Return the hours as the database keeps them."""
    return {str(day): [f"{begin:%H:%M}", f"{end:%H:%M}"] for day, (begin, end) in sorted(hours.items())}


def hours_from(kept: Mapping[str, Sequence[str]]) -> Hours:
    """Read what `written` wrote."""
    return {int(day): (time.fromisoformat(begin), time.fromisoformat(end)) for day, (begin, end) in kept.items()}
