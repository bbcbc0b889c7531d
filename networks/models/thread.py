"""A discussion in a network; events, asks, offers and decisions each have one, so that all words are kept alike."""

from django.db import models
from django.db.models import Q

from networks.models.membership import Membership
from networks.models.network import Network
from networks.models.standing import FOR_ALL, Standing
from people.models import Person
from safeguarding.queries import blocked_ids


class Tag(models.Model):
    """A word under which threads of one network are found."""

    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="tags")
    name = models.CharField(max_length=30)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["network", "name"], name="networks_one_tag_per_name")]

    def __str__(self) -> str:
        return self.name


class ThreadQuerySet(models.QuerySet["Thread"]):
    def visible_to(self, viewer: Person) -> "ThreadQuerySet":
        """Those of the networks one has joined, except begun by someone with whom there is a block.

        What waits for a moderator, is held or hidden is seen by whoever began it and by the hosts; a private thread
        only by those who have a place in it.
        """
        inside = self.filter(network__in=Network.objects.joined_by(viewer))
        hosted = Membership.objects.hosts().filter(person=viewer).values("network_id")
        readable = Q(standing__in=FOR_ALL) | Q(begun_by__person=viewer) | Q(network__in=hosted)
        placed = ThreadPlace.objects.filter(membership__person=viewer).values("thread_id")
        mine = ~Q(kind=Thread.Kind.PRIVATE) | Q(pk__in=placed)
        return inside.filter(readable, mine).exclude(begun_by__person__in=blocked_ids(viewer))

    def public(self) -> "ThreadQuerySet":
        """What everybody inside may see: no private ones, and nothing a moderator keeps back."""
        return self.exclude(kind=Thread.Kind.PRIVATE).filter(standing__in=FOR_ALL)


class Thread(models.Model):
    """A discussion. `last_seq` is the counter that orders its posts; its first post opens it."""

    class Kind(models.TextChoices):
        TALK = "talk", "Talk"
        ASK = "ask", "Ask or offer"
        EVENT = "event", "Event or course"
        DECISION = "decision", "Decision"
        PRIVATE = "private", "Between a few"

    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="threads")
    begun_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="threads")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.TALK)
    title = models.CharField(max_length=150)
    reference = models.CharField(max_length=80, null=True, blank=True, unique=True)
    began_at = models.DateTimeField()
    last_seq = models.PositiveIntegerField(default=0)
    # How often something in it has changed, so that a page knows whether it missed a change while it was loading.
    changes = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField()
    # How the first post stands, which decides whether the thread is seen; changed together with it.
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.SHOWN)
    # What one should know before one opens it: "About self-harm".
    sensitive_note = models.CharField(max_length=120, blank=True)
    is_announcement = models.BooleanField(default=False)
    # When members were told of the announcement, which happens once, however often it is marked.
    announced_at = models.DateTimeField(null=True, blank=True)
    pinned_at = models.DateTimeField(null=True, blank=True)
    # Closed to replies by a host.
    closed_at = models.DateTimeField(null=True, blank=True)
    # The reply that answered the question.
    answer = models.ForeignKey("networks.Post", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    tags = models.ManyToManyField(Tag, blank=True, related_name="threads")

    # Set on a thread just begun, like that of its first post.
    calls_for_help = False

    objects = ThreadQuerySet.as_manager()

    class Meta:
        ordering = ["-last_at", "-pk"]
        indexes = [
            models.Index(fields=["network", "-last_at", "-id"]),
            models.Index(fields=["network", "kind", "-last_at", "-id"]),
            models.Index(fields=["network"], condition=Q(pinned_at__isnull=False), name="networks_pinned"),
        ]

    def __str__(self) -> str:
        return self.title


class ThreadPlace(models.Model):
    """Somebody's place in a private thread."""

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="places")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="places_in_threads")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["thread", "membership"], name="networks_one_place_in_a_thread")]

    def __str__(self) -> str:
        return f"{self.membership} in {self.thread}"
