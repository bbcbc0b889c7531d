"""Meetings and courses: their sessions, who has a place, who came, and what they thought of it."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from networks.models.membership import Membership
from networks.models.thread import Thread
from people.models import Person


class EventQuerySet(models.QuerySet["Event"]):
    def planned(self) -> "EventQuerySet":
        return self.filter(state=Event.State.PLANNED)

    def visible_to(self, viewer: Person) -> "EventQuerySet":
        return self.filter(thread__in=Thread.objects.visible_to(viewer))


class Event(models.Model):
    """A meeting (one session) or a course (several). Its title, words and discussion are its thread's."""

    class Kind(models.TextChoices):
        MEETING = "meeting", "A meeting"
        COURSE = "course", "A course of several sessions"

    class Way(models.TextChoices):
        IN_PERSON = "in_person", "Face to face, in a public place"
        PHONE = "phone", "By phone"
        VIDEO = "video", "By video call"
        HERE = "here", "In writing, here"

    class State(models.TextChoices):
        PLANNED = "planned", "Planned"
        CANCELLED = "cancelled", "Cancelled"

    thread = models.OneToOneField(Thread, on_delete=models.CASCADE, related_name="event")
    kind = models.CharField(max_length=10, choices=Kind)
    way = models.CharField(max_length=10, choices=Way)
    # Where, for all to see; and what only those with a place see: the room, the number, the link.
    where = models.CharField(max_length=200, blank=True)
    how_to_join = models.CharField(max_length=500, blank=True)
    materials = models.TextField(blank=True)
    capacity = models.PositiveSmallIntegerField()
    places_taken = models.PositiveSmallIntegerField(default=0)
    leaders = models.ManyToManyField(Membership, related_name="leads")
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    # Counts up when something in it changes, as calendars ask for.
    revision = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()

    objects = EventQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(places_taken__lte=F("capacity")), name="networks_event_not_overfull"),
            models.CheckConstraint(condition=Q(capacity__gte=1), name="networks_event_has_a_place"),
        ]

    def __str__(self) -> str:
        return self.thread.title

    @property
    def places_left(self) -> int:
        return self.capacity - self.places_taken


class Session(models.Model):
    """One time at which an event's people come together."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="sessions")
    uid = models.UUIDField(unique=True, default=uuid4)
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120, blank=True)
    begins_at = models.DateTimeField(db_index=True)
    ends_at = models.DateTimeField()
    materials = models.TextField(blank=True)

    class Meta:
        ordering = ["event_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["event", "number"], name="networks_one_session_per_number"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("begins_at")), name="networks_sessions_end_later"),
        ]

    def __str__(self) -> str:
        return f"{self.event}, session {self.number}"


class PlaceQuerySet(models.QuerySet["Place"]):
    def going(self) -> "PlaceQuerySet":
        return self.filter(state=Place.State.GOING)

    def waiting(self) -> "PlaceQuerySet":
        return self.filter(state=Place.State.WAITING)

    def held(self) -> "PlaceQuerySet":
        """A place, or a turn in the waiting list."""
        return self.exclude(state=Place.State.GONE)


class Place(models.Model):
    """Somebody's place in an event, or their turn in the waiting list, which `asked_at` orders."""

    class State(models.TextChoices):
        WAITING = "waiting", "On the waiting list"
        GOING = "going", "Has a place"
        GONE = "gone", "Does not come"

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="places")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="event_places")
    state = models.CharField(max_length=10, choices=State)
    asked_at = models.DateTimeField()
    # The last session whose reminder was written.
    reminded_of = models.ForeignKey(Session, on_delete=models.SET_NULL, null=True, related_name="+")

    objects = PlaceQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["event", "membership"], name="networks_one_place_each")]

    def __str__(self) -> str:
        return f"{self.membership} at {self.event}"


class Attendance(models.Model):
    """Whether somebody came to a session, as its leader noted."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="attendances")
    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="attendances")
    came = models.BooleanField()
    noted_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "place"], name="networks_one_attendance_each")]

    def __str__(self) -> str:
        return f"{self.place}, session {self.session.number}"


class Feedback(models.Model):
    """What somebody thought of an event they were at; leaders see it without a name."""

    place = models.OneToOneField(Place, on_delete=models.CASCADE, related_name="feedback")
    helped = models.PositiveSmallIntegerField()
    words = models.TextField(blank=True)
    given_at = models.DateTimeField()

    # Set on what was just said, when its words make one think of who said it.
    calls_for_help = False

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(helped__range=(1, 5)), name="networks_helped_one_to_five")]

    def __str__(self) -> str:
        return f"Feedback on {self.place.event}"
