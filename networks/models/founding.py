"""An idea for a network, which needs a coordinator's yes."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from networks.models.network import Network
from people.models import Person, Role


class IdeaQuerySet(models.QuerySet["Idea"]):
    def waiting(self) -> "IdeaQuerySet":
        return self.filter(state=Idea.State.ASKED)

    def visible_to(self, viewer: Person) -> "IdeaQuerySet":
        """One's own; coordinators see all, because networks belong to no area's coordinator alone."""
        return self.all() if viewer.holds(Role.Kind.COORDINATOR) else self.filter(Q(by=viewer))


class Idea(models.Model):
    """Somebody would like a network to be founded, and to host it."""

    class State(models.TextChoices):
        ASKED = "asked", "Waiting for a coordinator"
        FOUNDED = "founded", "Founded"
        DECLINED = "declined", "Not this time"
        WITHDRAWN = "withdrawn", "Taken back"

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="network_ideas")
    name = models.CharField(max_length=80)
    purpose = models.TextField()
    agreement = models.TextField()
    joining = models.CharField(max_length=10, choices=Network.Joining)
    host_name = models.CharField(max_length=60)
    why = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    asked_at = models.DateTimeField()
    # What the coordinator answered, in words for whoever asked.
    answer = models.TextField(blank=True)
    network = models.OneToOneField(Network, on_delete=models.SET_NULL, null=True, related_name="idea")

    objects = IdeaQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at", "pk"]

    def __str__(self) -> str:
        return f"Idea: {self.name}"
