"""A code sent to a phone, to see that the number is right and the phone at hand."""

from django.conf import settings
from django.db import models


class PhoneCode(models.Model):
    """One code that was sent. Only a fingerprint of it is kept; the rows also say how many were sent lately."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="phone_codes")
    phone = models.CharField(max_length=20)
    fingerprint = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    tries_left = models.PositiveSmallIntegerField(default=5)

    class Meta:
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["phone", "made_at"], name="messaging_codes_by_phone")]

    def __str__(self) -> str:
        return f"A code for {self.person}"
