"""A say: decisions with their options, ballots that can be counted again, objections, outcome and what changed."""

from datetime import datetime
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from networks.models.membership import Membership
from networks.models.network import Network
from networks.models.post import Post
from networks.models.standing import Standing
from networks.models.thread import Thread
from people.models import Person


class DecisionQuerySet(models.QuerySet["Decision"]):
    def visible_to(self, viewer: Person) -> "DecisionQuerySet":
        """Those whose thread one sees, and what is public in the networks one has joined, whoever put it.

        What a network decides is everybody's there: a block must not take anybody's vote. What the other said about it
        stays unseen (see Post).
        """
        here = Thread.objects.public().filter(network__in=Network.objects.joined_by(viewer))
        return self.filter(Q(thread__in=Thread.objects.visible_to(viewer)) | Q(thread__in=here))

    def due(self, at: datetime) -> "DecisionQuerySet":
        """Open, and over."""
        return self.filter(state=Decision.State.OPEN, closes_at__lte=at)

    def sent_to_the_service(self) -> "DecisionQuerySet":
        """Petitions that have found enough signatures."""
        return self.filter(kind=Decision.Kind.PETITION, answer_due_on__isnull=False)


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
    decided_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.TextField(blank=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="budget", total__isnull=False, total__gt=0)
                | ~Q(kind="budget") & Q(total__isnull=True),
                name="networks_only_a_budget_has_a_sum",
            ),
            models.CheckConstraint(
                condition=Q(kind="petition", signatures_needed__isnull=False, signatures_needed__gt=0)
                | ~Q(kind="petition") & Q(signatures_needed__isnull=True),
                name="networks_only_a_petition_needs_signatures",
            ),
            # Whoever objects says so under their name; there is nothing to be secret about.
            models.CheckConstraint(condition=~Q(kind="consent", is_secret=True), name="networks_consent_is_open"),
            models.CheckConstraint(condition=Q(closes_at__gt=F("opened_at")), name="networks_decisions_take_time"),
        ]
        indexes = [
            models.Index(fields=["closes_at"], condition=Q(state="open"), name="networks_open_decisions"),
        ]

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


class ObjectionQuerySet(models.QuerySet["Objection"]):
    def standing(self) -> "ObjectionQuerySet":
        """Not taken back; nor is it one any more once its words are taken back or hidden by a moderator."""
        return self.filter(withdrawn_at=None).exclude(post__state__in=[Standing.WITHDRAWN, Standing.HIDDEN])


class Objection(models.Model):
    """Why somebody thinks a proposal would do harm, as a post in its discussion; taken back once it is met."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="objections")
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="objections")
    post = models.OneToOneField(Post, on_delete=models.CASCADE, related_name="objection")
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = ObjectionQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "by"], condition=Q(withdrawn_at=None), name="networks_one_objection_each"
            ),
        ]

    def __str__(self) -> str:
        return f"Objection to {self.decision}"


class Consequence(models.Model):
    """What changed because of a decision, told afterwards, as often as there is something to tell."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="consequences")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    words = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"What changed by {self.decision}"
