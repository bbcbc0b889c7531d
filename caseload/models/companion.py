"""A companion: somebody else who is there for a member beside the one who is alongside them, and what for."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from messaging.models import Conversation
from people.models import Person


class CompanionQuerySet(models.QuerySet["Companion"]):
    def visible_to(self, viewer: Person) -> "CompanionQuerySet":
        """Of the member and their coordinators; of the other once the member has said yes, and not if they said no."""
        coordinated = Q(member__in=Person.objects.coordinated_by(viewer))
        theirs = Q(person=viewer, state__in=[Companion.State.THERE, Companion.State.ENDED])
        return self.filter(Q(member=viewer) | theirs | coordinated)

    def open(self) -> "CompanionQuerySet":
        return self.filter(state__in=Companion.OPEN)

    def there(self) -> "CompanionQuerySet":
        return self.filter(state=Companion.State.THERE)


class Companion(models.Model):
    """`person` is there for the member as an expert, an advocate and so on; the lead is the pairing, and stays it.

    It begins with the member's yes. What the other may read, and what an advocate may do in the member's name (the
    mandates), the member says, and takes back at any time.
    """

    class Kind(models.TextChoices):
        EXPERT = "expert", "Expert"
        ADVOCATE = "advocate", "Advocate"
        MEDIATOR = "mediator", "Mediator"
        VOLUNTEER = "volunteer", "Volunteer"
        INTERPRETER = "interpreter", "Interpreter"

    class State(models.TextChoices):
        ASKED = "asked", "Waiting for the member"
        THERE = "there", "There now"
        REFUSED = "refused", "Not wanted"
        ENDED = "ended", "Ended"

    OPEN = ["asked", "there"]

    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="companions")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="companion_of")
    kind = models.CharField(max_length=12, choices=Kind)
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    # What for, in words that all of them read.
    words = models.TextField()
    # May they open the page about the member.
    may_read = models.BooleanField(default=False)
    conversation = models.OneToOneField(Conversation, on_delete=models.PROTECT, null=True, related_name="companion")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField()

    objects = CompanionQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["member", "person"], condition=Q(state__in=["asked", "there"]), name="caseload_one_companion"
            ),
            models.CheckConstraint(condition=~Q(member=F("person")), name="caseload_nobody_is_their_own_companion"),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_kind_display().lower()} of {self.member}"


class Spoken(models.Model):
    """What an advocate said to the coordinators in the member's name. It stays, and the member reads every word."""

    companion = models.ForeignKey(Companion, on_delete=models.CASCADE, related_name="spoken")
    words = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.companion}, {self.at:%d %B %Y}"
