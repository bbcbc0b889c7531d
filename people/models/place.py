"""Where a service works (areas) and what its support can be about (topics)."""

from django.db import models

from people.vocabulary import Theme


class Area(models.Model):
    """A part of the service's patch, looked after by its coordinators."""

    name = models.CharField(max_length=80, unique=True)
    slug = models.SlugField(max_length=80, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Topic(models.Model):
    """Something support can be about, in words a member would use."""

    name = models.CharField(max_length=80)
    slug = models.SlugField(max_length=80, unique=True)
    theme = models.PositiveSmallIntegerField(choices=Theme, default=Theme.OTHER)

    class Meta:
        ordering = ["theme", "name"]

    def __str__(self) -> str:
        return self.name
