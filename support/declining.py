"""When check-ins are worth a person's look: a rule in numbers that anybody can work out by hand. It decides nothing.

A fall is the newest answer lying so far below the highest of the last few. Silence is so many questions in a row
that nobody answered; to skip one is an answer too. What was noticed once counts as said, and is not noticed again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Sign(StrEnum):
    FALLING = "falling"
    SILENCE = "silence"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Rule:
    """So many points down, within so many answers; so many questions without a word; whether a wish for more counts."""

    fall_by: int = 3
    over: int = 4
    silences: int = 3
    on_more: bool = True


@dataclass(frozen=True, slots=True)
class Said:
    """One check-in that is over; what was left out of it is None, and all of it where it was skipped."""

    is_silent: bool = False
    confidence: int | None = None
    wellbeing: int | None = None
    wishes_more: bool | None = None
    noticed: Sign | None = None


@dataclass(frozen=True, slots=True)
class Noticed:
    sign: Sign
    why: str


SCALES = {"confidence": "Confidence to manage", "wellbeing": "Wellbeing"}


def noticed(said: Sequence[Said], rule: Rule) -> Noticed | None:
    """What the newest of these, the last one, makes worth a look; the graver thing where there are two."""
    if not said:
        return None
    return _silence(said, rule) if said[-1].is_silent else _fall(said, rule) or _wish(said, rule)


def _silence(said: Sequence[Said], rule: Rule) -> Noticed | None:
    silent = 0
    for one in reversed(said):
        if not one.is_silent or one.noticed is Sign.SILENCE:
            break
        silent += 1
    if silent < rule.silences:
        return None
    return Noticed(Sign.SILENCE, f"{silent} check-in{'' if silent == 1 else 's'} in a row had no answer.")


def _fall(said: Sequence[Said], rule: Rule) -> Noticed | None:
    """The widest fall of the two scales, from the highest answer since the last fall that was noticed."""
    falls = []
    for scale, words in SCALES.items():
        given = _since_last_fall(said, scale)[-rule.over :]
        if given and getattr(said[-1], scale) is not None:
            falls.append((max(given) - given[-1], words, max(given), given[-1]))
    by, words, before, now = max(falls, default=(0, "", 0, 0))
    if by < rule.fall_by:
        return None
    return Noticed(Sign.FALLING, f"{words} fell from {before} to {now}, within {rule.over} answers.")


def _since_last_fall(said: Sequence[Said], scale: str) -> list[int]:
    """That answer itself is where the next fall would begin."""
    given: list[int] = []
    for one in reversed(said):
        value = getattr(one, scale)
        if value is not None:
            given.append(value)
        if one.noticed is Sign.FALLING:
            break
    return given[::-1]


def _wish(said: Sequence[Said], rule: Rule) -> Noticed | None:
    """Noticed when it is new: whoever wished for more the last time too was noticed then."""
    stated = [one.wishes_more for one in said if one.wishes_more is not None]
    is_new = said[-1].wishes_more and stated[-2:-1] != [True]
    return Noticed(Sign.MORE, "They wish for more support.") if rule.on_more and is_new else None
