"""Notes: written, changed with what they said before, kept from the member only where safeguarding says so."""

from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from caseload.models import EarlierNote, Note, NoteTemplate, Secrecy
from caseload.queries.notes import Notes, is_secret, notes_about
from caseload.rules import may_keep_secret, may_read_notes, may_write_note, relation_of
from messaging.models import Notice
from messaging.operations import write_notice
from people.errors import HasMovedOn
from people.models import Person
from people.operations import record_read
from people.rules import coordinators


class MayNotNote(PermissionDenied):
    """Notes are written by those who answer for somebody, and changed by whoever wrote them."""


@transaction.atomic
def read_notes(*, by: Person, person: Person, at: datetime) -> Notes:
    """Whoever opens them leaves a note of it, which the person can see."""
    if not may_read_notes(by, person):
        raise MayNotNote
    relation = relation_of(by, person)
    record_read(by=by, person=person, why=f"notes, {relation.label if relation else 'to keep people safe'}", at=at)
    return notes_about(person, by)


@transaction.atomic
def write_note(*, by: Person, about: Person, visibility: str, body: str, at: datetime) -> Note:
    """Write it down; where it is shared the member is told that there is one, and never what it says."""
    if not may_write_note(by, about):
        raise MayNotNote
    made = Note.objects.create(about=about, author=by, visibility=visibility, body=body, written_at=at, changed_at=at)
    if made.visibility == Note.Visibility.SHARED:
        _tell(made, at)
    return made


@transaction.atomic
def change_note(*, by: Person, note: Note, visibility: str, body: str, seen: datetime, at: datetime) -> None:
    """Change the words or who reads them; what it said until now is kept for whoever could read it then.

    `seen` is when the note was last changed as the page showed it, so that of two changes none is lost.
    """
    now = _hold(note)
    if now.author_id != by.pk or not may_write_note(by, now.about):
        raise MayNotNote
    if now.changed_at != seen:
        raise HasMovedOn("You have changed this note in another window. Please look at it again.")
    if (now.visibility, now.body) == (visibility, body):
        return
    if visibility == Note.Visibility.SHARED and is_secret(now):
        raise ValidationError({"visibility": "Safeguarding keeps this note secret from them. Talk to them first."})
    EarlierNote.objects.create(note=now, visibility=now.visibility, body=now.body, until=at)
    is_new = visibility == Note.Visibility.SHARED and now.visibility != visibility
    now.visibility, now.body, now.changed_at = visibility, body, at
    now.save(update_fields=["visibility", "body", "changed_at"])
    if is_new:
        _tell(now, at)


@transaction.atomic
def keep_note_secret(*, by: Person, note: Note, why: str, at: datetime) -> None:
    """The member does not learn that it exists, for as long as safeguarding says; that it did, and why, stays."""
    now = _hold(note)
    if not may_keep_secret(by, now):
        raise MayNotNote
    if now.visibility == Note.Visibility.SHARED:
        raise ValidationError("This note is shared with them, so it is no secret. Its author can change that first.")
    if not is_secret(now):
        Secrecy.objects.create(note=now, why=why, by=by, at=at)


@transaction.atomic
def end_note_secrecy(*, by: Person, note: Note, at: datetime) -> None:
    """The member may know of it again; twice changes nothing."""
    now = _hold(note)
    if not may_keep_secret(by, now):
        raise MayNotNote
    Secrecy.objects.current().filter(note=now).update(ended_at=at, ended_by=by)


def write_note_template(*, by: Person, title: str, body: str, at: datetime) -> NoteTemplate:
    """Words for everybody to begin with, which any coordinator may add."""
    if not coordinators(by):
        raise MayNotNote
    try:
        with transaction.atomic():
            return NoteTemplate.objects.create(title=title, body=body, by=by, made_at=at)
    except IntegrityError as error:
        raise ValidationError({"title": "There is one of this name. Put that one away first."}) from error


def end_note_template(*, by: Person, template: NoteTemplate, at: datetime) -> None:
    """Put it away; notes that began with it stay as they are."""
    if not coordinators(by):
        raise MayNotNote
    NoteTemplate.objects.current().filter(pk=template.pk).update(ended_at=at)


def _hold(note: Note) -> Note:
    return Note.objects.select_for_update(of=("self",), no_key=True).select_related("about", "author").get(pk=note.pk)


def _tell(note: Note, at: datetime) -> None:
    write_notice(
        person=note.about,
        kind=Notice.Kind.SUPPORT,
        subject="A note is shared with you",
        body="Somebody who looks after you has written a note that you can read.",
        path=reverse("my_notes"),
        at=at,
    )
