"""Appointments of two people, and the quarters of an hour that are taken by them."""

from datetime import datetime
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from matching.models import Pairing
from people.models import Person
from people.vocabulary import Way
from support.models.block import SessionBlock


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def visible_to(self, viewer: Person) -> "AppointmentQuerySet":
        """One's own: what two people do together is theirs, also once their pairing has ended."""
        return self.filter(Q(member=viewer) | Q(helper=viewer))

    def booked(self) -> "AppointmentQuerySet":
        return self.filter(state=Appointment.State.BOOKED)

    def upcoming(self, at: datetime) -> "AppointmentQuerySet":
        """Booked and not over yet, the next first."""
        return self.booked().filter(ends_at__gt=at).order_by("begins_at", "pk")


class Appointment(models.Model):
    """Two people meet. Who they are is kept here too, so that it stays true when another adviser takes over."""

    class State(models.TextChoices):
        BOOKED = "booked", "Booked"
        CANCELLED = "cancelled", "Cancelled"
        HELD = "held", "It took place"
        MISSED = "missed", "It did not take place"

    pairing = models.ForeignKey(Pairing, on_delete=models.CASCADE, related_name="appointments")
    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    helper = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()
    way = models.CharField(max_length=10, choices=Way)
    where = models.CharField(max_length=300, blank=True)
    block = models.ForeignKey(
        SessionBlock, on_delete=models.SET_NULL, null=True, blank=True, related_name="appointments"
    )
    state = models.CharField(max_length=10, choices=State, default=State.BOOKED)
    booked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    booked_at = models.DateTimeField()
    # Counts up when something in it changes, as calendars ask for.
    revision = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()
    # How often each has been reminded, the first time a day before and the second an hour before.
    member_reminders = models.PositiveSmallIntegerField(default=0)
    helper_reminders = models.PositiveSmallIntegerField(default=0)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        ordering = ["-begins_at", "-pk"]
        indexes = [
            models.Index(fields=["member", "begins_at"], name="support_of_the_member"),
            models.Index(fields=["helper", "begins_at"], name="support_of_the_helper"),
            models.Index(fields=["begins_at"], condition=Q(state="booked"), name="support_booked_by_time"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(begins_at__lt=F("ends_at")), name="support_appointment_has_a_length")
        ]

    def __str__(self) -> str:
        return f"{self.member} with {self.helper}"

    def other_than(self, person: Person) -> Person:
        """Whom somebody meets; who acts for the member meets nobody, and reads with whom the member does."""
        return self.member if person.pk == self.helper_id else self.helper

    @property
    def booked_in_name(self) -> str:
        """Who booked it for the member, where it was neither of the two: "Olwen for Ada"."""
        acted = self.booked_by is not None and self.acted_for_by(self.booked_by)
        return f"{self.booked_by} for {self.member}" if acted else ""

    def acted_for_by(self, person: Person) -> Person | None:
        """In whose name somebody does something about it who is none of the two."""
        return None if person.pk in (self.member_id, self.helper_id) else self.member


class TakenQuarter(models.Model):
    """A quarter of an hour of somebody's, taken by an appointment: each can be taken once, and the database says so.

    An appointment has a row for each of its quarters and each of the two people, until it is cancelled.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="taken_quarters")
    at = models.DateTimeField()
    appointment = models.ForeignKey(Appointment, on_delete=models.CASCADE, related_name="quarters")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "at"], name="support_each_quarter_taken_once")]

    def __str__(self) -> str:
        return f"{self.at:%H:%M} of {self.person}"
