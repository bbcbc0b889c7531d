"""Concerns with their frozen evidence, blocks between people, and the lines of crisis help."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from people.models import Area, Person, Role
from safeguarding.evidence import Earlier
from safeguarding.screening import Worry


class CrisisLine(models.Model):
    """One way to get help now; shown on every page, edited by the service."""

    name = models.CharField(max_length=60)
    how = models.CharField(max_length=60)
    href = models.CharField(max_length=80)
    when = models.CharField(max_length=120)
    position = models.PositiveSmallIntegerField(unique=True)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return f"{self.name}: {self.how}"


class ConcernQuerySet(models.QuerySet["Concern"]):
    def open(self) -> "ConcernQuerySet":
        return self.filter(state__in=Concern.STILL_OPEN)

    def over(self) -> "ConcernQuerySet":
        return self.exclude(state__in=Concern.STILL_OPEN)

    def visible_to(self, viewer: Person) -> "ConcernQuerySet":
        """Leads see all; coordinators their areas' and those of no area; nobody one about themselves.

        One about a coordinator is for every other coordinator, because an area may have only that one.
        """
        others = self.exclude(about=viewer)
        if viewer.holds(Role.Kind.SAFEGUARDING_LEAD) or viewer.coordinates_everywhere:
            return others
        if viewer.holds(Role.Kind.COORDINATOR):
            coordinators = Role.objects.current().filter(kind=Role.Kind.COORDINATOR).values("person")
            own = Q(area__in=viewer.coordinated_area_ids) | Q(area=None)
            return others.filter(own | Q(about__in=coordinators))
        return self.none()


class Concern(models.Model):
    """Somebody was worried by something; the words are kept as they were when they were reported."""

    class State(models.TextChoices):
        OPEN = "open", "Nobody has looked yet"
        TAKEN = "taken", "Being looked into"
        CLOSED = "closed", "Closed"
        WITHDRAWN = "withdrawn", "Taken back by whoever reported it"

    class Reason(models.TextChoices):
        HARM = "harm", "Somebody may be in danger"
        ABUSE = "abuse", "Bullying, threats or abuse"
        PRIVATE = "private", "Sharing private details"
        SPAM = "spam", "Selling something, or a fake account"
        OTHER = "other", "Something else"
        NOTICED = "noticed", "Noticed by a program"

    STILL_OPEN = (State.OPEN, State.TAKEN)

    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    about = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    area = models.ForeignKey(Area, on_delete=models.SET_NULL, null=True)
    reason = models.CharField(max_length=10, choices=Reason)
    words = models.TextField("what worries you", blank=True)
    # A snapshot, not a foreign key: it outlives edits and deletion, and imports nothing from above.
    evidence_kind = models.CharField(max_length=20)
    evidence_reference = models.CharField(max_length=80)
    evidence_author = models.CharField(max_length=120)
    evidence_text = models.TextField()
    evidence_written_at = models.DateTimeField()
    evidence_earlier = models.JSONField(default=list, blank=True)
    # Only of what screening noticed: the kind of worry, on which day, which words, how often, and whether it was right.
    noticed_kind = models.CharField(max_length=10, blank=True)
    noticed_on = models.DateField(null=True, blank=True)
    noticed = models.JSONField(default=list, blank=True)
    times_noticed = models.PositiveSmallIntegerField(default=0)
    rightly_noticed = models.BooleanField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    outcome = models.TextField(blank=True)
    raised_at = models.DateTimeField()

    objects = ConcernQuerySet.as_manager()

    class Meta:
        ordering = ["raised_at", "pk"]
        constraints = [
            # Pressing "Report" twice is one report.
            models.UniqueConstraint(
                fields=["raised_by", "evidence_kind", "evidence_reference"],
                condition=Q(state__in=["open", "taken"]),
                name="safeguarding_one_open_concern_each",
            ),
            # Who writes of the same thing all day is one to look after, not many.
            models.UniqueConstraint(
                fields=["about", "noticed_kind", "noticed_on"],
                condition=Q(state__in=["open", "taken"], reason="noticed"),
                name="safeguarding_one_prompt_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"Concern {self.pk}: {self.get_reason_display()}"

    @property
    def was_noticed(self) -> bool:
        """Whether it was a program that raised it, and no person."""
        return self.reason == self.Reason.NOTICED

    @property
    def worries(self) -> list[Worry]:
        return [Worry.of_facts(facts) for facts in self.noticed]

    @property
    def earlier_words(self) -> list[Earlier]:
        return [Earlier(one["words"], datetime.fromisoformat(one["until"])) for one in self.evidence_earlier]


class EvidenceFile(models.Model):
    """A file that came with what a concern is about: a copy of its own, which outlives what it was copied from."""

    class Kind(models.TextChoices):
        PICTURE = "picture", "Picture"
        PDF = "pdf", "PDF"

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="evidence_files")
    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=10, choices=Kind)
    # Says that the copy is what was sent.
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    # Here and not in a folder, so that it is there or not together with its concern, in every backup too.
    content = models.BinaryField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.name} of {self.concern}"


class BlockQuerySet(models.QuerySet["Block"]):
    def current(self) -> "BlockQuerySet":
        return self.filter(lifted_at=None)

    def between(self, one: Person, other: Person) -> "BlockQuerySet":
        return self.filter(Q(by=one, person=other) | Q(by=other, person=one))


class Block(models.Model):
    """`by` wants no contact with `person`: the two are never matched and get nothing from each other."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="blocks_made")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="blocks_met")
    # The name they were met under, so that a block made in one network tells nothing about another.
    known_as = models.CharField(max_length=60)
    began_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True, blank=True)

    objects = BlockQuerySet.as_manager()

    class Meta:
        ordering = ["-began_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["by", "person"],
                condition=Q(lifted_at=None),
                name="safeguarding_one_current_block",
            ),
            models.CheckConstraint(condition=~Q(by=F("person")), name="safeguarding_nobody_blocks_themselves"),
        ]

    def __str__(self) -> str:
        return f"{self.by} blocked {self.person}"
