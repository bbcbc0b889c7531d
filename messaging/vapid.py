"""The pair of keys by which push services know us: from the settings, or while trying things out made into a file."""

import os
from functools import lru_cache

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings
from py_vapid import Vapid02
from py_vapid.utils import b64urlencode


def key() -> Vapid02 | None:
    """Our key; None where none has been set, and then push is not offered."""
    return _read(settings.VAPID_PRIVATE_KEY, settings.VAPID_FILE)


@lru_cache(maxsize=4)
def _read(private_key: str, file: str) -> Vapid02 | None:
    if private_key:
        return Vapid02.from_string(private_key)
    if not file:
        return None
    # Stable from start to start, or every browser would have to subscribe anew.
    os.makedirs(os.path.dirname(file), exist_ok=True)
    return Vapid02.from_file(file)


def public_key() -> str:
    """What a browser is given when it subscribes; empty where there is no key."""
    own = key()
    if own is None:
        return ""
    return str(b64urlencode(own.public_key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)))


def make_private_key() -> str:
    """A new private key, in the form the settings take."""
    made = Vapid02()
    made.generate_keys()
    return str(b64urlencode(made.private_key.private_numbers().private_value.to_bytes(32, "big")))


def signed(origin: str) -> dict[str, str]:
    """The headers that prove to a push service who we are."""
    own = key()
    assert own is not None
    headers: dict[str, str] = own.sign({"aud": origin, "sub": settings.VAPID_CONTACT})
    return headers
