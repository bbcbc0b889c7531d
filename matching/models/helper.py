"""A helper: somebody's standing offer to be alongside others."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from people.models import Person, Topic


class HelperQuerySet(models.QuerySet["Helper"]):
    def visible_to(self, viewer: Person) -> "HelperQuerySet":
        return self.filter(person__in=Person.objects.visible_to(viewer))

    def active(self) -> "HelperQuerySet":
        return self.filter(state=Helper.State.ACTIVE)


class Helper(models.Model):
    """An adviser's or a peer's offer: topics, places, and checks. The database holds `places_taken` to capacity."""

    class Kind(models.TextChoices):
        ADVISER = "adviser", "Adviser"
        PEER = "peer", "Peer"

    class State(models.TextChoices):
        DRAFT = "draft", "Not sent yet"
        TO_CHECK = "to_check", "Waiting for a check"
        ACTIVE = "active", "Active"
        PAUSED = "paused", "Paused"

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="helper")
    kind = models.CharField(max_length=10, choices=Kind, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    topics = models.ManyToManyField(Topic, blank=True, related_name="+")
    about = models.TextField("about me", blank=True)
    lived_experience = models.BooleanField(default=False)
    # The age groups this helper works with; empty means all.
    age_groups = models.JSONField(default=list, blank=True)
    # The names of members they would like to be alongside, one a line, first choice first.
    wish_names = models.TextField(blank=True)
    capacity = models.PositiveSmallIntegerField(default=1, validators=[MinValueValidator(1), MaxValueValidator(60)])
    places_taken = models.PositiveSmallIntegerField(default=0)
    # The last day on which all that is asked of them is good, kept by `matching.operations.checking` beside the
    # credentials it follows from: the one thing that everything about matching goes by.
    vetted_until = models.DateField("checks valid until", null=True, blank=True)
    offered_at = models.DateTimeField(null=True, blank=True)

    objects = HelperQuerySet.as_manager()

    class Meta:
        ordering = ["person__chosen_name", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(places_taken__lte=F("capacity")), name="matching_within_capacity")
        ]

    def __str__(self) -> str:
        return str(self.person)
