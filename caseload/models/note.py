"""Notes about members: who may read one stands on it; what it said before is kept; that it exists is no secret."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet

from caseload.models.handover import Handover
from matching.models import Pairing
from people.models import Assignment, Person, Role


class NoteQuerySet(models.QuerySet["Note"]):
    def visible_to(self, viewer: Person) -> "NoteQuerySet":
        """One's own; the service's for those who answer for the person; what is shared for the member too.

        What somebody shared with the member who is alongside them no more, whoever came after them reads only where the
        member has handed it on.
        """
        answered_for = _coordinates(viewer) | (_advises(viewer) & ~_of_two_before(viewer))
        return self.filter(
            Q(author=viewer)
            | Q(_coordinates(viewer) | _advises(viewer), visibility=Note.Visibility.SERVICE)
            | Q(answered_for, visibility=Note.Visibility.SHARED)
            | Q(about=viewer, visibility=Note.Visibility.SHARED)
        )

    def known_to_the_member(self) -> "NoteQuerySet":
        """All but those of which safeguarding has said that the member is not to know of them for now."""
        return self.exclude(pk__in=Secrecy.objects.current().values("note"))


def _coordinates(viewer: Person) -> Q:
    """For coordinators of the person; who keeps people safe, of everybody; nobody about themselves."""
    if viewer.holds(Role.Kind.SAFEGUARDING_LEAD):
        return ~Q(about=viewer)
    coordinated: QuerySet[Person] = Person.objects.coordinated_by(viewer)
    return (Q(about__in=coordinated) | Q(about__in=_given(viewer, Role.Kind.COORDINATOR))) & ~Q(about=viewer)


def _advises(viewer: Person) -> Q:
    return Q(about__in=_given(viewer, Role.Kind.ADVISER)) & ~Q(about=viewer)


def _given(viewer: Person, kind: str) -> "QuerySet[Assignment, int]":
    return Assignment.objects.current().filter(carer=viewer, kind=kind).values_list("person", flat=True)


def _of_two_before(viewer: Person) -> Q:
    """Notes of an author who was alongside and is no more, that the member has not handed on to the viewer."""
    of_these = Pairing.objects.filter(helper__person=OuterRef("author"), request__person=OuterRef("about"))
    handed_on = Handover.objects.with_notes().filter(
        pairing__helper__person=OuterRef("author"),
        pairing__request__person=OuterRef("about"),
        after__state=Pairing.State.ACTIVE,
        helper__person=viewer,
    )
    return Q(Exists(of_these)) & ~Q(Exists(of_these.active())) & ~Q(Exists(handed_on))


class Visibility(models.TextChoices):
    MINE = "mine", "Only me"
    SERVICE = "service", "Those who answer for them: coordinators and advisers"
    SHARED = "shared", "Shared with them too"


class Note(models.Model):
    """What somebody wrote down about a person, as it is now."""

    Visibility = Visibility

    about = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="notes_written")
    visibility = models.CharField(max_length=10, choices=Visibility)
    body = models.TextField()
    written_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    objects = NoteQuerySet.as_manager()

    class Meta:
        ordering = ["-written_at", "-pk"]
        indexes = [models.Index(fields=["about", "-written_at"])]

    def __str__(self) -> str:
        return f"{self.author} about {self.about}, {self.written_at:%d.%m.%Y}"


class EarlierNote(models.Model):
    """What a note said, and who could read it, until it was changed."""

    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="earlier")
    visibility = models.CharField(max_length=10, choices=Visibility)
    body = models.TextField()
    until = models.DateTimeField()

    class Meta:
        ordering = ["-until", "-pk"]

    def __str__(self) -> str:
        return f"{self.note} until {self.until:%d.%m.%Y}"


class SecrecyQuerySet(models.QuerySet["Secrecy"]):
    def current(self) -> "SecrecyQuerySet":
        return self.filter(ended_at=None)


class Secrecy(models.Model):
    """Safeguarding has said that a member is not to know of a note, with the reason; each time stays on record."""

    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="secrecies")
    why = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = SecrecyQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["note"], condition=Q(ended_at=None), name="caseload_secret_once_at_a_time")
        ]

    def __str__(self) -> str:
        return f"{self.note} kept secret by {self.by}"


class NoteTemplateQuerySet(models.QuerySet["NoteTemplate"]):
    def current(self) -> "NoteTemplateQuerySet":
        return self.filter(ended_at=None)


class NoteTemplate(models.Model):
    """Words with which a note may begin, the same for the whole service."""

    title = models.CharField(max_length=80)
    body = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = NoteTemplateQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["title"], condition=Q(ended_at=None), name="caseload_one_template_of_a_title"
            )
        ]

    def __str__(self) -> str:
        return self.title
