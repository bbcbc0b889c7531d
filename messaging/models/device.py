"""A browser that asked to be told when something waits."""

from django.conf import settings
from django.db import models


class Device(models.Model):
    """One browser's web push subscription. On a shared one it belongs to whoever turned it on last."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="devices")
    endpoint = models.URLField(max_length=600, unique=True)
    # With these only that browser can read what is sent to it.
    p256dh = models.CharField(max_length=100)
    auth = models.CharField(max_length=40)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"A device of {self.person}"

    @property
    def keys(self) -> dict[str, str]:
        return {"p256dh": self.p256dh, "auth": self.auth}
