"""What two people agreed with each other, in versions, and the words a service begins one with."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from matching.models import Helper, Pairing
from people.models import Area
from support.terms import LONGEST_WITHOUT_REVIEW, REVIEW_AFTER, Terms


class Wording(models.Model):
    """The parts of an agreement, in words."""

    member_expects = models.TextField()
    helper_expects = models.TextField()
    how_often = models.CharField(max_length=200)
    ways = models.JSONField(default=list)
    hours = models.CharField(max_length=200)
    boundaries = models.TextField()
    shared_with = models.TextField()

    class Meta:
        abstract = True

    @property
    def terms(self) -> Terms:
        return Terms(
            member_expects=self.member_expects,
            helper_expects=self.helper_expects,
            how_often=self.how_often,
            ways=tuple(self.ways),
            hours=self.hours,
            boundaries=self.boundaries,
            shared_with=self.shared_with,
        )


class AgreementTemplate(Wording):
    """What agreements begin with, for one kind of helper or every kind, in one area or everywhere."""

    helper_kind = models.CharField(max_length=10, choices=Helper.Kind, blank=True)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    review_after_days = models.PositiveSmallIntegerField(
        default=REVIEW_AFTER.days,
        validators=[MinValueValidator(7), MaxValueValidator(LONGEST_WITHOUT_REVIEW.days)],
    )
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["area__name", "helper_kind"]
        constraints = [
            models.UniqueConstraint(fields=["helper_kind", "area"], name="support_one_template_a_kind_and_area"),
            models.UniqueConstraint(
                fields=["helper_kind"], condition=Q(area=None), name="support_one_template_a_kind_everywhere"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_helper_kind_display() or 'Every kind of helper'}, {self.area or 'everywhere'}"


class Agreement(Wording):
    """One version of what two people agreed; its words never change, another version follows them.

    It is in force once both have signed, and until the next one is.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", "Proposed"
        IN_FORCE = "in_force", "In force"
        REPLACED = "replaced", "Replaced by another"
        WITHDRAWN = "withdrawn", "Not agreed"

    pairing = models.ForeignKey(Pairing, on_delete=models.CASCADE, related_name="agreements")
    version = models.PositiveSmallIntegerField()
    # What is different from the one before and why, in the words of whoever wrote it.
    why = models.CharField(max_length=300, blank=True)
    review_on = models.DateField()
    # With whoever is alongside the member later, an agreement may begin with these words: the member has brought them.
    brought_to = models.ForeignKey(
        Pairing, on_delete=models.SET_NULL, null=True, blank=True, related_name="agreements_brought"
    )
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    drafted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    drafted_at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True, blank=True)
    # How often somebody was reminded to sign, or once it is in force, of its review; and when last.
    reminders = models.PositiveSmallIntegerField(default=0)
    reminded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pairing_id", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["pairing", "version"], name="support_one_agreement_a_version"),
            models.UniqueConstraint(
                fields=["pairing"], condition=Q(state="proposed"), name="support_one_agreement_proposed"
            ),
            models.UniqueConstraint(
                fields=["pairing"], condition=Q(state="in_force"), name="support_one_agreement_in_force"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["proposed", "withdrawn"]) | Q(agreed_at__isnull=False),
                name="support_agreements_in_force_have_a_time",
            ),
        ]
        indexes = [models.Index(fields=["state", "review_on"])]

    def __str__(self) -> str:
        return f"{self.pairing}, agreement {self.version}"


class Signature(models.Model):
    """One of the two has said yes to one version."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="signatures")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "person"], name="support_one_signature_a_person"),
        ]

    def __str__(self) -> str:
        return f"{self.person} signed {self.agreement}"
