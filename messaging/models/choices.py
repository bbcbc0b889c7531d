"""What somebody chose to hear, by which channel and when."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from messaging.models.notice import Channel, Notice
from messaging.quiet import Quiet

# What holds for who has chosen nothing. A device was turned on by its owner, which is a choice; e-mail also needs
# the consent to it, and a text message a number that was confirmed.
WANTED_BY_DEFAULT = frozenset({Channel.APP, Channel.EMAIL, Channel.PUSH})
MORNING = 8


class NoticeChoice(models.Model):
    """Whether somebody wants one kind of notice by one channel."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notice_choices")
    kind = models.CharField(max_length=10, choices=Notice.Kind)
    channel = models.CharField(max_length=10, choices=Channel)
    is_wanted = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "kind", "channel"], name="messaging_one_choice_each"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.get_channel_display()}: {'yes' if self.is_wanted else 'no'}"


class NoticeHours(models.Model):
    """When somebody does not want to hear a sound, and when the daily e-mail comes. Hours of the clock in the UK."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="notice_hours"
    )
    quiet_from = models.PositiveSmallIntegerField(null=True, blank=True)
    quiet_until = models.PositiveSmallIntegerField(null=True, blank=True)
    daily_at = models.PositiveSmallIntegerField(default=MORNING)

    class Meta:
        constraints = [
            models.CheckConstraint(
                # Said in full, because a comparison with nothing is neither true nor false and would pass.
                condition=Q(quiet_from__isnull=True, quiet_until__isnull=True)
                | Q(quiet_from__isnull=False, quiet_until__isnull=False, quiet_from__lte=23, quiet_until__lte=23),
                name="messaging_quiet_hours_are_a_pair",
            ),
            models.CheckConstraint(condition=Q(daily_at__lte=23), name="messaging_daily_at_an_hour"),
        ]

    def __str__(self) -> str:
        return f"Hours of {self.person}"

    @property
    def quiet(self) -> Quiet | None:
        if self.quiet_from is None or self.quiet_until is None:
            return None
        return Quiet(self.quiet_from, self.quiet_until)
