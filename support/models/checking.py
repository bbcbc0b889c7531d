"""Check-ins: how often a member wants to be asked, what they said, and the rule by which somebody looks in."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from matching.models import Pairing
from people.models import Person
from support.declining import Rule, Sign

HIGHEST = 10


class Rhythm(models.Model):
    """How often a member wants to be asked how they are, as they chose; None is never."""

    class Every(models.IntegerChoices):
        WEEK = 7, "Every week"
        FORTNIGHT = 14, "Every two weeks"
        FOUR_WEEKS = 28, "Every four weeks"

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="rhythm")
    every_days = models.PositiveSmallIntegerField(choices=Every, null=True)
    # The day they are asked next.
    next_on = models.DateField(null=True)
    chosen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(every_days=None, next_on=None) | Q(every_days__isnull=False, next_on__isnull=False),
                name="support_asked_on_a_day_or_never",
            ),
            models.CheckConstraint(
                condition=Q(every_days=None) | Q(every_days__in=[7, 14, 28]), name="support_a_rhythm_there_is"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_every_days_display() if self.every_days else 'Never'}"


class CheckInQuerySet(models.QuerySet["CheckIn"]):
    def asked(self) -> "CheckInQuerySet":
        return self.filter(state=CheckIn.State.ASKED)

    def over(self) -> "CheckInQuerySet":
        return self.exclude(state=CheckIn.State.ASKED)

    def within(self, pairing: Pairing, viewer: Person) -> "CheckInQuerySet":
        """The member reads all of theirs; whoever is alongside, those of the time they are alongside."""
        theirs = self.filter(person=pairing.request.person)
        if viewer.pk == pairing.request.person_id:
            return theirs
        until = Q() if pairing.ended_at is None else Q(asked_at__lte=pairing.ended_at)
        return theirs.filter(until, asked_at__gte=pairing.began_at)


class CheckIn(models.Model):
    """One asking how somebody is, and what they said. `noticed` is why a person was asked to look in on them."""

    class State(models.TextChoices):
        ASKED = "asked", "Not answered yet"
        ANSWERED = "answered", "Answered"
        SKIPPED = "skipped", "Skipped"
        LAPSED = "lapsed", "No answer"

    class Wish(models.TextChoices):
        LESS = "less", "Less"
        SAME = "same", "As it is"
        MORE = "more", "More"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="check_ins")
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    over_at = models.DateTimeField(null=True, blank=True)
    confidence = models.PositiveSmallIntegerField(null=True, blank=True)
    wellbeing = models.PositiveSmallIntegerField(null=True, blank=True)
    wish = models.CharField(max_length=10, choices=Wish, blank=True)
    words = models.TextField(blank=True)
    noticed = models.CharField(
        max_length=10,
        choices=[(Sign.FALLING, "It fell"), (Sign.SILENCE, "No answers"), (Sign.MORE, "More support wished for")],
        blank=True,
    )

    objects = CheckInQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(state="asked"), name="support_asked_once_at_a_time"),
            models.CheckConstraint(
                condition=(Q(confidence=None) | Q(confidence__lte=HIGHEST))
                & (Q(wellbeing=None) | Q(wellbeing__lte=HIGHEST)),
                name="support_scales_end_at_ten",
            ),
            models.CheckConstraint(
                condition=Q(state="answered") | Q(confidence=None, wellbeing=None, wish="", words=""),
                name="support_only_an_answer_says_something",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.asked_at:%d.%m.%Y}: {self.get_state_display()}"


class CheckInRule(models.Model):
    """A version of the rule, never changed and only followed by another. Before the first the one in code holds."""

    version = models.PositiveIntegerField(unique=True)
    fall_by = models.PositiveSmallIntegerField()
    over = models.PositiveSmallIntegerField()
    silences = models.PositiveSmallIntegerField()
    on_more = models.BooleanField()
    note = models.TextField("why")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-version"]
        constraints = [
            models.CheckConstraint(
                condition=Q(fall_by__gte=1, fall_by__lte=HIGHEST, over__gte=2, silences__gte=1, version__gte=2),
                name="support_a_rule_that_can_be_met",
            )
        ]

    def __str__(self) -> str:
        return f"Version {self.version}"

    def as_rule(self) -> Rule:
        return Rule(fall_by=self.fall_by, over=self.over, silences=self.silences, on_more=self.on_more)
