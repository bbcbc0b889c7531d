"""What was said, what it said before it was edited, and how others took it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from messaging.models.conversation import Conversation, Participant
from people.models import Person


class MessageQuerySet(models.QuerySet["Message"]):
    def visible_to(self, viewer: Person) -> "MessageQuerySet":
        """What was said where the viewer takes part, since they may read there."""
        there = Participant.objects.current().filter(
            person=viewer, conversation=models.OuterRef("conversation"), from_seq__lt=models.OuterRef("seq")
        )
        return self.filter(models.Exists(there))

    def waiting(self) -> "MessageQuerySet":
        """What somebody may want to read: words, and not those that were taken back."""
        return self.filter(kind=Message.Kind.WORDS, withdrawn_at=None)

    def unread_by(self, person: Person) -> "MessageQuerySet":
        """What others said where this person takes part, and they have not read."""
        return (
            self.waiting()
            .filter(
                conversation__participants__person=person,
                conversation__participants__left_at=None,
                conversation__participants__joined_at__isnull=False,
                seq__gt=F("conversation__participants__read_seq"),
            )
            .exclude(author=person)
        )


class Message(models.Model):
    """What somebody said. `client_id` is made by the writer's device and is the message's identity there.

    `seq` is its place among the messages and never changes; `changed_seq` is the number of its latest change.
    """

    class Kind(models.TextChoices):
        WORDS = "words", "Words"
        INVITED = "invited", "Somebody was invited"
        JOINED = "joined", "Somebody came"
        LEFT = "left", "Somebody left"

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="messages")
    seq = models.PositiveIntegerField()
    changed_seq = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.WORDS)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="messages")
    client_id = models.UUIDField()
    # Empty once withdrawn, and where pictures speak for themselves.
    body = models.TextField(blank=True)
    reply_to = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="replies")
    sent_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    # Not kept: whether the words that were said just now made us think that their writer may want help.
    calls_for_help = False

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering = ["conversation", "seq"]
        constraints = [
            models.UniqueConstraint(fields=["conversation", "seq"], name="messaging_one_per_seq"),
            models.UniqueConstraint(fields=["conversation", "changed_seq"], name="messaging_one_per_change"),
            models.UniqueConstraint(fields=["author", "client_id"], name="messaging_one_per_client_id"),
            models.CheckConstraint(condition=Q(seq__gte=1), name="messaging_messages_count_from_one"),
            models.CheckConstraint(condition=Q(changed_seq__gte=F("seq")), name="messaging_changes_come_after"),
        ]

    def __str__(self) -> str:
        return f"{self.conversation}, message {self.seq}"


class EarlierWords(models.Model):
    """What a message said until it was edited or withdrawn: shown to nobody, kept for those who keep people safe."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="earlier_words")
    words = models.TextField()
    replaced_at = models.DateTimeField()

    class Meta:
        ordering = ["replaced_at", "pk"]

    def __str__(self) -> str:
        return f"{self.message}, until {self.replaced_at:%d %b %H:%M}"


class Reaction(models.Model):
    """How somebody took a message, in one of a few ways that need no words."""

    class Kind(models.TextChoices):
        THANKS = "thanks", "Thank you"
        HEART = "heart", "Heart"
        SMILE = "smile", "Smile"
        HUG = "hug", "Hug"
        YES = "yes", "Yes"

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="reactions")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["message", "person", "kind"], name="messaging_one_reaction_of_a_kind")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} by {self.person}"
