"""An invitation into a network: a link with a code that a host passes on."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q

from networks.models.membership import Membership
from networks.models.network import Network


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def usable(self, at: datetime) -> "InvitationQuerySet":
        """Not taken back, used up or over; and only while whoever made it hosts the network."""
        by_hosts = self.filter(made_by__in=Membership.objects.hosts())
        return by_hosts.filter(Q(revoked_at=None), expires_at__gt=at, used__lt=F("may_be_used"))


class Invitation(models.Model):
    """Whoever has the code may join, so many times until it expires; the host never learns who they are elsewhere."""

    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="invitations")
    code = models.CharField(max_length=40, unique=True)
    # For the host's own list: "the Tuesday group".
    note = models.CharField(max_length=80, blank=True)
    made_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    may_be_used = models.PositiveSmallIntegerField(default=1)
    used = models.PositiveSmallIntegerField(default=0)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(used__lte=F("may_be_used")), name="networks_no_invitation_overused"),
        ]

    def __str__(self) -> str:
        return f"Invitation {self.pk} into {self.network}"
