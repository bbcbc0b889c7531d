"""The rule by which check-ins are noticed, in all its versions, and how often each was right: for everybody to read."""

from dataclasses import dataclass
from datetime import datetime

from caseload.queries.follow_ups import Counted, alarms_by_version
from people.disclosure import in_words, published
from people.models import Person
from people.rules import coordinators
from support.declining import Rule
from support.queries import all_rules, rule_in_force


@dataclass(frozen=True)
class Version:
    """One version; its figures are in words, small ones left out for whoever is no coordinator."""

    version: int
    rule: Rule
    note: str
    made_at: datetime | None
    noticed: str
    rightly: str
    falsely: str
    undecided: str


@dataclass(frozen=True)
class RulePage:
    version: int
    rule: Rule
    versions: list[Version]
    is_exact: bool


def rule_page_for(viewer: Person | None) -> RulePage:
    """The newest version first."""
    exact = viewer is not None and coordinators(viewer)
    counted = alarms_by_version()
    newest, rule = rule_in_force()
    versions = [
        as_version(version, each, note, made_at, counted.get(version, Counted(version, 0, 0, 0)), exact=exact)
        for version, each, note, made_at in all_rules()
    ]
    return RulePage(version=newest, rule=rule, versions=versions, is_exact=exact)


def as_version(
    version: int, rule: Rule, note: str, made_at: datetime | None, counted: Counted, *, exact: bool
) -> Version:
    def told(count: int) -> str:
        return str(count) if exact else in_words(published(count))

    return Version(
        version=version,
        rule=rule,
        note=note,
        made_at=made_at,
        noticed=told(counted.all),
        rightly=told(counted.rightly),
        falsely=told(counted.falsely),
        undecided=told(counted.undecided),
    )
