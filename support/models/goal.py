"""What a member wants to reach, and the small steps on the way."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from matching.models import Pairing
from people.models import Mandate, Person


class GoalQuerySet(models.QuerySet["Goal"]):
    def visible_to(self, viewer: Person) -> "GoalQuerySet":
        """One's own; where somebody is alongside the member, what the two work on; and for whoever the member lets
        take steps in their name, what they work on now.
        """
        alongside = Q(pairing__helper__person=viewer, pairing__state=Pairing.State.ACTIVE)
        acting = Mandate.objects.current().filter(holder=viewer, act=Mandate.Act.STEPS).values("person")
        return self.filter(Q(member=viewer) | alongside | Q(member__in=acting, state=Goal.State.ACTIVE))


class Goal(models.Model):
    """It belongs to the member and outlives every pairing; `pairing` is the one in which it is worked on now."""

    class State(models.TextChoices):
        PROPOSED = "proposed", "Proposed"
        ACTIVE = "active", "Being worked on"
        REACHED = "reached", "Reached"
        LET_GO = "let_go", "Let go"

    class ShownAs(models.TextChoices):
        STEPS = "steps", "By the steps that come next"
        BAR = "bar", "As a line that fills"
        WORDS = "words", "Only in my own words"

    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="goals")
    pairing = models.ForeignKey(Pairing, on_delete=models.SET_NULL, null=True, blank=True, related_name="goals")
    words = models.CharField(max_length=200)
    # By what the member would notice that it is reached.
    sign = models.TextField(blank=True)
    # How it goes at the moment, in the member's own words.
    going = models.CharField(max_length=300, blank=True)
    shown_as = models.CharField(max_length=10, choices=ShownAs, default=ShownAs.STEPS)
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    # When it was reached or let go.
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = GoalQuerySet.as_manager()

    class Meta:
        ordering = ["proposed_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["proposed", "active"]) | Q(closed_at__isnull=False),
                name="support_closed_goals_have_a_time",
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def is_open(self) -> bool:
        return self.state in (self.State.PROPOSED, self.State.ACTIVE)


class StepQuerySet(models.QuerySet["Step"]):
    def visible_to(self, viewer: Person) -> "StepQuerySet":
        return self.filter(goal__in=Goal.objects.visible_to(viewer))


class Step(models.Model):
    """One small thing on the way to a goal: who does it, and by when."""

    class State(models.TextChoices):
        OPEN = "open", "To do"
        DONE = "done", "Done"
        LET_GO = "let_go", "Let go"

    class Whose(models.TextChoices):
        MEMBER = "member", "The member"
        HELPER = "helper", "Whoever is alongside them"
        BOTH = "both", "Both"

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="steps")
    words = models.CharField(max_length=200)
    whose = models.CharField(max_length=10, choices=Whose)
    by_when = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    added_at = models.DateTimeField()
    # When it was marked as done, and by whom.
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    reminded_at = models.DateTimeField(null=True, blank=True)

    objects = StepQuerySet.as_manager()

    class Meta:
        ordering = ["by_when", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="done") | Q(done_at__isnull=False),
                name="support_done_steps_have_a_time",
            ),
        ]
        indexes = [models.Index(fields=["by_when"], condition=Q(state="open"), name="support_open_steps_by_day")]

    def __str__(self) -> str:
        return self.words
