"""Concerns with their frozen evidence, how soon somebody has to look, and who finds them in their list."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q

from people.models import Area, Person, Role
from safeguarding.evidence import Earlier, Said
from safeguarding.models.moderator import Moderator
from safeguarding.screening import Worry


class ConcernQuerySet(models.QuerySet["Concern"]):
    def open(self) -> "ConcernQuerySet":
        return self.filter(state__in=Concern.STILL_OPEN)

    def over(self) -> "ConcernQuerySet":
        return self.exclude(state__in=Concern.STILL_OPEN)

    def visible_to(self, viewer: Person) -> "ConcernQuerySet":
        """Leads see all; coordinators those raised in their areas, those about who is of one now and those of no
        area; nobody one about themselves. So whoever moves takes it along, and nobody who knew of it loses sight.

        One about a coordinator is for every other coordinator, because an area may have only that one. Who moderates
        a place sees what people report there until it is escalated, but nothing about others who moderate it, and
        nothing that only a program noticed.
        """
        others = self.exclude(about=viewer)
        if viewer.holds(Role.Kind.SAFEGUARDING_LEAD) or viewer.coordinates_everywhere:
            return others
        seen = self._moderated_by(viewer)
        if viewer.holds(Role.Kind.COORDINATOR):
            coordinators = Role.objects.current().filter(kind=Role.Kind.COORDINATOR).values("person")
            areas = viewer.coordinated_area_ids
            of_mine = Person.objects.of_areas(areas).values("pk")
            seen |= Q(area__in=areas) | Q(area=None) | Q(about__in=of_mine) | Q(about__in=coordinators)
        return others.filter(seen)

    def _moderated_by(self, viewer: Person) -> Q:
        moderated = Moderator.objects.current().filter(person=viewer).values("scope")
        colleagues = Moderator.objects.current().filter(scope=models.OuterRef("scope"), person=models.OuterRef("about"))
        reported = ~Q(reason=Concern.Reason.NOTICED) & ~models.Exists(colleagues)
        return Q(reported, scope__in=moderated, escalated_at=None)

    def of_the_same(self, concern: "Concern") -> "ConcernQuerySet":
        """Every report of the same words, itself too: one case. What a program noticed is a case of its own."""
        if concern.was_noticed:
            return self.filter(pk=concern.pk)
        same = {"evidence_kind": concern.evidence_kind, "evidence_reference": concern.evidence_reference}
        return self.filter(**same).exclude(reason=Concern.Reason.NOTICED)


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

    class Severity(models.TextChoices):
        """How soon somebody has to look, see `safeguarding.clock`."""

        DANGER = "danger", "Danger"
        HIGH = "high", "High"
        NORMAL = "normal", "Normal"
        LOW = "low", "Low"

    class Risk(models.TextChoices):
        """How likely harm is, as whoever looks into it judges."""

        UNKNOWN = "", "Not judged yet"
        LOW = "low", "Low"
        MEDIUM = "medium", "Medium"
        HIGH = "high", "High"

    STILL_OPEN = (State.OPEN, State.TAKEN)

    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    about = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    area = models.ForeignKey(Area, on_delete=models.SET_NULL, null=True)
    reason = models.CharField(max_length=10, choices=Reason)
    words = models.TextField("what worries you", blank=True)
    # Where it happened, in the words of the app above ("network:12"); empty where nobody but the service looks.
    scope = models.CharField(max_length=40, blank=True)
    severity = models.CharField(max_length=10, choices=Severity, default=Severity.NORMAL)
    due_at = models.DateTimeField()
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # From then on it is for those who keep the whole service safe, and not for moderators.
    escalated_at = models.DateTimeField(null=True, blank=True)
    risk = models.CharField(max_length=10, choices=Risk, blank=True)
    plan = models.TextField(blank=True)
    # A snapshot, not a foreign key: it outlives edits and deletion, and imports nothing from above.
    evidence_kind = models.CharField(max_length=20)
    evidence_reference = models.CharField(max_length=80)
    evidence_author = models.CharField(max_length=120)
    # What the place is called in which it was written, for people.
    evidence_place = models.CharField(max_length=120, blank=True)
    evidence_text = models.TextField()
    evidence_written_at = models.DateTimeField()
    evidence_earlier = models.JSONField(default=list, blank=True)
    evidence_before = models.JSONField(default=list, blank=True)
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
        indexes = [
            models.Index(fields=["scope"], condition=Q(state__in=["open", "taken"]), name="safeguarding_open_in_scope"),
            models.Index(fields=["evidence_kind", "evidence_reference"], name="safeguarding_evidence"),
        ]
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

    @property
    def said_before(self) -> list[Said]:
        return [Said(one["author"], one["words"], datetime.fromisoformat(one["at"])) for one in self.evidence_before]
