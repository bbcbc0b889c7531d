"""Notes about somebody, as each may read them; and for the member, what is shared and how much else there is."""

from dataclasses import dataclass

from django.db.models import Count, Prefetch, Q, QuerySet

from caseload.models import EarlierNote, FollowUp, Note, NoteTemplate, Secrecy
from caseload.queries.record import people_looked_after_by
from people.models import Person, Role


@dataclass(frozen=True)
class Notes:
    person: Person
    notes: list[Note]


@dataclass(frozen=True)
class MyNotes:
    """What a member sees: the words of what is shared, the number of the others, and who is asked to look in."""

    shared: list[Note]
    private: int
    of_the_service: int
    follow_ups: list[FollowUp]


def notes_about(person: Person, viewer: Person) -> Notes:
    return Notes(person=person, notes=list(notes_for(viewer).filter(about=person)))


def notes_for(viewer: Person) -> QuerySet[Note]:
    """With who keeps one secret now, as `secret`, and how often it was changed."""
    secret = Prefetch("secrecies", Secrecy.objects.current().select_related("by"), to_attr="secret")
    found = Note.objects.visible_to(viewer).select_related("author", "about").prefetch_related(secret)
    return found.annotate(changes=Count("earlier"))


def is_secret(note: Note) -> bool:
    """Whether safeguarding keeps it from the member now."""
    return Secrecy.objects.current().filter(note=note).exists()


def earlier_of(note: Note, viewer: Person) -> QuerySet[EarlierNote]:
    """What others could read then; its author reads all of it."""
    if note.author_id == viewer.pk:
        return note.earlier.all()
    then = [Note.Visibility.SHARED] if note.about_id == viewer.pk else [Note.Visibility.SERVICE, Note.Visibility.SHARED]
    return note.earlier.filter(visibility__in=then)


def my_notes_of(member: Person) -> MyNotes:
    known = Note.objects.known_to_the_member().filter(about=member)
    counted = known.aggregate(
        private=Count("pk", filter=Q(visibility=Note.Visibility.MINE)),
        service=Count("pk", filter=Q(visibility=Note.Visibility.SERVICE)),
    )
    return MyNotes(
        shared=list(known.filter(visibility=Note.Visibility.SHARED).select_related("author")),
        private=counted["private"],
        of_the_service=counted["service"],
        follow_ups=list(member.follow_ups.select_related("taken_by").order_by("-opened_at", "-pk")),
    )


def people_with_notes_for(viewer: Person) -> QuerySet[Person]:
    """Whom they look after; for who keeps people safe, everybody but themselves."""
    if viewer.holds(Role.Kind.SAFEGUARDING_LEAD):
        everybody: QuerySet[Person] = Person.objects.exclude(pk=viewer.pk)
        return everybody
    return people_looked_after_by(viewer)


def note_templates() -> QuerySet[NoteTemplate]:
    return NoteTemplate.objects.current()


def note_template(pk: str) -> NoteTemplate | None:
    """The words with this number, of which the address says only that somebody chose them."""
    return NoteTemplate.objects.current().filter(pk=pk).first() if pk.isascii() and pk.isdigit() else None
