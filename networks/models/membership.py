"""One person in one network, under a name of that network only."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from people.models import Person
from people.vocabulary import AgeGroup


class MembershipQuerySet(models.QuerySet["Membership"]):
    def current(self) -> "MembershipQuerySet":
        """Joined, and of the age the network is for. A host may be of any age: a coordinator named them."""
        young = Q(person__age_group=AgeGroup.UNDER_18)
        of_the_age = Q(network__for_under_18s=True) & young | Q(network__for_under_18s=False) & ~young
        return self.filter(of_the_age | Q(is_host=True), state=Membership.State.JOINED)

    def hosts(self) -> "MembershipQuerySet":
        return self.current().filter(is_host=True)

    def leaders(self) -> "MembershipQuerySet":
        """Hosts, and those who are trained to lead: both may plan events and courses and keep the resources."""
        return self.current().filter(Q(is_host=True) | Q(is_leader=True))

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
        REMOVED = "removed", "Taken out by a moderator"
        BANNED = "banned", "May not come back"

    class Digest(models.TextChoices):
        """How often a mail says what is new in the network."""

        QUIET = "quiet", "Never"
        DAILY = "daily", "Every day on which there is something new"
        WEEKLY = "weekly", "Once a week"

    network = models.ForeignKey("networks.Network", on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    chosen_name = models.CharField("name others see in this network", max_length=60)
    is_host = models.BooleanField(default=False)
    is_leader = models.BooleanField(default=False)
    # When a leader was trained to lead courses.
    trained_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State)
    since = models.DateTimeField()
    agreed_version = models.PositiveSmallIntegerField(default=1)
    # How many posts a moderator has let through; after a few, who is new is new no more.
    posts_let_through = models.PositiveSmallIntegerField(default=0)
    muted_until = models.DateTimeField(null=True, blank=True)
    digest = models.CharField(max_length=10, choices=Digest, default=Digest.QUIET)
    digested_at = models.DateTimeField(null=True, blank=True)
    visited_at = models.DateTimeField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["network", "person"], name="networks_one_membership_each"),
            # "heron" beside "Heron" would be taken for the same person.
            models.UniqueConstraint(F("network"), Lower("chosen_name"), name="networks_one_person_per_name"),
        ]

    def __str__(self) -> str:
        return f"{self.chosen_name} in {self.network}"
