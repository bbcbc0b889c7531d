"""What somebody writes down while they look into a concern: notes, risk, plan, urgency, with whom what was shared."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from people.errors import HasMovedOn
from people.models import Person
from people.operations import move
from people.rules import those_who_keep_people_safe
from safeguarding.clock import due, sooner
from safeguarding.machines import CONCERN
from safeguarding.models import Concern, ConcernNote, Sharing
from safeguarding.operations.concerns import MayNotDecide
from safeguarding.operations.measures import WordsAreMissing
from safeguarding.operations.telling import tell_of_escalation
from safeguarding.rules import may_decide

Kind = ConcernNote.Kind


class SayWhy(ValidationError):
    """What is shared without somebody's consent is shared for a reason that is written down."""


def add_note(*, by: Person, concern: Concern, words: str, at: datetime) -> ConcernNote:
    return _write(concern, Kind.NOTE, words, by=by, at=at)


def note_contact(*, by: Person, concern: Concern, words: str, at: datetime) -> ConcernNote:
    """Somebody was spoken with; for those who keep people safe."""
    return _write(_for_keepers(by, concern), Kind.CONTACT, words, by=by, at=at)


@transaction.atomic
def judge_risk(*, by: Person, concern: Concern, risk: str, words: str, at: datetime) -> ConcernNote:
    """How likely harm is, with what speaks for it; each judgement stays readable."""
    note = _write(_for_keepers(by, concern), Kind.RISK, words, by=by, at=at, said=Concern.Risk(risk).label)
    _set(concern, risk=risk)
    return note


@transaction.atomic
def change_plan(*, by: Person, concern: Concern, plan: str, at: datetime) -> ConcernNote:
    """Who does what until when; each version stays readable."""
    note = _write(_for_keepers(by, concern), Kind.PLAN, plan, by=by, at=at)
    _set(concern, plan=plan.strip())
    return note


@transaction.atomic
def change_severity(*, by: Person, concern: Concern, severity: str, words: str, at: datetime) -> ConcernNote:
    """How soon somebody has to look, with why; more urgent counts from now, less urgent from when it was raised."""
    label = Concern.Severity(severity).label
    note = _write(concern, Kind.SEVERITY, words, by=by, at=at, said=label)
    raised, due_at = sooner(concern, severity, at)
    rises = raised == severity and severity != concern.severity
    _set(concern, severity=severity, due_at=due_at if rises else due(severity, concern.raised_at))
    return note


@transaction.atomic
def escalate_concern(*, by: Person, concern: Concern, words: str, at: datetime) -> None:
    """Pass it on, with every report of the same, to those who keep the whole service safe; they are told.

    From then on no moderator of the place sees it. Raises `HasMovedOn` where it was passed on already.
    """
    if not may_decide(by, concern):
        raise MayNotDecide("Somebody else decides about this one.")
    same = Concern.objects.open().of_the_same(concern).filter(escalated_at=None).order_by("pk")
    case = list(same.select_for_update(no_key=True))
    if concern.pk not in {one.pk for one in case}:
        raise HasMovedOn("This concern was passed on already, or is not open any more.")
    _write(concern, Kind.ESCALATION, words, by=by, at=at)
    for one in case:
        severity, due_at = sooner(one, Concern.Severity.HIGH, at)
        _set(one, severity=severity, due_at=due_at, escalated_at=at)
        if one.state == Concern.State.TAKEN and not those_who_keep_people_safe(by):
            move(one, Concern.State.OPEN, machine=CONCERN, by=by, at=at, about=None)
            _set(one, taken_by=None)
    concern.refresh_from_db()
    tell_of_escalation(concern, by, at)


def share(
    *,
    by: Person,
    concern: Concern,
    with_whom: str,
    what: str,
    ground: str,
    why: str,
    person_was_told: bool,
    at: datetime,
) -> Sharing:
    """Write down what was told to whom outside the service, on which ground, and whether the person knows."""
    _for_keepers(by, concern)
    if ground != Sharing.Ground.CONSENT and not why.strip():
        raise SayWhy({"why": "Say why it was shared without their consent."})
    return Sharing.objects.create(
        concern=concern,
        with_whom=with_whom.strip(),
        what=what.strip(),
        ground=ground,
        why=why.strip(),
        person_was_told=person_was_told,
        by=by,
        at=at,
    )


def _for_keepers(by: Person, concern: Concern) -> Concern:
    if not those_who_keep_people_safe(by) or not may_decide(by, concern):
        raise MayNotDecide("This is for those who keep the whole service safe.")
    return concern


def _write(concern: Concern, kind: str, words: str, *, by: Person, at: datetime, said: str = "") -> ConcernNote:
    if not may_decide(by, concern):
        raise MayNotDecide("Somebody else decides about this one.")
    if not words.strip():
        raise WordsAreMissing({"words": "Say it in words, for whoever reads this next."})
    text = f"{said}: {words.strip()}" if said else words.strip()
    return ConcernNote.objects.create(concern=concern, kind=kind, words=text, by=by, at=at)


def _set(concern: Concern, **facts: object) -> None:
    for name, value in facts.items():
        setattr(concern, name, value)
    concern.save(update_fields=list(facts))
