"""An adviser's or a peer's record of checks: vetting, training and supervision, and what the service asks for."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from matching.models.helper import Helper
from people.models import Person


class Level(models.IntegerChoices):
    """How far somebody was vetted; a higher level holds for a lower one too."""

    KNOWN = 1, "Identity and references"
    BASIC = 2, "Basic disclosure"
    STANDARD = 3, "Standard disclosure"
    ENHANCED = 4, "Enhanced disclosure"
    BARRED = 5, "Enhanced disclosure with barred lists"


class CredentialQuerySet(models.QuerySet["Credential"]):
    def visible_to(self, viewer: Person) -> "CredentialQuerySet":
        """One's own, and those of whom one coordinates."""
        theirs = Q(helper__person__in=Person.objects.coordinated_by(viewer))
        return self.filter(Q(helper__person=viewer) | theirs)

    def current(self) -> "CredentialQuerySet":
        return self.filter(ended_at=None)


class Credential(models.Model):
    """One thing that a coordinator has seen of a helper, and the last day on which it is good. Never changed, only
    followed by another, or taken back where it was a mistake."""

    class Kind(models.TextChoices):
        VETTING = "vetting", "Vetting"
        TRAINING = "training", "Training"
        SUPERVISION = "supervision", "Supervision"

    helper = models.ForeignKey(Helper, on_delete=models.CASCADE, related_name="credentials")
    kind = models.CharField(max_length=12, choices=Kind)
    level = models.PositiveSmallIntegerField(choices=Level, null=True, blank=True)
    # What the training was, or who supervises.
    name = models.CharField(max_length=120, blank=True)
    valid_until = models.DateField()
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    noted_at = models.DateTimeField()
    # When the helper and their coordinators were told that it runs out.
    told_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    objects = CredentialQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "-valid_until", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="vetting", level__isnull=False) | (~Q(kind="vetting") & Q(level=None)),
                name="matching_vetting_has_a_level",
            ),
            models.CheckConstraint(condition=~Q(kind="training", name=""), name="matching_training_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.get_level_display() if self.level else self.name or self.get_kind_display()


class CheckRuleQuerySet(models.QuerySet["CheckRule"]):
    def newest_for(self, helper_kind: str) -> "CheckRule":
        """The one in force; before anybody has set one, what was asked of everybody always."""
        found = self.filter(helper_kind=helper_kind).order_by("-pk").first()
        return found or CheckRule(helper_kind=helper_kind, level=Level.KNOWN, trainings=[])


class CheckRule(models.Model):
    """What the service asks of a kind of helper before somebody new is matched with them; a change is a new row."""

    helper_kind = models.CharField(max_length=10, choices=Helper.Kind)
    level = models.PositiveSmallIntegerField("vetted at least to", choices=Level, default=Level.KNOWN)
    # The names of the trainings that are needed.
    trainings = models.JSONField(default=list, blank=True)
    needs_supervision = models.BooleanField(default=False)
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    set_at = models.DateTimeField()

    objects = CheckRuleQuerySet.as_manager()

    class Meta:
        ordering = ["helper_kind", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_helper_kind_display()}: {self.get_level_display()}"
