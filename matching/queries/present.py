"""Everybody as they are now, matched anew with a round's configuration and aim; nothing is written."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from matching import engine
from matching.engine.questions.difference import Change
from matching.gathering import gather
from matching.models import Helper, Request, Round
from matching.queries.suggestions import topic_names
from people.models import Area, Person

# More than these nobody reads.
MOST_NAMED = 12
# A helper whom the coordinator may not see, and two of them.
ELSEWHERE, ANOTHER = "a helper elsewhere", "another helper elsewhere"


@dataclass(frozen=True)
class Names:
    """Those whom a coordinator may see, by the ids the engine knows them by."""

    members: dict[int, Person]
    helpers: dict[int, Person]


@dataclass(frozen=True)
class Present:
    """What a round would find now, and who of it may be named."""

    round: Round
    matching: engine.Matching
    names: Names

    def helper_of(self, request: int) -> int | None:
        """The helper that the request would have, if any."""
        return next((pair.helper for pair in self.matching.pairs if pair.seeker == request), None)

    @cached_property
    def topics(self) -> dict[str, str]:
        """The names of all topics, by slug."""
        return topic_names()

    @cached_property
    def areas(self) -> dict[str, str]:
        """The names of all areas, by slug."""
        return dict(Area.objects.values_list("slug", "name"))


@dataclass(frozen=True)
class Moved:
    """Somebody who may be named and has somebody else; empty words stand for nobody."""

    person: Person
    before: str
    after: str


@dataclass(frozen=True)
class WhoChanges:
    """The changes that may be told by name, those who lose their place first, and how many others there are."""

    named: list[Moved]
    # How many more could be named.
    more: int
    others: int
    others_without: int


def present_of(round: Round, viewer: Person, *, at: datetime) -> Present:
    """The best plan for who waits and who helps at `at`, as this round would make it."""
    weights = round.configuration.as_weights()
    matching = engine.match(gather(area=round.area, at=at), weights, round.aim())
    return Present(round, matching, names_in(matching.cohort, viewer))


def names_in(cohort: engine.Cohort, viewer: Person) -> Names:
    """Members whom the viewer coordinates, and helpers whom they see."""
    members = Request.objects.filter(
        pk__in=list(cohort.seeker_by_id), person__in=Person.objects.coordinated_by(viewer)
    ).select_related("person")
    helpers = Helper.objects.visible_to(viewer).filter(pk__in=list(cohort.helper_by_id)).select_related("person")
    return Names({one.pk: one.person for one in members}, {one.pk: one.person for one in helpers})


def who_changes(changes: Iterable[Change], names: Names, *, added: int | None = None) -> WhoChanges:
    """Who has somebody else; `added` is the id of a helper who is only imagined."""
    named, others, without = [], 0, 0
    for change in changes:
        person = names.members.get(int(change.seeker))
        if person is None:
            others, without = others + 1, without + (change.after is None)
        else:
            before, after = (helper_said(each, names, added=added) for each in (change.before, change.after))
            named.append(Moved(person, before, ANOTHER if before == after == ELSEWHERE else after))
    named.sort(key=lambda moved: (bool(moved.after), bool(moved.before), str(moved.person)))
    return WhoChanges(named[:MOST_NAMED], max(0, len(named) - MOST_NAMED), others, without)


def helper_said(pk: object, names: Names, *, added: int | None = None) -> str:
    """A helper by name; empty for nobody."""
    if pk is None:
        return ""
    if pk == added:
        return "the new helper"
    person = names.helpers.get(pk) if isinstance(pk, int) else None
    return str(person) if person else ELSEWHERE
