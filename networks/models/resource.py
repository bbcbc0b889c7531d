"""What a network keeps for reading: pages with their history, and the links in them."""

from django.db import models

from networks.models.membership import Membership
from networks.models.network import Network
from people.models import Person


class ResourceQuerySet(models.QuerySet["Resource"]):
    def kept(self) -> "ResourceQuerySet":
        return self.filter(removed_at=None)

    def visible_to(self, viewer: Person) -> "ResourceQuerySet":
        """Those of the networks one has joined; removed ones only for the hosts, who may put them back."""
        hosted = Membership.objects.hosts().filter(person=viewer).values("network_id")
        inside = self.filter(network__in=Network.objects.joined_by(viewer))
        return inside.filter(models.Q(removed_at=None) | models.Q(network__in=hosted))


class Resource(models.Model):
    """A page as it is now; a version counts up with each change."""

    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="resources")
    title = models.CharField(max_length=150)
    body = models.TextField()
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()
    reviewed_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="+")
    reviewed_on = models.DateField(null=True, blank=True)
    review_due_on = models.DateField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = ResourceQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return self.title


class ResourceVersion(models.Model):
    """A page as it was from `at` on, and who made it so."""

    resource = models.ForeignKey(Resource, on_delete=models.CASCADE, related_name="versions")
    version = models.PositiveIntegerField()
    title = models.CharField(max_length=150)
    body = models.TextField()
    # What was changed, in a few words.
    why = models.CharField(max_length=150, blank=True)
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["resource_id", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["resource", "version"], name="networks_one_page_per_version"),
        ]

    def __str__(self) -> str:
        return f"{self.resource}, version {self.version}"


class ResourceLink(models.Model):
    """A link in a page, and what came of looking whether it still leads somewhere."""

    class Health(models.TextChoices):
        UNKNOWN = "unknown", "Not looked at yet"
        FINE = "fine", "Leads somewhere"
        BROKEN = "broken", "Leads nowhere"

    resource = models.ForeignKey(Resource, on_delete=models.CASCADE, related_name="links")
    url = models.URLField(max_length=500)
    health = models.CharField(max_length=10, choices=Health, default=Health.UNKNOWN)
    # In plain words: "404 Not Found", "no answer".
    finding = models.CharField(max_length=100, blank=True)
    checked_at = models.DateTimeField(null=True, blank=True)
    times_failed = models.PositiveSmallIntegerField(default=0)
    # When it first failed, of the times in a row that it has.
    failing_since = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["resource", "url"], name="networks_one_link_each")]

    def __str__(self) -> str:
        return self.url
