"""A network: a community with a purpose and a house agreement, and who sees its door."""

from django.db import models

from networks.models.membership import Membership
from people.models import Area, Person, Role, Topic
from people.vocabulary import AgeGroup


class NetworkQuerySet(models.QuerySet["Network"]):
    def open_to_ages_of(self, person: Person) -> "NetworkQuerySet":
        """Adults and under-18s are apart; who gave no age sees neither kind's inside, only the adults' door."""
        return self.filter(for_under_18s=person.age_group == AgeGroup.UNDER_18)

    def joined_by(self, person: Person) -> "NetworkQuerySet":
        return self.filter(pk__in=Membership.objects.current().filter(person=person).values("network_id"))

    def visible_to(self, viewer: Person) -> "NetworkQuerySet":
        """Whose door one sees, with its purpose; what is inside is for those who joined (see Thread).

        A hidden network is seen by those inside, and by who asked to join before it was one, to take that back; who is
        invited comes by the address of the invitation.
        """
        if viewer.holds(Role.Kind.COORDINATOR):
            return self.all()
        doors = self.open_to_ages_of(viewer).exclude(joining=Network.Joining.HIDDEN)
        if not viewer.holds(Role.Kind.ADVISER):
            doors = doors.exclude(circle=Network.Circle.ADVISERS)
        asked = Membership.objects.asking().filter(person=viewer).values("network_id")
        return doors | self.open_to_ages_of(viewer).filter(pk__in=asked) | self.joined_by(viewer)


class Network(models.Model):
    """A community with a purpose and a house agreement."""

    class Joining(models.TextChoices):
        OPEN = "open", "Anyone may join"
        REQUEST = "request", "A host says yes first"
        INVITATION = "invitation", "By invitation"
        HIDDEN = "hidden", "By invitation, and nobody else sees that it is there"

    class Circle(models.TextChoices):
        EVERYONE = "everyone", "Everyone"
        ADVISERS = "advisers", "Advisers, to learn from each other"

    class FirstLook(models.TextChoices):
        """Whose posts a moderator reads before others do."""

        NOBODY = "nobody", "Nobody's: posts are there at once"
        NEWCOMERS = "newcomers", "The first posts of who is new"
        EVERYONE = "everyone", "Everybody's"

    name = models.CharField(max_length=80, unique=True)
    slug = models.SlugField(max_length=80, unique=True)
    purpose = models.TextField()
    # The current text of the house agreement and its number; every version stands in Agreement.
    agreement = models.TextField("house agreement")
    agreement_version = models.PositiveSmallIntegerField(default=1)
    joining = models.CharField(max_length=10, choices=Joining, default=Joining.OPEN)
    circle = models.CharField(max_length=10, choices=Circle, default=Circle.EVERYONE)
    first_look = models.CharField(max_length=10, choices=FirstLook, default=FirstLook.NOBODY)
    for_under_18s = models.BooleanField(default=False)
    # Then no mail names it or says what is written in it: being a member may be the most private thing about somebody.
    is_sensitive = models.BooleanField(default=True)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, blank=True, related_name="networks")
    languages = models.JSONField(default=list, blank=True)
    topics = models.ManyToManyField(Topic, blank=True, related_name="networks")
    founded_at = models.DateTimeField()
    # When its hosts were last told that pages are due to be looked over.
    review_told_at = models.DateTimeField(null=True, blank=True)

    objects = NetworkQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def scope(self) -> str:
        """What safeguarding calls it, which knows no networks."""
        return f"network:{self.pk}"
