"""Text messages, by GOV.UK Notify where its key is set, else to the console while trying things out."""

import sys
from typing import Any, Protocol

from django.conf import settings
from notifications_python_client.errors import APIError
from notifications_python_client.notifications import NotificationsAPIClient

from messaging.ways_out.letter import SOMETHING_WAITS, CannotBeDelivered, Letter, TryLater, wait_asked_for

NOT_NOW = "GOV.UK Notify could not take it for now."
NOT_LET_IN = "GOV.UK Notify does not accept our key. Its settings need a look."
NO_SUCH_NUMBER = "GOV.UK Notify says that this phone number cannot get texts."
REFUSED = "GOV.UK Notify refused the text. Its template and key need a look."


class Transport(Protocol):
    def text(self, *, to: str, words: str, name: str, is_again: bool = False) -> None:
        """Return once the text was taken; else raise TryLater or CannotBeDelivered."""


class Console:
    """Shows a text where the service runs instead of sending it."""

    def text(self, *, to: str, words: str, name: str, is_again: bool = False) -> None:
        sys.stdout.write(f"Text to {to}: {words}\n")


class Notify:
    """GOV.UK Notify, with a template whose only placeholder is ((words))."""

    def text(self, *, to: str, words: str, name: str, is_again: bool = False) -> None:
        # A client is not safe in several threads, and making one is cheap.
        client: Any = NotificationsAPIClient(settings.NOTIFY_API_KEY, base_url=settings.NOTIFY_URL, timeout=15)  # type: ignore[no-untyped-call]
        try:
            # Notify remembers what it took, so a try that was cut off is not sent again.
            if is_again and client.get_all_notifications(reference=name)["notifications"]:
                return
            client.send_sms_notification(to, settings.NOTIFY_SMS_TEMPLATE, {"words": words}, reference=name)
        except APIError as error:
            raise meaning(error) from error


def meaning(error: APIError) -> TryLater | CannotBeDelivered:
    """What an answer of Notify means for a letter."""
    code = error.status_code
    if code in (401, 403):
        return TryLater(NOT_LET_IN)
    if 400 <= code < 500 and code != 429:
        return CannotBeDelivered(NO_SUCH_NUMBER if "phone_number" in str(error.message) else REFUSED)
    headers = getattr(error.response, "headers", {})
    return TryLater(NOT_NOW, wait_asked_for(headers.get("Retry-After")))


def transport() -> Transport | None:
    """How texts go out here; None where that has not been set up."""
    if settings.NOTIFY_API_KEY and settings.NOTIFY_SMS_TEMPLATE:
        return Notify()
    return Console() if settings.SMS_TO_CONSOLE else None


class Text:
    """One text message that says that something waits, and where."""

    def is_set_up(self) -> bool:
        return transport() is not None

    def send(self, letter: Letter) -> None:
        where = settings.SITE_URL.rstrip("/") + letter.path
        text(letter.person.phone, f"{SOMETHING_WAITS} on Alongside: {where}", letter.name, is_again=letter.is_again)


def text(to: str, words: str, name: str, *, is_again: bool = False) -> None:
    """Send these words to a number."""
    by = transport()
    if by is None:
        raise TryLater("Text messages are not set up.")
    by.text(to=to, words=words, name=name, is_again=is_again)
