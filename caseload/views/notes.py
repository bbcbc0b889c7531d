"""Pages of notes: those about one person, one with what it said before, the words notes begin with, and one's own."""

from datetime import datetime

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from caseload import operations, queries
from caseload.forms import NoteForm, NoteTemplateForm, SecrecyForm
from caseload.models import Note
from caseload.operations import MayNotNote
from caseload.rules import may_keep_secret, may_write_note, those_who_look_after, those_who_read_notes
from people.access import open_to
from people.errors import HasMovedOn
from people.models import Person
from people.requests import SignedIn, posted
from people.rules import coordinators, signed_in, those_who_keep_people_safe


@open_to(those_who_read_notes)
@require_safe
def notes(request: SignedIn, pk: int) -> HttpResponse:
    person = get_object_or_404(queries.people_with_notes_for(request.user), pk=pk)
    found = operations.read_notes(by=request.user, person=person, at=timezone.now())
    context = {
        "notes": found,
        "may_write": may_write_note(request.user, person),
        "templates": queries.note_templates(),
        "keeps_safe": those_who_keep_people_safe(request.user) and not coordinators(request.user),
    }
    return render(request, "caseload/notes/all.html", context)


@open_to(those_who_look_after)
@require_http_methods(["GET", "HEAD", "POST"])
def write_note(request: SignedIn, pk: int) -> HttpResponse:
    person = get_object_or_404(queries.people_looked_after_by(request.user), pk=pk)
    if not may_write_note(request.user, person):
        raise MayNotNote
    template = queries.note_template(request.GET.get("template", ""))
    form = NoteForm(posted(request), initial={"body": template.body if template else ""})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        operations.write_note(
            by=request.user, about=person, visibility=said["visibility"], body=said["body"], at=timezone.now()
        )
        messages.success(request, "Your note is kept.")
        return redirect("notes", pk=pk)
    return render(request, "caseload/notes/write.html", {"form": form, "person": person})


@open_to(those_who_look_after)
@require_http_methods(["GET", "HEAD", "POST"])
def change_note(request: SignedIn, pk: int) -> HttpResponse:
    note = note_for(request.user, pk)
    if note.author_id != request.user.pk or not may_write_note(request.user, note.about):
        raise MayNotNote
    before = {"body": note.body, "visibility": note.visibility, "seen": note.changed_at.isoformat()}
    form = NoteForm(posted(request), initial=before)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data | {"seen": as_time(form.cleaned_data["seen"])}
        try:
            operations.change_note(by=request.user, note=note, at=timezone.now(), **said)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "Your note is changed. What it said before is kept.")
            return redirect("notes", pk=note.about_id)
    return render(request, "caseload/notes/change.html", {"form": form, "note": note})


@open_to(signed_in)
@require_safe
def earlier_notes(request: SignedIn, pk: int) -> HttpResponse:
    note = note_for(request.user, pk)
    earlier = queries.earlier_of(note, request.user)
    return render(request, "caseload/notes/earlier.html", {"note": note, "earlier": earlier})


@open_to(those_who_read_notes)
@require_http_methods(["GET", "HEAD", "POST"])
def note_secrecy(request: SignedIn, pk: int) -> HttpResponse:
    note = note_for(request.user, pk)
    if not may_keep_secret(request.user, note):
        raise MayNotNote
    is_secret = queries.is_secret(note)
    form = SecrecyForm(posted(request), is_secret=is_secret)
    if request.method == "POST" and form.is_valid():
        try:
            change_secrecy(request.user, note, form, is_secret=is_secret)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "It is written down.")
            return redirect("notes", pk=note.about_id)
    return render(request, "caseload/notes/secrecy.html", {"form": form, "note": note})


def change_secrecy(by: Person, note: Note, form: SecrecyForm, *, is_secret: bool) -> None:
    if is_secret:
        operations.end_note_secrecy(by=by, note=note, at=timezone.now())
    else:
        operations.keep_note_secret(by=by, note=note, why=form.cleaned_data["why"], at=timezone.now())


@open_to(coordinators)
@require_http_methods(["GET", "HEAD", "POST"])
def note_templates(request: SignedIn) -> HttpResponse:
    form = NoteTemplateForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            operations.write_note_template(by=request.user, at=timezone.now(), **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "Notes can begin with it now.")
            return redirect("note_templates")
    return render(request, "caseload/notes/templates.html", {"form": form, "templates": queries.note_templates()})


@open_to(coordinators)
@require_POST
def end_note_template(request: SignedIn, pk: int) -> HttpResponse:
    template = get_object_or_404(queries.note_templates(), pk=pk)
    operations.end_note_template(by=request.user, template=template, at=timezone.now())
    messages.success(request, f"“{template}” is put away. Notes that began with it stay as they are.")
    return redirect("note_templates")


@open_to(signed_in)
@require_safe
def my_notes(request: SignedIn) -> HttpResponse:
    return render(request, "caseload/notes/mine.html", {"mine": queries.my_notes_of(request.user)})


def note_for(viewer: Person, pk: int) -> Note:
    return get_object_or_404(queries.notes_for(viewer), pk=pk)


def as_time(said: str) -> datetime:
    try:
        return datetime.fromisoformat(said)
    except ValueError:
        # Whatever this was, it is not what the page showed.
        raise HasMovedOn from None
