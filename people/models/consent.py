"""What a person has agreed to, purpose by purpose, and when they took it back."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class ConsentQuerySet(models.QuerySet["Consent"]):
    def current(self) -> "ConsentQuerySet":
        return self.filter(withdrawn_at=None)


class Consent(models.Model):
    class Purpose(models.TextChoices):
        MATCHING = "matching", "Use my answers to find someone for me"
        STORY = "story", "Show my story to a person before I choose them"
        EMAIL = "email", "Send me an e-mail when something is waiting for me"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=20, choices=Purpose)
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        ordering = ["-given_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "purpose"],
                condition=Q(withdrawn_at=None),
                name="people_one_current_consent_per_purpose",
            )
        ]

    def __str__(self) -> str:
        return self.get_purpose_display()
