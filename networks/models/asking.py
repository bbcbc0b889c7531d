"""Asks and offers: people helping people, once, here and now."""

from django.db import models
from django.db.models import Q

from networks.models.membership import Membership
from networks.models.thread import Thread
from people.models import Person


class AskQuerySet(models.QuerySet["Ask"]):
    def visible_to(self, viewer: Person) -> "AskQuerySet":
        return self.filter(thread__in=Thread.objects.visible_to(viewer))


class Ask(models.Model):
    """Somebody asks for a hand, or offers one; the first to say yes takes it. Its words are its thread's."""

    class Kind(models.TextChoices):
        ASK = "ask", "I need a hand"
        OFFER = "offer", "I can give a hand"

    class Way(models.TextChoices):
        HERE = "here", "In writing, here"
        PUBLIC_PLACE = "public_place", "In a public place"
        VIDEO = "video", "By video call"

    class State(models.TextChoices):
        OPEN = "open", "Open"
        TAKEN = "taken", "Somebody said yes"
        DONE = "done", "Done"
        WITHDRAWN = "withdrawn", "Taken back"

    thread = models.OneToOneField(Thread, on_delete=models.CASCADE, related_name="ask")
    kind = models.CharField(max_length=10, choices=Kind)
    way = models.CharField(max_length=20, choices=Way, default=Way.HERE)
    # "Outside the library"; a public place, never a home.
    where = models.CharField(max_length=120, blank=True)
    # Until when it makes sense to say yes.
    needed_by = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    taken_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="taken")
    taken_at = models.DateTimeField(null=True, blank=True)
    # The private thread in which the two arrange it.
    talk = models.OneToOneField(Thread, on_delete=models.SET_NULL, null=True, blank=True, related_name="talk_of")
    # The post with which whoever was helped said thank you: a post like any other, so it can be reported and held.
    thanked_in = models.OneToOneField(
        "networks.Post", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = AskQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="open") | Q(taken_by=None, taken_at=None, talk=None),
                name="networks_nobody_has_an_open_ask",
            ),
            models.CheckConstraint(
                condition=Q(way="public_place") | Q(where=""), name="networks_a_place_only_where_people_meet"
            ),
        ]

    def __str__(self) -> str:
        return self.thread.title

    @property
    def helped(self) -> Membership | None:
        """Whoever is helped: who asked, or who said yes to an offer."""
        return self.thread.begun_by if self.kind == self.Kind.ASK else self.taken_by
