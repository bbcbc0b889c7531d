"""What was done about somebody or something, in grades, each with its reason; and the one appeal against it."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from people.models import Person
from safeguarding.models.concern import Concern


class MeasureQuerySet(models.QuerySet["Measure"]):
    def in_force(self, at: datetime) -> "MeasureQuerySet":
        return self.filter(Q(until=None) | Q(until__gt=at), lifted_at=None)

    def told_to(self, person: Person) -> "MeasureQuerySet":
        """Those about somebody, which they may read and appeal against."""
        return self.filter(about=person)


class Measure(models.Model):
    """One graded, reversible step about somebody's words or their part in a place; told to them with its reason."""

    class Kind(models.TextChoices):
        NOTE = "note", "A word of advice"
        HOLD = "hold", "Kept back until somebody has looked"
        HIDE = "hide", "Hidden"
        MUTE = "mute", "May read and not write for some days"
        REMOVE = "remove", "Taken out"
        BAN = "ban", "May not come back"

    class Rule(models.TextChoices):
        """What held something before a person had looked."""

        THREE = "three", "Three people reported it"
        FIVE = "five", "Five people reported what one person wrote"

    # Those that keep back what was written, and those that touch somebody's part.
    ON_WORDS = (Kind.HOLD, Kind.HIDE)
    ON_PEOPLE = (Kind.MUTE, Kind.REMOVE, Kind.BAN)

    kind = models.CharField(max_length=10, choices=Kind)
    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="measures")
    about = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="measures")
    # Where it holds ("network:12"); empty: in the whole service.
    scope = models.CharField(max_length=40, blank=True)
    # What was written, for those on words.
    subject_kind = models.CharField(max_length=20, blank=True)
    subject_reference = models.CharField(max_length=80, blank=True)
    reason = models.CharField(max_length=10, choices=Concern.Reason)
    # Told to the person.
    words = models.TextField(blank=True)
    # Nobody where a rule did it.
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    rule = models.CharField(max_length=10, choices=Rule, blank=True)
    at = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    lifted_because = models.TextField(blank=True)

    objects = MeasureQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject_kind", "subject_reference"],
                condition=Q(lifted_at=None, kind__in=["hold", "hide"]),
                name="safeguarding_words_kept_back_once",
            ),
        ]
        indexes = [models.Index(fields=["about", "scope"], condition=Q(lifted_at=None), name="safeguarding_in_force")]

    def __str__(self) -> str:
        return f"Measure {self.pk}: {self.get_kind_display()}"


class AppealQuerySet(models.QuerySet["Appeal"]):
    def open(self) -> "AppealQuerySet":
        return self.filter(state=Appeal.State.OPEN)

    def answered(self) -> "AppealQuerySet":
        return self.exclude(state=Appeal.State.OPEN)


class Appeal(models.Model):
    """Somebody says that a measure about them was wrong: once, and somebody else decides."""

    class State(models.TextChoices):
        OPEN = "open", "Waiting for somebody else to decide"
        UPHELD = "upheld", "They were right: it is taken back"
        REJECTED = "rejected", "It stays"

    measure = models.OneToOneField(Measure, on_delete=models.CASCADE, related_name="appeal")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    # Who took the measure; the database sees to it that they do not decide.
    against = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    words = models.TextField()
    made_at = models.DateTimeField()
    due_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True)

    objects = AppealQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(decided_by=F("against")) | Q(decided_by=None) | Q(against=None),
                name="safeguarding_somebody_else_decides",
            ),
            models.CheckConstraint(
                condition=~Q(decided_by=F("by")) | Q(decided_by=None) | Q(by=None),
                name="safeguarding_nobody_decides_their_own_appeal",
            ),
        ]

    def __str__(self) -> str:
        return f"Appeal against measure {self.measure_id}"
