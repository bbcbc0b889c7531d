"""A configuration: how much each part of a fit counts, in versions that are added to and never changed."""

from typing import Any

from django.conf import settings
from django.db import models

from matching import engine


class ConfigurationQuerySet(models.QuerySet["Configuration"]):
    def newest(self) -> "Configuration":
        """The one that is used from now on; a migration makes sure that there is one."""
        return self.order_by("-pk")[:1].get()


class Configuration(models.Model):
    """One version of the weights, with who made it and why; a round uses the newest unless told otherwise."""

    version = models.CharField(max_length=20, unique=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()
    note = models.TextField("why")
    # {"topics": 400, ...}: the fields of the engine's Weights, but for the version.
    weights = models.JSONField()
    # Points the total loses with each further person of one helper, so that load spreads.
    spread = models.PositiveSmallIntegerField(default=5)
    # Whether who comes between two rounds is offered a free place at once.
    offers_at_once = models.BooleanField(default=True)

    objects = ConfigurationQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.version

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add this version; one that is there is never changed, because rounds were made with it."""
        super().save(*args, **{**kwargs, "force_insert": True})

    def as_weights(self) -> engine.Weights:
        return engine.Weights(version=self.version, **self.weights)
