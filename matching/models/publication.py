"""A publication: what is undecided in a round is approved, one proposal after the other."""

from django.conf import settings
from django.db import models

from matching.models.job import Job, JobQuerySet
from matching.models.round import Round


class Publication(Job):
    """One press of "Approve all"; stopped, another one goes on with what is still undecided."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="publications")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    began_at = models.DateTimeField()
    approved = models.PositiveIntegerField(default=0)
    # In words, why others did not become offers.
    refused = models.JSONField(default=list)

    objects = JobQuerySet["Publication"].as_manager()

    class Meta:
        ordering = ["-began_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round"], condition=models.Q(state__in=Job.ACTIVE), name="matching_one_publication_at_once"
            )
        ]

    def __str__(self) -> str:
        return f"Publication of {self.round}"
