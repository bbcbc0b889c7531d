"""A place where a few people talk, and who takes part in it from when on."""

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
    """A place where a few people talk.

    `last_seq` counts every change to what is said here: a message takes the next number as its place, and an edit, a
    withdrawal or a reaction takes the next one too, so that one number tells a device whether it has everything.
    """

    # Empty between two people: each calls it by the other's name.
    title = models.CharField(max_length=60, blank=True)
    is_group = models.BooleanField(default=False)
    began_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    last_seq = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField(null=True, blank=True)

    objects = ConversationQuerySet.as_manager()

    def __str__(self) -> str:
        return self.title or f"Conversation {self.pk}"


class ParticipantQuerySet(models.QuerySet["Participant"]):
    def current(self) -> "ParticipantQuerySet":
        return self.filter(left_at=None).exclude(joined_at=None)

    def invited(self) -> "ParticipantQuerySet":
        return self.filter(joined_at=None, left_at=None)


class Participant(models.Model):
    """One person's place in a conversation: invited, then there, then gone; and how far they have read."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="participants")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="participations")
    # They see what took its place after this number: 0 is everything.
    from_seq = models.PositiveIntegerField(default=0)
    read_seq = models.PositiveIntegerField(default=0)
    # Up to here they were told, by a notice, that something waits.
    noticed_seq = models.PositiveIntegerField(default=0)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    invited_at = models.DateTimeField(null=True, blank=True)
    joined_at = models.DateTimeField(null=True, blank=True)
    left_at = models.DateTimeField(null=True, blank=True)

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conversation", "person"], name="messaging_one_place_each"),
            models.CheckConstraint(
                condition=Q(joined_at__isnull=False) | Q(invited_at__isnull=False),
                name="messaging_there_or_invited",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} in {self.conversation}"
