"""An absence: somebody alongside others says that they will be away, and asks that others stand in."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from caseload.models.cover import Cover
from matching.models import Helper, Pairing
from people.models import Person


class AbsenceQuerySet(models.QuerySet["Absence"]):
    def visible_to(self, viewer: Person) -> "AbsenceQuerySet":
        """Of whoever is away, and of the coordinators of whom they are alongside; to nobody else why."""
        coordinated = Person.objects.coordinated_by(viewer)
        theirs = Pairing.objects.active().filter(request__person__in=coordinated).values("helper")
        arranges = (Q(helper__in=theirs) | Q(helper__person__in=coordinated)) & ~Q(helper__person=viewer)
        return self.filter(Q(helper__person=viewer) | arranges)

    def asked(self) -> "AbsenceQuerySet":
        return self.filter(state=Absence.State.ASKED)


class Absence(models.Model):
    """From which day to which, both included, and why; answered once a coordinator has arranged what is needed."""

    Why = Cover.Why

    class State(models.TextChoices):
        ASKED = "asked", "Waiting for an answer"
        ARRANGED = "arranged", "Arranged"
        TAKEN_BACK = "taken_back", "Taken back"

    helper = models.ForeignKey(Helper, on_delete=models.CASCADE, related_name="absences")
    from_on = models.DateField()
    until_on = models.DateField()
    why = models.CharField(max_length=10, choices=Cover.Why)
    # For coordinators.
    words = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    asked_at = models.DateTimeField()
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    # What the coordinator says to it, for whoever is away.
    answer = models.TextField(blank=True)

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["helper"], condition=Q(state="asked"), name="caseload_one_asking_for_cover"
            ),
            models.CheckConstraint(
                condition=Q(until_on__gte=F("from_on")), name="caseload_absence_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.helper}, {self.from_on:%d.%m.%Y} to {self.until_on:%d.%m.%Y}"
