"""Who was here when: written by the servers for everybody who has a page open."""

from django.conf import settings
from django.db import models


class Presence(models.Model):
    """The last time a page of this person was open and connected, in whatever window, to a minute or so."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="presence"
    )
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.person} at {self.seen_at:%d %b %H:%M}"
