"""How two people part: contact gets less by a plan, a look back at the end, and what the member shows the next."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from matching.models import Pairing


class StepDown(models.Model):
    """A plan of two by which they are in touch less and less, until a day. Nothing ends by itself on that day."""

    class State(models.TextChoices):
        PROPOSED = "proposed", "Proposed"
        AGREED = "agreed", "Agreed"
        CALLED_OFF = "called_off", "Called off"
        DONE = "done", "Done"

    pairing = models.ForeignKey(Pairing, on_delete=models.CASCADE, related_name="step_downs")
    words = models.TextField(blank=True)
    until = models.DateField()
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    # When both were told that the last day has come.
    told_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-proposed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pairing"], condition=Q(state__in=["proposed", "agreed"]), name="support_one_step_down"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pairing}, until {self.until}"


class Stage(models.Model):
    """From this day on the two are in touch this often."""

    step_down = models.ForeignKey(StepDown, on_delete=models.CASCADE, related_name="stages")
    begins_on = models.DateField()
    how_often = models.CharField(max_length=200)
    told_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["begins_on"]
        constraints = [
            models.UniqueConstraint(fields=["step_down", "begins_on"], name="support_one_stage_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.begins_on}: {self.how_often}"


class Farewell(models.Model):
    """Words of one of the two to the other, written before the end and read after it."""

    pairing = models.ForeignKey(Pairing, on_delete=models.CASCADE, related_name="farewells")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    words = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["pairing", "person"], name="support_one_farewell_a_person"),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.pairing}"


class LookBack(models.Model):
    """What two people did together, as it was when they parted; made of every pairing that ends, and the member's."""

    class Wish(models.TextChoices):
        NOTHING = "nothing", "I manage on my own for now"
        PEER = "peer", "A peer: someone who has been there"
        NETWORK = "network", "A network of people in the same boat"
        SOMEBODY = "somebody", "Someone else alongside me: look for them now"

    pairing = models.OneToOneField(Pairing, on_delete=models.CASCADE, related_name="look_back")
    # [{"words": "To the shop alone", "state": "reached", "done": 3, "total": 4}, ...]
    goals = models.JSONField(default=list)
    # What the member would like afterwards; empty where they did not say.
    wish = models.CharField(max_length=10, choices=Wish, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"Looking back: {self.pairing}"


class Shown(models.Model):
    """The member lets whoever is alongside them now read what they did before; they can take it back."""

    look_back = models.ForeignKey(LookBack, on_delete=models.CASCADE, related_name="shown")
    pairing = models.ForeignKey(Pairing, on_delete=models.CASCADE, related_name="shown")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["look_back", "pairing"], name="support_shown_once"),
        ]

    def __str__(self) -> str:
        return f"{self.look_back}, shown in {self.pairing}"
