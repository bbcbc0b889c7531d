"""Who talks where, and what was said: no counter, no client id kept, no rule."""

from typing import ClassVar

from django.conf import settings
from django.db import models


class Conversation(models.Model):
    people = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="conversations")

    objects: ClassVar[models.Manager["Conversation"]] = models.Manager()

    class Meta:
        app_label = "plain"

    def __str__(self) -> str:
        return f"Conversation {self.pk}"


class Message(models.Model):
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    body = models.TextField()
    sent_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[models.Manager["Message"]] = models.Manager()

    class Meta:
        app_label = "plain"

    def __str__(self) -> str:
        return f"Message {self.pk}"
