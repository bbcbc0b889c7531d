"""Follow-ups: somebody looks in on somebody by a certain day, and says afterwards whether it was good that they did."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from people.models import Assignment, Person, Role


class FollowUpQuerySet(models.QuerySet["FollowUp"]):
    def visible_to(self, viewer: Person) -> "FollowUpQuerySet":
        """Coordinators see those about whom they look after; anybody else what was given to them.

        Nobody their own, for nobody coordinates or looks after themselves.
        """
        looked_after = Assignment.objects.current().filter(carer=viewer)
        as_coordinator = looked_after.filter(kind=Role.Kind.COORDINATOR).values("person")
        coordinated = Q(person__in=Person.objects.coordinated_by(viewer)) | Q(person__in=as_coordinator)
        given = Q(taken_by=viewer, person__in=looked_after.values("person"))
        return self.filter(coordinated | given)

    def open(self) -> "FollowUpQuerySet":
        return self.filter(state=FollowUp.State.OPEN)

    def alarms(self) -> "FollowUpQuerySet":
        """What check-ins have set off, by whichever version of the rule."""
        return self.exclude(rule=None)


class FollowUp(models.Model):
    """`why` is in plain words; `rule` is the version of the rule for check-ins that set it off, if one did."""

    class Kind(models.TextChoices):
        FIRST = "first", "How it has begun"
        FALLING = "falling", "Check-ins fall"
        SILENCE = "silence", "Check-ins go unanswered"
        MORE = "more", "Wishes for more support"
        PLANNED = "planned", "Planned by somebody"

    class State(models.TextChoices):
        OPEN = "open", "To do"
        DONE = "done", "Done"

    class Outcome(models.TextChoices):
        HELPED = "helped", "It was good that somebody looked"
        FALSE_ALARM = "false_alarm", "There was nothing to look into"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="follow_ups")
    kind = models.CharField(max_length=10, choices=Kind)
    why = models.TextField()
    rule = models.PositiveIntegerField(null=True, blank=True)
    opened_at = models.DateTimeField()
    # Empty where nobody in particular asked for it.
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    due_on = models.DateField()
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="follow_ups_taken"
    )
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    words = models.TextField(blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        # What is done stays, and is far more than what is to do.
        indexes = [models.Index(fields=["due_on"], condition=Q(state="open"), name="caseload_to_look_in_on")]
        constraints = [
            # Several people may plan to look in for reasons of their own; what sets itself off does so once.
            models.UniqueConstraint(
                fields=["person", "kind"],
                condition=Q(state="open") & ~Q(kind="planned"),
                name="caseload_one_open_follow_up_of_a_kind",
            ),
            models.CheckConstraint(
                condition=Q(state="done") | Q(outcome=""), name="caseload_only_what_is_done_has_an_outcome"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.person}"

    def is_late(self, today: date) -> bool:
        return self.state == self.State.OPEN and self.due_on < today
