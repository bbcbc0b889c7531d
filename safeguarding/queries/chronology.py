"""Everything that happened with a concern, in one order, as far as its reader may know it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from people.models import Person, StateChange
from people.rules import those_who_keep_people_safe
from safeguarding.models import Concern, ConcernNote, Measure
from safeguarding.queries.naming import known_as

# What moderators of a place read; the rest is for those who keep the whole service safe.
FOR_MODERATORS = (ConcernNote.Kind.NOTE, ConcernNote.Kind.SEVERITY, ConcernNote.Kind.ESCALATION)
WHAT_MOVED = {
    (Concern.State.OPEN, Concern.State.TAKEN): "Taken",
    (Concern.State.TAKEN, Concern.State.OPEN): "Handed back",
    (Concern.State.TAKEN, Concern.State.CLOSED): "Closed",
    (Concern.State.OPEN, Concern.State.WITHDRAWN): "Taken back by whoever reported it",
}


@dataclass(frozen=True)
class Entry:
    """One thing that happened; `who` is as the reader knows them."""

    at: datetime
    what: str
    words: str
    who: str


def chronology_of(concern: Concern, viewer: Person) -> list[Entry]:
    """Notes, contacts, risk and plan, measures, appeals, what was shared, and who had it, the first thing first."""
    whole = those_who_keep_people_safe(viewer)
    entries = [*_moves(concern, viewer), *_notes(concern, viewer), *_measures(concern, viewer)]
    if whole:
        entries += [*_appeals(concern, viewer), *_sharings(concern, viewer)]
    return sorted(entries, key=lambda entry: entry.at)


def _moves(concern: Concern, viewer: Person) -> Iterator[Entry]:
    moves = StateChange.objects.filter(machine="safeguarding.concern", subject=concern.pk).order_by("pk")
    for move in moves.select_related("by"):
        key = (Concern.State(move.before), Concern.State(move.after)) if move.before else None
        what = WHAT_MOVED[key] if key else "Noticed by a program" if concern.was_noticed else "Reported"
        is_report = not move.before or move.after == Concern.State.WITHDRAWN
        who = "" if is_report else known_as(move.by, viewer)
        yield Entry(move.at, what, concern.outcome if move.after == Concern.State.CLOSED else "", who)


def _notes(concern: Concern, viewer: Person) -> Iterator[Entry]:
    notes = concern.notes.select_related("by")
    if not those_who_keep_people_safe(viewer):
        notes = notes.filter(kind__in=FOR_MODERATORS)
    for note in notes:
        yield Entry(note.at, note.get_kind_display(), note.words, known_as(note.by, viewer))


def _measures(concern: Concern, viewer: Person) -> Iterator[Entry]:
    for measure in concern.measures.select_related("by", "lifted_by"):
        who = _rule(measure) if measure.rule else known_as(measure.by, viewer)
        yield Entry(measure.at, f"Measure: {measure.get_kind_display()}", measure.words, who)
        if measure.lifted_at:
            what = f"Taken back: {measure.get_kind_display()}"
            yield Entry(measure.lifted_at, what, measure.lifted_because, known_as(measure.lifted_by, viewer))


def _rule(measure: Measure) -> str:
    return f"By a rule: {measure.get_rule_display().lower()}"


def _appeals(concern: Concern, viewer: Person) -> Iterator[Entry]:
    for measure in concern.measures.filter(appeal__isnull=False).select_related("appeal__decided_by"):
        appeal = measure.appeal
        yield Entry(appeal.made_at, "Appeal", appeal.words, concern.evidence_author)
        if appeal.decided_at:
            who = known_as(appeal.decided_by, viewer) if appeal.decided_by else ""
            yield Entry(appeal.decided_at, f"Appeal answered: {appeal.get_state_display()}", appeal.answer, who)


def _sharings(concern: Concern, viewer: Person) -> Iterator[Entry]:
    for one in concern.sharings.select_related("by"):
        told = "They were told." if one.person_was_told else "They were not told."
        words = f"{one.what}\n{one.get_ground_display()}. {one.why} {told}".replace("  ", " ")
        yield Entry(one.at, f"Shared with {one.with_whom}", words, known_as(one.by, viewer))
