"""The ways out of the building: e-mail, text messages, web push. Each takes a letter, or says why it could not."""

from messaging.models import Channel
from messaging.ways_out.letter import CannotBeDelivered, DeviceIsGone, Letter, TryLater, WayOut
from messaging.ways_out.mail import DailyMail, Mail
from messaging.ways_out.push import Push
from messaging.ways_out.sms import Text

WAYS: dict[str, WayOut] = {
    Channel.EMAIL: Mail(),
    Channel.DIGEST: DailyMail(),
    Channel.SMS: Text(),
    Channel.PUSH: Push(),
}


def open_ways() -> list[Channel]:
    """The channels that this service has been set up for, in the order of the page on which people choose."""
    return [channel for channel in Channel if channel not in WAYS or WAYS[channel].is_set_up()]


__all__ = ["WAYS", "CannotBeDelivered", "DeviceIsGone", "Letter", "TryLater", "WayOut", "open_ways"]
