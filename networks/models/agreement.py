"""Every version of the house agreement of a network."""

from django.db import models

from networks.models.membership import Membership
from networks.models.network import Network


class Agreement(models.Model):
    """What members promised each other from `begins_at` on; never changed, only followed by another."""

    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="agreements")
    version = models.PositiveSmallIntegerField()
    text = models.TextField()
    # What changed and why, for those who agreed to the one before.
    why = models.CharField(max_length=300, blank=True)
    changed_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="+")
    begins_at = models.DateTimeField()

    class Meta:
        ordering = ["network_id", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["network", "version"], name="networks_one_agreement_per_version"),
        ]

    def __str__(self) -> str:
        return f"{self.network}, agreement {self.version}"
