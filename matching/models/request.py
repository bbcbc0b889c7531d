"""A request: somebody asks for someone alongside them."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from people.models import Person, Topic
from people.vocabulary import Support, WishedGender


class RequestQuerySet(models.QuerySet["Request"]):
    def visible_to(self, viewer: Person) -> "RequestQuerySet":
        return self.filter(person__in=Person.objects.visible_to(viewer))

    def waiting(self) -> "RequestQuerySet":
        return self.filter(state=Request.State.WAITING)

    def open(self) -> "RequestQuerySet":
        return self.exclude(state__in=[Request.State.WITHDRAWN, Request.State.ENDED])


class Request(models.Model):
    """What a member asks for. What is true of the person whatever they ask lives on Person.

    `asked_at` is the place in the queue: set when somebody first sends a request and never moved again, also not when
    they stop or leave and ask again.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "Not sent yet"
        WAITING = "waiting", "Waiting"
        CHOOSING = "choosing", "Choosing from offers"
        PAIRED = "paired", "Has someone alongside"
        WITHDRAWN = "withdrawn", "Stopped"
        ENDED = "ended", "Ended"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="requests")
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    topics = models.ManyToManyField(Topic, blank=True, related_name="+")
    story = models.TextField(blank=True)
    wants = models.CharField(max_length=10, choices=Support, blank=True)
    prefers_gender = models.CharField(max_length=10, choices=WishedGender, blank=True)
    gender_required = models.BooleanField(default=False)
    prefers_lived_experience = models.BooleanField(default=False)
    avoid_names = models.TextField(blank=True)
    # One name a line, first choice first.
    wish_names = models.TextField(blank=True)
    began_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True, blank=True)
    # By when they were promised somebody, or word of how things stand; and when they heard that the day has passed.
    promised_on = models.DateField(null=True, blank=True)
    told_late_at = models.DateTimeField(null=True, blank=True)

    objects = RequestQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=~Q(state__in=["withdrawn", "ended"]),
                name="matching_one_open_request",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "withdrawn"]) | Q(asked_at__isnull=False),
                name="matching_sent_requests_have_a_place",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}'s request"
