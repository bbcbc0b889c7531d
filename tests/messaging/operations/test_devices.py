"""A browser is told for one person at a time, and no longer once it was turned off."""

from messaging.models import Device, Dispatch
from messaging.operations import add_device, remove_device
from people.models import Person
from tests.fixtures import NOW
from tests.messaging.making import give_device, tell

WHERE = "https://fcm.googleapis.com/send/phone"


def test_turning_it_on_twice_keeps_the_newer_keys(ada: Person) -> None:
    for key in ("old", "new"):
        add_device(by=ada, endpoint=WHERE, p256dh=key, auth=key, at=NOW)
    device = Device.objects.get()
    assert (device.person, device.keys) == (ada, {"p256dh": "new", "auth": "new"})


def test_a_shared_browser_belongs_to_who_turned_it_on_last_and_shows_them_nothing_of_before(
    ada: Person, ben: Person
) -> None:
    device = give_device(ada)
    tell(ada)
    add_device(by=ben, endpoint=device.endpoint, p256dh="key", auth="auth", at=NOW)
    assert Device.objects.get().person == ben
    assert Dispatch.objects.count() == 0
    tell(ada)
    assert Dispatch.objects.count() == 0


def test_only_ones_own_can_be_turned_off(ada: Person, ben: Person) -> None:
    device = give_device(ada)
    remove_device(by=ben, endpoint=device.endpoint)
    assert Device.objects.count() == 1
    remove_device(by=ada, endpoint=device.endpoint)
    assert Device.objects.count() == 0
