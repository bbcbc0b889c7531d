"""A proposal: a pair that a round suggests, and beside it whom the round could not place."""

from django.db import models
from django.db.models import Q

from matching.models.helper import Helper
from matching.models.request import Request
from matching.models.round import Round
from people.models import Person


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def decidable_by(self, viewer: Person) -> "ProposalQuerySet":
        """Those about people the viewer coordinates, and none that would pair themselves."""
        return self.filter(request__person__in=Person.objects.coordinated_by(viewer)).exclude(helper__person=viewer)

    def offered_to(self, member: Person) -> "ProposalQuerySet":
        return self.offered().filter(request__person=member)

    def offered_with(self, helper: Person) -> "ProposalQuerySet":
        return self.offered().filter(helper__person=helper)

    def undecided(self) -> "ProposalQuerySet":
        return self.filter(state=Proposal.State.PROPOSED)

    def offered(self) -> "ProposalQuerySet":
        return self.filter(state=Proposal.State.OFFERED)

    def live(self) -> "ProposalQuerySet":
        return self.filter(state__in=Proposal.LIVE)

    def keeping_a_place(self) -> "ProposalQuerySet":
        """The place found for somebody is kept for them while they decide; alternatives keep none."""
        return self.live().filter(position=1)


class Proposal(models.Model):
    """One suggested pair with its reasons; approved, it is an offer to the member.

    `position` 1 is the place the matcher found; 2 and 3 are further choices with places to spare.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", "To decide"
        SET_ASIDE = "set_aside", "Set aside"
        OFFERED = "offered", "Offered"
        ACCEPTED = "accepted", "Accepted"
        DECLINED = "declined", "Declined"
        HELPER_DECLINED = "no_helper", "Declined by the helper"
        LAPSED = "lapsed", "No longer open"

    class Fit(models.TextChoices):
        VERY_GOOD = "very_good", "Very good fit"
        GOOD = "good", "Good fit"
        FAIR = "fair", "Fair fit"
        POSSIBLE = "possible", "Possible"

    LIVE = ["proposed", "offered"]

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="proposals")
    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="proposals")
    helper = models.ForeignKey(Helper, on_delete=models.CASCADE, related_name="proposals")
    position = models.PositiveSmallIntegerField()
    score = models.IntegerField()
    fit = models.CharField(max_length=10, choices=Fit)
    # [{"name": "topics", "points": 300, "values": ["anxiety"]}, ...] as the engine gave them.
    reasons = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    offered_at = models.DateTimeField(null=True, blank=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        ordering = ["request__asked_at", "request", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "helper"],
                condition=Q(state__in=["proposed", "offered"]),
                name="matching_one_live_proposal_per_pair",
            ),
            models.UniqueConstraint(
                fields=["request", "position"],
                condition=Q(state__in=["proposed", "offered"]),
                name="matching_one_live_proposal_per_position",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.request.person} with {self.helper}"

    @property
    def keeps_a_place(self) -> bool:
        """Whether nobody else can take this place while the member decides; see `keeping_a_place`."""
        return self.state in self.LIVE and self.position == 1


class Unplaced(models.Model):
    """Somebody a round could not place, and why, as the engine said it."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="unplaced")
    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="unplaced")
    reason = models.CharField(max_length=30)
    # {"fitting": 3, "full_before": 1, "obstacles": {"hours": 12}, "alone": {"hours": 2}}: how many helpers each rule
    # kept away, and how many nothing else.
    counts = models.JSONField(default=dict)

    class Meta:
        ordering = ["request__asked_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["round", "request"], name="matching_one_reason_a_round")]

    def __str__(self) -> str:
        return f"{self.request.person}: {self.reason}"
