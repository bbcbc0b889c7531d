"""The transparency record: what the matcher does, made from the configuration that runs and the engine that is here.

Its sections follow the order of the United Kingdom's Algorithmic Transparency Recording Standard, in our own words.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from matching.models import Configuration, Round
from matching.queries.fairness import Declined, RoundFigures, declines_by_group, figures_of_rounds
from matching.words import parts_in_words, sections
from matching.words import record as words
from people.disclosure import HIDDEN


@dataclass(frozen=True)
class Entry:
    """One thing the engine knows, by its name in the code, in words."""

    name: str
    words: str

    @property
    def title(self) -> str:
        return self.name.replace("_", " ").capitalize()


@dataclass(frozen=True)
class Section:
    """A part of the record; `entries` are lists of things with a caption each."""

    key: str
    title: str
    paragraphs: tuple[str, ...] = ()
    lists: tuple["Entries", ...] = ()


@dataclass(frozen=True)
class Entries:
    caption: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Record:
    """Everything that is published; its fields and their order are those of the JSON."""

    name: str
    version: str
    since: date
    solver: str
    sections: tuple[Section, ...]
    rounds: tuple[RoundFigures, ...]
    declines: tuple[Declined, ...]


def transparency_record(*, at: datetime) -> Record:
    """The record as it is at `at`; a fixed number of queries."""
    running = Configuration.objects.newest()
    last = Round.objects.filter(state=Round.State.DONE).exclude(solver="").first()
    return Record(
        name="The matcher of Alongside",
        version=running.version,
        since=running.made_at.date(),
        solver=last.solver if last else "",
        sections=tuple(sections_of(running)),
        rounds=tuple(figures_of_rounds()),
        declines=tuple(declines_by_group(at=at)),
    )


def sections_of(running: Configuration) -> Iterable[Section]:
    at_once = sections.AT_ONCE if running.offers_at_once else sections.NEVER_AT_ONCE
    yield Section("in_short", "In short", sections.IN_SHORT)
    yield Section("responsible", "Who is responsible", sections.RESPONSIBLE)
    yield Section("use", "How it is used, and who decides", sections.USE + at_once)
    yield Section("data", "What it reads", sections.DATA, of_people())
    yield Section("rules", "What forbids a pair", sections.RULES, (Entries("Rules", entries(words.RULES)),))
    yield Section("weights", "What counts, and how much", sections.WEIGHTS, (weights_of(running),))
    yield Section("aims", "What the best plan is", sections.AIMS, aims())
    yield Section("proof", "How it is proven", sections.PROOF)
    yield Section("limits", "What it cannot do", sections.LIMITS)
    yield Section("contest", "How to question it", sections.CONTEST)
    yield Section("fairness", "How fair it has been", tuple(each.format(hidden=HIDDEN) for each in sections.FAIRNESS))
    yield Section("declines", "How often helpers said no", sections.DECLINES)


def of_people() -> tuple[Entries, ...]:
    return (
        Entries("Of somebody who asks", entries(words.OF_WHO_ASKS)),
        Entries("Of somebody who helps", entries(words.OF_WHO_HELPS)),
    )


def weights_of(running: Configuration) -> Entries:
    told = parts_in_words(running)
    return Entries(
        f"Version {running.version}", tuple(Entry(f"{part.name}: {part.value}", part.meaning) for part in told)
    )


def aims() -> tuple[Entries, ...]:
    """The orders a round may follow, each objective in its place."""
    return tuple(
        Entries(str(order.label), entries({objective: words.AIMS[objective] for objective in objectives}))
        for order, objectives in Round.OBJECTIVES.items()
    )


def entries(table: Mapping[str, str]) -> tuple[Entry, ...]:
    return tuple(Entry(str(name), said) for name, said in table.items())
