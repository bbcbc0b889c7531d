"""A say: decisions with their options, ballots that can be counted again, objections, outcome and what changed."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q

from networks.models.membership import Membership
from networks.models.thread import Thread
from people.models import Person


class DecisionQuerySet(models.QuerySet["Decision"]):
    def visible_to(self, viewer: Person) -> "DecisionQuerySet":
        return self.filter(thread__in=Thread.objects.visible_to(viewer))


class Decision(models.Model):
    """Something the network decides, or asks the service for. Its words and discussion are its thread's."""

    class Kind(models.TextChoices):
        SINGLE = "single", "A poll: choose one"
        MANY = "many", "A poll: choose any number"
        RANKED = "ranked", "A poll: put them in order"
        CONSENT = "consent", "A proposal that stands unless somebody objects with a reason"
        BUDGET = "budget", "A sum of money for projects"
        PETITION = "petition", "A petition to the service"

    class State(models.TextChoices):
        OPEN = "open", "Open"
        CLOSED = "closed", "Counted"
        ANSWERED = "answered", "Answered"
        WITHDRAWN = "withdrawn", "Taken back"

    thread = models.OneToOneField(Thread, on_delete=models.CASCADE, related_name="decision")
    kind = models.CharField(max_length=10, choices=Kind)
    # Then nobody, the service included, can tell who cast which ballot.
    is_secret = models.BooleanField(default=True)
    opened_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    # Of a budget, in pence.
    total = models.PositiveBigIntegerField(null=True, blank=True)
    # Of a petition: how many signatures send it, and when the service answers at the latest.
    signatures_needed = models.PositiveSmallIntegerField(null=True, blank=True)
    answer_due_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    answer = models.TextField(blank=True)
    # As counted, with the rule by name, so that what is shown never depends on a later version of the code.
    result = models.JSONField(null=True, blank=True)
    what_changed = models.TextField(blank=True)

    objects = DecisionQuerySet.as_manager()

    def __str__(self) -> str:
        return self.thread.title


class Option(models.Model):
    """Something to choose; in a budget a project with its cost in pence."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="options")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    words = models.TextField(blank=True)
    cost = models.PositiveBigIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["decision_id", "number"]
        constraints = [models.UniqueConstraint(fields=["decision", "number"], name="networks_one_option_per_number")]

    def __str__(self) -> str:
        return self.title


class Voted(models.Model):
    """That somebody has voted or signed: one person, one vote. It does not say how."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="voted")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["decision", "person"], name="networks_one_person_one_vote")]

    def __str__(self) -> str:
        return f"A vote in {self.decision}"


class Ballot(models.Model):
    """Numbers of options, in the order of choice. A secret one has no voter, no time, and an id of chance."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="ballots")
    choices = models.JSONField()
    voter = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="ballots")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "voter"], condition=Q(voter__isnull=False), name="networks_one_open_ballot_each"
            ),
        ]

    def __str__(self) -> str:
        return f"A ballot in {self.decision}"


class Objection(models.Model):
    """Why somebody thinks a proposal would do harm; taken back once it is met."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="objections")
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="objections")
    words = models.TextField()
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "by"], condition=Q(withdrawn_at=None), name="networks_one_objection_each"
            ),
        ]

    def __str__(self) -> str:
        return f"Objection to {self.decision}"
