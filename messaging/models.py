"""Conversations, who takes part, what was said in which order, and notices waiting to go out."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from people.models import Person


class ConversationQuerySet(models.QuerySet["Conversation"]):
    def visible_to(self, viewer: Person) -> "ConversationQuerySet":
        return self.filter(pk__in=Participant.objects.current().filter(person=viewer).values("conversation_id"))

    def open(self) -> "ConversationQuerySet":
        return self.filter(closed_at=None)


class Conversation(models.Model):
    """A place where a few people talk. `last_seq` is the counter that orders its messages."""

    began_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    last_seq = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField(null=True, blank=True)

    objects = ConversationQuerySet.as_manager()

    def __str__(self) -> str:
        return f"Conversation {self.pk}"


class ParticipantQuerySet(models.QuerySet["Participant"]):
    def current(self) -> "ParticipantQuerySet":
        return self.filter(left_at=None)


class Participant(models.Model):
    """One person's place in a conversation and how far they have read."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="participants")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="participations")
    read_seq = models.PositiveIntegerField(default=0)
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conversation", "person"], name="messaging_one_place_each")]

    def __str__(self) -> str:
        return f"{self.person} in {self.conversation}"


class MessageQuerySet(models.QuerySet["Message"]):
    def visible_to(self, viewer: Person) -> "MessageQuerySet":
        return self.filter(conversation__in=Conversation.objects.visible_to(viewer))


class Message(models.Model):
    """What somebody said. `client_id` is made by the writer's device and is the message's identity there."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="messages")
    seq = models.PositiveIntegerField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="messages")
    client_id = models.UUIDField()
    body = models.TextField()
    sent_at = models.DateTimeField()

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering = ["conversation", "seq"]
        constraints = [
            models.UniqueConstraint(fields=["conversation", "seq"], name="messaging_one_per_seq"),
            models.UniqueConstraint(fields=["author", "client_id"], name="messaging_one_per_client_id"),
            models.CheckConstraint(condition=Q(seq__gte=1), name="messaging_messages_count_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.conversation}, message {self.seq}"


class NoticeQuerySet(models.QuerySet["Notice"]):
    def waiting(self) -> "NoticeQuerySet":
        return self.filter(sent_at=None, gave_up_at=None)


class Notice(models.Model):
    """An e-mail to go out: written in the transaction that gave rise to it, delivered afterwards.

    It says that something waits and where, never private words.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    subject = models.CharField(max_length=120)
    body = models.TextField()
    path = models.CharField(max_length=200)
    written_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    gave_up_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["written_at", "pk"]
        indexes = [
            models.Index(
                fields=["next_try_at"],
                condition=Q(sent_at=None, gave_up_at=None),
                name="messaging_notices_waiting",
            )
        ]

    def __str__(self) -> str:
        return f"{self.subject} (to {self.person})"
