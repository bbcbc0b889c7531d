"""Lets a browser be told when something waits, and ends it."""

from datetime import datetime

from messaging.models import Device
from people.models import Person


def add_device(*, by: Person, endpoint: str, p256dh: str, auth: str, at: datetime) -> Device:
    """Tell this browser from now on. A browser has one subscription: it belongs to whoever turned it on last."""
    device, _ = Device.objects.update_or_create(
        endpoint=endpoint, defaults={"person": by, "p256dh": p256dh, "auth": auth, "made_at": at}
    )
    # What was on its way to somebody else on this browser must not be shown to this one.
    device.dispatches.exclude(notice__person=by).delete()
    return device


def remove_device(*, by: Person, endpoint: str) -> None:
    Device.objects.filter(person=by, endpoint=endpoint).delete()
