"""Blocks: two people are kept apart."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from people.models import Person


class BlockQuerySet(models.QuerySet["Block"]):
    def current(self) -> "BlockQuerySet":
        return self.filter(lifted_at=None)

    def between(self, one: Person, other: Person) -> "BlockQuerySet":
        return self.filter(Q(by=one, person=other) | Q(by=other, person=one))


class Block(models.Model):
    """`by` wants no contact with `person`: the two are never matched and get nothing from each other."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="blocks_made")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="blocks_met")
    # The name they were met under, so that a block made in one network tells nothing about another.
    known_as = models.CharField(max_length=60)
    began_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True, blank=True)

    objects = BlockQuerySet.as_manager()

    class Meta:
        ordering = ["-began_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["by", "person"],
                condition=Q(lifted_at=None),
                name="safeguarding_one_current_block",
            ),
            models.CheckConstraint(condition=~Q(by=F("person")), name="safeguarding_nobody_blocks_themselves"),
        ]

    def __str__(self) -> str:
        return f"{self.by} blocked {self.person}"
