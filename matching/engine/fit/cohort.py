"""Who asks, who offers, on which day, in words; impossible values are refused when it is made."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from operator import attrgetter

from matching.engine.errors import ProblemError

from .rankings import Ranking
from .vocabulary import AGE_GROUPS, EITHER, GENDERS_ASKED_FOR, KINDS, SLOTS, WANTS, WAYS

# Ids and counts travel through 64-bit arrays.
LARGEST = 2**63 - 1
# A hundred years, in days.
LONGEST_WAIT = 36_500
NOBODY: frozenset[int] = frozenset()
NOT_GIVEN: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeker:
    """Someone who asks for support; an empty value means that it was not given."""

    id: int
    topics: frozenset[str] = NOT_GIVEN
    languages: frozenset[str] = NOT_GIVEN
    hours: frozenset[str] = NOT_GIVEN
    area: str | None = None
    ways: frozenset[str] = NOT_GIVEN
    wants: str = EITHER
    age_group: str = ""
    prefers_gender: str = ""
    gender_required: bool = False
    wants_lived_experience: bool = False
    waited_days: int = 0
    avoids: frozenset[int] = NOBODY
    blocked: frozenset[int] = NOBODY
    declined_before: frozenset[int] = NOBODY
    # Helpers who are too close to this person, their own offer of help among them.
    conflicts: frozenset[int] = NOBODY
    # Helpers they would like.
    ranked: Ranking = ()
    # By attribute, for measuring fairness only: no rule and no score ever looks at them.
    groups: Mapping[str, str] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        who = f"Seeker {self.id}"
        _number(who, "id", self.id)
        _number(who, "waited_days", self.waited_days, LONGEST_WAIT)
        _known(who, "slot", self.hours, SLOTS)
        _known(who, "way", self.ways, WAYS)
        _known(who, "kind wanted", (self.wants,), WANTS)
        _known(who, "age group", (self.age_group,), ("", *AGE_GROUPS))
        _known(who, "gender asked for", (self.prefers_gender,), ("", *GENDERS_ASKED_FOR))
        _once(who, self.ranked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Helper:
    """Someone's standing offer to help; an empty value means that it was not given."""

    id: int
    kind: str
    capacity: int
    topics: frozenset[str] = NOT_GIVEN
    languages: frozenset[str] = NOT_GIVEN
    hours: frozenset[str] = NOT_GIVEN
    area: str | None = None
    ways: frozenset[str] = NOT_GIVEN
    gender: str = ""
    age_groups: frozenset[str] = NOT_GIVEN
    age_group: str = ""
    lived_experience: bool = False
    vetted_until: date | None = None
    # How many people they have already, and how many they wish to have at least.
    load: int = 0
    minimum: int = 0
    # Seekers they would like.
    ranked: Ranking = ()

    def __post_init__(self) -> None:
        who = f"Helper {self.id}"
        _number(who, "id", self.id)
        for name in ("capacity", "load", "minimum"):
            _number(who, name, getattr(self, name))
        _known(who, "kind", (self.kind,), KINDS)
        _known(who, "slot", self.hours, SLOTS)
        _known(who, "way", self.ways, WAYS)
        _known(who, "age group", (self.age_group,), ("", *AGE_GROUPS))
        _known(who, "age group", self.age_groups, AGE_GROUPS)
        _once(who, self.ranked)


@dataclass(frozen=True)
class Cohort:
    """Everybody one matching is made for; rows are kept in order of id, so that their first order cannot matter."""

    seekers: tuple[Seeker, ...]
    helpers: tuple[Helper, ...]
    on: date = field(kw_only=True)

    def __post_init__(self) -> None:
        _distinct("seekers", (seeker.id for seeker in self.seekers))
        _distinct("helpers", (helper.id for helper in self.helpers))
        object.__setattr__(self, "seekers", tuple(sorted(self.seekers, key=attrgetter("id"))))
        object.__setattr__(self, "helpers", tuple(sorted(self.helpers, key=attrgetter("id"))))

    @cached_property
    def seeker_by_id(self) -> dict[int, Seeker]:
        return {seeker.id: seeker for seeker in self.seekers}

    @cached_property
    def helper_by_id(self) -> dict[int, Helper]:
        return {helper.id: helper for helper in self.helpers}


def _number(who: str, name: str, value: int, most: int = LARGEST) -> None:
    if not 0 <= value <= most:
        raise ProblemError(f"{who}: {name} cannot be {value}.")


def _known(who: str, name: str, values: Iterable[str], known: tuple[str, ...]) -> None:
    for value in sorted(values):
        if value not in known:
            raise ProblemError(f"{who}: unknown {name} {value!r}.")


def _once(who: str, ranking: Ranking) -> None:
    met: set[int] = set()
    for place in ranking:
        for each in sorted(place & met):
            raise ProblemError(f"{who}: {each} cannot be ranked twice.")
        met |= place


def _distinct(name: str, ids: Iterable[int]) -> None:
    seen: set[int] = set()
    for each in ids:
        if each in seen:
            raise ProblemError(f"Two {name} have the id {each}.")
        seen.add(each)
