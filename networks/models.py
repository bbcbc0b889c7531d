"""Networks, memberships under a chosen name, threads and posts."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from people.models import Person, Role
from people.vocabulary import AgeGroup
from safeguarding.queries import blocked_ids


class NetworkQuerySet(models.QuerySet["Network"]):
    def open_to_ages_of(self, person: Person) -> "NetworkQuerySet":
        """Adults and under-18s are apart; who gave no age sees neither kind's inside, only the adults' door."""
        return self.filter(for_under_18s=person.age_group == AgeGroup.UNDER_18)

    def joined_by(self, person: Person) -> "NetworkQuerySet":
        return self.filter(pk__in=Membership.objects.current().filter(person=person).values("network_id"))

    def visible_to(self, viewer: Person) -> "NetworkQuerySet":
        """Whose door one sees, with its purpose; what is inside is for those who joined (see Thread)."""
        if viewer.holds(Role.Kind.COORDINATOR):
            return self.all()
        return self.open_to_ages_of(viewer) | self.joined_by(viewer)


class Network(models.Model):
    """A community with a purpose and a house agreement."""

    class Joining(models.TextChoices):
        OPEN = "open", "Anyone may join"
        REQUEST = "request", "A host says yes first"

    name = models.CharField(max_length=80, unique=True)
    slug = models.SlugField(max_length=80, unique=True)
    purpose = models.TextField()
    agreement = models.TextField("house agreement")
    joining = models.CharField(max_length=10, choices=Joining, default=Joining.OPEN)
    for_under_18s = models.BooleanField(default=False)
    founded_at = models.DateTimeField()

    objects = NetworkQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class MembershipQuerySet(models.QuerySet["Membership"]):
    def current(self) -> "MembershipQuerySet":
        """Joined, and of the age the network is for. A host may be of any age: a coordinator named them."""
        young = Q(person__age_group=AgeGroup.UNDER_18)
        of_the_age = Q(network__for_under_18s=True) & young | Q(network__for_under_18s=False) & ~young
        return self.filter(of_the_age | Q(is_host=True), state=Membership.State.JOINED)

    def hosts(self) -> "MembershipQuerySet":
        return self.current().filter(is_host=True)

    def asking(self) -> "MembershipQuerySet":
        return self.filter(state=Membership.State.ASKED)

    def visible_to(self, viewer: Person) -> "MembershipQuerySet":
        """One's own, and for a host those of the network."""
        hosted = Membership.objects.hosts().filter(person=viewer).values("network_id")
        return self.filter(Q(person=viewer) | Q(network__in=hosted))


class Membership(models.Model):
    """One person in one network, known there by `chosen_name` only. Who comes back finds it again."""

    class State(models.TextChoices):
        ASKED = "asked", "Waiting for a host"
        JOINED = "joined", "Joined"
        REFUSED = "refused", "Not this time"
        LEFT = "left", "Left"

    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    chosen_name = models.CharField("name others see in this network", max_length=60)
    is_host = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State)
    since = models.DateTimeField()

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["network", "person"], name="networks_one_membership_each"),
            # "heron" beside "Heron" would be taken for the same person.
            models.UniqueConstraint(F("network"), Lower("chosen_name"), name="networks_one_person_per_name"),
        ]

    def __str__(self) -> str:
        return f"{self.chosen_name} in {self.network}"


class ThreadQuerySet(models.QuerySet["Thread"]):
    def visible_to(self, viewer: Person) -> "ThreadQuerySet":
        """Those of the networks one has joined, except begun by someone with whom there is a block."""
        inside = self.filter(network__in=Network.objects.joined_by(viewer))
        return inside.exclude(begun_by__person__in=blocked_ids(viewer))


class Thread(models.Model):
    """A discussion. `last_seq` is the counter that orders its posts."""

    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="threads")
    begun_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="threads")
    title = models.CharField(max_length=150)
    reference = models.CharField(max_length=80, null=True, blank=True, unique=True)
    began_at = models.DateTimeField()
    last_seq = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField()

    objects = ThreadQuerySet.as_manager()

    class Meta:
        ordering = ["-last_at", "-pk"]
        indexes = [models.Index(fields=["network", "-last_at", "-id"])]

    def __str__(self) -> str:
        return self.title


class PostQuerySet(models.QuerySet["Post"]):
    def visible_to(self, viewer: Person) -> "PostQuerySet":
        """Those of the threads one sees, except by someone with whom there is a block."""
        apart = blocked_ids(viewer)
        inside = self.filter(thread__network__in=Network.objects.joined_by(viewer))
        return inside.exclude(author__person__in=apart).exclude(thread__begun_by__person__in=apart)


class Post(models.Model):
    """What a member of the network wrote in a thread; the first post opens it."""

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="posts")
    seq = models.PositiveIntegerField()
    author = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="posts")
    client_id = models.UUIDField()
    body = models.TextField()
    posted_at = models.DateTimeField()

    objects = PostQuerySet.as_manager()

    class Meta:
        # Not "thread", which would sort by the activity of the thread first.
        ordering = ["thread_id", "seq"]
        constraints = [
            models.UniqueConstraint(fields=["thread", "seq"], name="networks_one_post_per_seq"),
            models.UniqueConstraint(fields=["author", "client_id"], name="networks_one_post_per_client_id"),
            models.CheckConstraint(condition=Q(seq__gte=1), name="networks_posts_count_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.thread}, post {self.seq}"
