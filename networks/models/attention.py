"""What somebody follows, wants to see less of, has read and has not finished writing."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from networks.models.membership import Membership
from networks.models.network import Network
from networks.models.thread import Thread


class Reading(models.Model):
    """How far somebody has read a thread."""

    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="readings")
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="readings")
    seq = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["membership", "thread"], name="networks_one_reading_each")]

    def __str__(self) -> str:
        return f"{self.membership} has read {self.thread} up to {self.seq}"


class Following(models.Model):
    """Somebody wants a notice of new replies in a thread; `told_seq` is how far they were told."""

    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="followings")
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="followings")
    since = models.DateTimeField()
    told_seq = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["membership", "thread"], name="networks_followed_once")]

    def __str__(self) -> str:
        return f"{self.membership} follows {self.thread}"


class Muting(models.Model):
    """Somebody wants to see less: one thread, what one member writes, or what has a word in it. Nobody is told."""

    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="mutings")
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    member = models.ForeignKey(Membership, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    word = models.CharField(max_length=40, blank=True)
    since = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["membership", "thread"], name="networks_a_thread_muted_once"),
            models.UniqueConstraint(fields=["membership", "member"], name="networks_a_member_muted_once"),
            models.UniqueConstraint(
                fields=["membership", "word"], condition=~Q(word=""), name="networks_a_word_muted_once"
            ),
            models.CheckConstraint(
                condition=(
                    Q(thread__isnull=False, member=None, word="")
                    | Q(thread=None, member__isnull=False, word="")
                    | Q(thread=None, member=None) & ~Q(word="")
                ),
                name="networks_muting_is_of_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return f"Muting {self.pk} of {self.membership}"


class NotForMe(models.Model):
    """Somebody does not want this network suggested to them; nobody else learns of it."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "network"], name="networks_not_for_me_once")]

    def __str__(self) -> str:
        return f"{self.network}, not for {self.person_id}"


class Draft(models.Model):
    """What somebody has not finished writing: a reply, or without a thread the beginning of one."""

    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="drafts")
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, null=True, blank=True, related_name="drafts")
    title = models.CharField(max_length=150, blank=True)
    body = models.TextField(blank=True)
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ["-saved_at"]
        constraints = [
            models.UniqueConstraint(fields=["membership", "thread"], name="networks_one_draft_of_a_reply"),
            models.UniqueConstraint(
                fields=["membership"], condition=Q(thread=None), name="networks_one_draft_of_a_beginning"
            ),
        ]

    def __str__(self) -> str:
        return f"Draft of {self.membership}"
