"""Short words for telling somebody something, and for what they chose to hear."""

import base64
from datetime import datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from messaging.models import Device, Dispatch, Notice, NoticeChoice
from messaging.operations import write_notice
from people.models import Consent, Person
from people.operations import give_consent
from tests.fixtures import NOW

PHONE = "+447700900123"
SECRET = b"sixteen secrets!"


def tell(person: Person, *, kind: str = Notice.Kind.MATCHING, path: str = "/offers/", at: datetime = NOW) -> Notice:
    return write_notice(
        person=person, kind=kind, subject="Someone for you", body="Your offers are here.", path=path, at=at
    )


def row_of(notice: Notice, **facts: Any) -> Dispatch:
    """The row of the outbox for a notice, read anew as the worker reads it."""
    return Dispatch.objects.select_related("notice__person", "device").get(notice=notice, **facts)


def agree_to_mail(*people: Person) -> None:
    for person in people:
        give_consent(by=person, purpose=Consent.Purpose.EMAIL, at=NOW)


def choose(person: Person, channel: str, *, kind: str = Notice.Kind.MATCHING, is_wanted: bool = True) -> None:
    NoticeChoice.objects.create(person=person, kind=kind, channel=channel, is_wanted=is_wanted)


def give_phone(person: Person) -> None:
    person.phone, person.phone_confirmed_at = PHONE, NOW
    person.save()


def as_text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def public_part(key: ec.EllipticCurvePrivateKey) -> str:
    """A browser's public key as it is handed over."""
    return as_text(key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))


def give_device(
    person: Person,
    name: str = "phone",
    *,
    service: str = "https://fcm.googleapis.com",
    key: ec.EllipticCurvePrivateKey | None = None,
) -> Device:
    """A browser that is told; `key` is the one it can read with."""
    return Device.objects.create(
        person=person,
        endpoint=f"{service}/send/{name}",
        p256dh=public_part(key or ec.generate_private_key(ec.SECP256R1())),
        auth=as_text(SECRET),
        made_at=NOW,
    )
