"""One thing done for many people at once, and for each of them what it changed, so that it can be undone."""

from django.conf import settings
from django.db import models

from people.models import Area, Person


class BulkActionQuerySet(models.QuerySet["BulkAction"]):
    def visible_to(self, viewer: Person) -> "BulkActionQuerySet":
        """Whoever did it, and those who coordinate everywhere, since a colleague may be on leave."""
        return self if viewer.coordinates_everywhere else self.filter(by=viewer)


class BulkAction(models.Model):
    """What was done, for whom it was meant, by whom; undone once, and then over."""

    class Kind(models.TextChoices):
        COORDINATOR = "coordinator", "Give them a coordinator"
        AREA = "area", "Put them in an area"
        CHECKS = "checks", "Ask for their checks again"
        OTHERS = "others", "Let them go on with others"

    kind = models.CharField(max_length=20, choices=Kind)
    # Who looks after them from then on, where they belong, or who was alongside them, by the kind.
    coordinator = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    instead_of = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = BulkActionQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        target = f"instead of {self.instead_of}" if self.instead_of else self.coordinator or self.area
        return f"{self.get_kind_display()}: {target}" if target else self.get_kind_display()


class BulkChange(models.Model):
    """How it stood with one person before and after, as the kind of the action writes it."""

    class Outcome(models.TextChoices):
        DONE = "done", "Done"
        UNDONE = "undone", "Put back"
        MOVED_ON = "moved_on", "Has changed since, left as it is"

    action = models.ForeignKey(BulkAction, on_delete=models.CASCADE, related_name="changes")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.DONE)

    class Meta:
        ordering = ["person__chosen_name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["action", "person"], name="caseload_one_change_a_person"),
        ]

    def __str__(self) -> str:
        return f"{self.action}, {self.person}"
