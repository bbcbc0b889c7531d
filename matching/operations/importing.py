"""Members and advisers from another system: all of them or none, and a second time nothing twice."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import IO, Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from matching.imports import AdviserRow, MemberRow, PersonRow, Reader
from matching.machines import HELPER, REQUEST
from matching.models import Credential, Helper, Request
from matching.operations.asking import look_after
from matching.operations.checking import keep_credential
from matching.operations.promising import promise
from matching.queries.checks import rule_for
from matching.rules import may_import_into
from people.models import Area, Consent, Person, Role, Topic
from people.operations import change_profile, give_consent, grant_role, remember
from people.queries import coordinated_areas


class ImportRefused(ValidationError):
    """Something in the files is wrong; the messages name each line and column, and nothing was imported."""


class Came(StrEnum):
    """What became of a row, in the words of the report."""

    WAITS = "Waits for someone"
    HELPS = "Can be matched"
    TO_CHECK = "Waits for a check"
    WAS_HERE = "Was here already, left as it is"


@dataclass(frozen=True)
class ReportLine:
    """One row of a file, who it is about, and what became of it."""

    file: str
    line: int
    reference: str
    name: str
    area: str
    came: Came


@dataclass
class Report:
    members: int = 0
    advisers: int = 0
    to_check: int = 0
    already_here: int = 0
    new_topics: int = 0
    # Two reports are alike by what they count.
    lines: list[ReportLine] = field(default_factory=list, compare=False)


@dataclass
class _Import:
    """What one import carries from row to row."""

    by: Person | None
    at: datetime
    vetted_until: date | None
    topics: dict[str, Topic]
    report: Report


def import_people(
    *,
    by: Person | None,
    members: IO[bytes] | None,
    advisers: IO[bytes] | None,
    area: Area | None,
    vetted_until: date | None,
    at: datetime,
    dry_run: bool = False,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Report:
    """Add the people of the files as waiting members and active advisers, in one transaction.

    Whoever hands in the files says that these people agreed to be matched. `vetted_until` holds for advisers
    without a date of their own; with neither, an adviser waits for a check. What is known of a person whose id is
    known stays as it is. With `dry_run` everything is done and then undone. `progress(done, of)` hears of each row.
    """
    if by is not None and not may_import_into(by, area):
        raise PermissionDenied("You coordinate another area.")
    theirs = Area.objects.all() if by is None else coordinated_areas(by)
    areas = {name.lower(): each for each in theirs for name in (each.slug, each.name)}
    reader = Reader(areas=areas, default_area=area, signed_up=references_by_email())
    rows: list[MemberRow | AdviserRow] = [
        *(reader.members(members) if members else ()),
        *(reader.advisers(advisers) if advisers else ()),
    ]
    if reader.faults:
        raise ImportRefused(reader.faults)
    topics = {topic.slug: topic for topic in Topic.objects.all()}
    run = _Import(by, at, vetted_until, topics, Report())
    with transaction.atomic():
        for done, row in enumerate(rows, start=1):
            came = add_member(run, row) if isinstance(row, MemberRow) else add_adviser(run, row)
            run.report.lines.append(reported(row, came))
            progress(done, len(rows))
        transaction.set_rollback(dry_run)
    return run.report


def references_by_email() -> dict[str, str | None]:
    """Who signs in with which e-mail already."""
    with_email = Person.objects.exclude(email=None)
    return dict(with_email.values_list("email", "reference"))


def add_member(run: _Import, row: MemberRow) -> Came:
    person = person_of(run, row)
    if person.requests.exists():
        run.report.already_here += 1
        return Came.WAS_HERE
    give_consent(by=person, purpose=Consent.Purpose.MATCHING, at=run.at)
    request = Request.objects.create(
        person=person,
        state=Request.State.WAITING,
        story=row.story,
        wants=row.wants,
        began_at=run.at,
        asked_at=run.at,
    )
    request.topics.set(topics_of(run, row))
    promise(request, at=run.at)
    remember(request, machine=REQUEST, before="", by=run.by, at=run.at, about=person)
    grant_role(person=person, kind=Role.Kind.MEMBER, by=run.by, at=run.at)
    look_after(person, at=run.at)
    run.report.members += 1
    return Came.WAITS


def add_adviser(run: _Import, row: AdviserRow) -> Came:
    person = person_of(run, row)
    if Helper.objects.filter(person=person).exists():
        run.report.already_here += 1
        return Came.WAS_HERE
    vetted_until = row.vetted_until or run.vetted_until
    helper = Helper.objects.create(
        person=person,
        kind=Helper.Kind.ADVISER,
        state=Helper.State.ACTIVE if vetted_until else Helper.State.TO_CHECK,
        about=row.about,
        capacity=row.capacity,
        offered_at=run.at,
    )
    helper.topics.set(topics_of(run, row))
    remember(helper, machine=HELPER, before="", by=run.by, at=run.at, about=person)
    if vetted_until:
        level = rule_for(helper.kind).level
        kind = Credential.Kind.VETTING
        keep_credential(helper, by=run.by, kind=kind, level=level, valid_until=vetted_until, at=run.at)
        grant_role(person=person, kind=Role.Kind.ADVISER, by=run.by, at=run.at)
    else:
        run.report.to_check += 1
    run.report.advisers += 1
    return Came.HELPS if vetted_until else Came.TO_CHECK


def reported(row: PersonRow, came: Came) -> ReportLine:
    file = "Members" if isinstance(row, MemberRow) else "Advisers"
    return ReportLine(file, row.line, row.reference, row.name, str(row.area or ""), came)


def person_of(run: _Import, row: PersonRow) -> Person:
    """The person the id stands for; a new one cannot sign in before they have set a password or used a code."""
    facts: dict[str, Any] = {
        "area": row.area,
        "languages": row.languages,
        "hours": row.hours,
        "ways": row.ways,
        "age_group": row.age_group,
    }
    known: Person | None = Person.objects.filter(reference=row.reference).first()
    if known is None:
        return Person.objects.create_user(
            row.email, reference=row.reference, chosen_name=row.name, joined_at=run.at, **facts
        )
    # Somebody who came with old threads is known by nothing but the id.
    change_profile(by=known, facts={name: value for name, value in facts.items() if not getattr(known, name)})
    if row.email and not known.email:
        Person.objects.give_email(known, row.email)
    return known


def topics_of(run: _Import, row: PersonRow) -> list[Topic]:
    """The topics of a row; one we did not have is added under its own slug."""
    for slug in row.topics:
        if slug not in run.topics:
            name = slug.replace("-", " ").capitalize()
            run.topics[slug] = Topic.objects.create(slug=slug, name=name)
            run.report.new_topics += 1
    return [run.topics[slug] for slug in row.topics]
