"""Who may do something in whose name: given by the person themselves, kind by kind, and taken back at any time."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class MandateQuerySet(models.QuerySet["Mandate"]):
    def current(self) -> "MandateQuerySet":
        return self.filter(ended_at=None)


class Mandate(models.Model):
    """`holder` may do one kind of thing in the name of `person`, who has said so, until `ended_at`."""

    class Act(models.TextChoices):
        SPEAK = "speak", "Speak to the coordinators"
        APPOINTMENTS = "appointments", "Book, move and cancel appointments"
        STEPS = "steps", "Read the goals I work on, add steps and say what is done"

    holder = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="acts_for")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mandates")
    act = models.CharField(max_length=12, choices=Act)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = MandateQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["holder", "person", "act"], condition=Q(ended_at=None), name="people_one_current_mandate"
            ),
            models.CheckConstraint(condition=~Q(holder=F("person")), name="people_nobody_acts_for_themselves"),
        ]

    def __str__(self) -> str:
        return f"{self.holder} for {self.person}: {self.get_act_display()}"
