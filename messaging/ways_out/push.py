"""Web push: the browser maker's service carries an encrypted word that something waits, to one device."""

import json
from urllib.parse import urlsplit

import requests
from django.conf import settings
from pywebpush import WebPusher, WebPushException

from messaging import vapid
from messaging.ways_out.letter import SOMETHING_WAITS, CannotBeDelivered, DeviceIsGone, Letter, TryLater, wait_asked_for

# After a day the page and the other channels have told it.
KEPT_FOR = 24 * 60 * 60
PATIENCE = 15

UNREACHABLE = "The browser's push service could not be reached."
NOT_NOW = "The browser's push service would not take it for now."
REFUSED = "The browser's push service refused it."
NOT_KNOWN = "The device is with a push service that we do not know."


class Push:
    """One device of one person."""

    def is_set_up(self) -> bool:
        return vapid.key() is not None

    def send(self, letter: Letter) -> None:
        assert letter.device is not None
        if not is_known_service(letter.device.endpoint):
            raise CannotBeDelivered(NOT_KNOWN)
        try:
            answer = posted(letter.device.endpoint, letter.device.keys, payload(letter), topic=letter.name)
        except (requests.RequestException, WebPushException) as error:
            raise TryLater(UNREACHABLE) from error
        if answer.status_code in (404, 410):
            raise DeviceIsGone("The device no longer wants to be told.")
        if answer.status_code == 429 or answer.status_code >= 500:
            raise TryLater(NOT_NOW, wait_asked_for(answer.headers.get("Retry-After")))
        if not answer.ok:
            raise CannotBeDelivered(REFUSED)


def payload(letter: Letter) -> bytes:
    return json.dumps({"words": SOMETHING_WAITS, "path": letter.path}).encode()


def posted(endpoint: str, keys: dict[str, str], content: bytes, *, topic: str) -> requests.Response:
    """Encrypt for the device and hand over; a service that sends us elsewhere is not followed."""
    parts = urlsplit(endpoint)
    proof = vapid.signed(f"{parts.scheme}://{parts.netloc}")
    # One that waits there under the same topic is replaced, so that a second try shows once.
    headers = {**proof, "Topic": topic, "Urgency": "normal"}
    with requests.Session() as session:
        session.max_redirects = 0
        pusher = WebPusher({"endpoint": endpoint, "keys": keys}, requests_session=session)
        answer = pusher.send(content, headers, ttl=KEPT_FOR, timeout=PATIENCE)
    assert isinstance(answer, requests.Response)
    return answer


def is_known_service(endpoint: str) -> bool:
    """Whether an address is one of a browser maker's own: nobody may have us call anything else, inside or outside."""
    try:
        parts = urlsplit(endpoint)
        origin = (
            f"{parts.scheme}://{parts.hostname}:{parts.port}" if parts.port else f"{parts.scheme}://{parts.hostname}"
        )
    except ValueError:
        return False
    if parts.username is not None or parts.password is not None:
        return False
    return any(_matches(origin, known) for known in settings.PUSH_SERVICES)


def _matches(origin: str, known: str) -> bool:
    """`https://*.example.org` stands for every host under example.org."""
    scheme, _, host = known.partition("://*.")
    return origin == known or (bool(host) and origin.startswith(f"{scheme}://") and origin.endswith(f".{host}"))
