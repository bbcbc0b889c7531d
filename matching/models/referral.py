"""A referral: a professional prepares somebody's request; the member decides what is sent."""

from django.conf import settings
from django.db import models

from people.models import Topic


class Referral(models.Model):
    """A code handed to somebody. Used once, it becomes their draft request."""

    code = models.CharField(max_length=12, unique=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="referrals")
    # The referrer's own words for whom it is, so that they can tell their codes apart.
    label = models.CharField("who is it for", max_length=80)
    topics = models.ManyToManyField(Topic, blank=True, related_name="+")
    note = models.TextField(blank=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"Referral {self.code}"
