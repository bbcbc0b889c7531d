"""Listens to news: who lost a right has their sockets closed, who signs out is told no more on that device, and what is
in the outbox goes to the worker. What safeguarding has somebody told becomes a notice.

The outbox has a signal although both ends are in this app: the verb lies below the task and may not import it.
"""

import logging
from datetime import datetime

from allauth.account.signals import password_changed, password_reset, password_set
from django.contrib.auth.signals import user_logged_out
from django.dispatch import receiver
from django.http import HttpRequest

from messaging.models import Dispatch, Notice
from messaging.news import end_session, look_again_at
from messaging.operations import remove_device, write_notice
from messaging.signals import outbox_filled
from messaging.tasks import deliver_dispatch
from people.models import Person
from people.signals import rights_lost
from safeguarding.signals import to_be_told

logger = logging.getLogger(__name__)


# Where a session remembers which device it turned on.
DEVICE = "device"


@receiver(outbox_filled)
def hand_over(sender: type[Dispatch], dispatches: list[int], **_: object) -> None:
    for pk in dispatches:
        try:
            deliver_dispatch(pk)
        except Exception:
            # The queue may be down; the sweep finds the row.
            logger.warning("Dispatch %s waits for the sweep", pk, exc_info=True)


@receiver(user_logged_out)
def close_the_session(sender: object, request: HttpRequest, user: Person | None, **_: object) -> None:
    """The session is still there when this signal comes, so its sockets are named instead of looked at again."""
    if user is not None and request.session.session_key:
        end_session(user.pk, request.session.session_key)


@receiver(user_logged_out)
def forget_device(sender: object, request: HttpRequest, user: Person | None, **_: object) -> None:
    if user is not None and (endpoint := request.session.get(DEVICE)):
        remove_device(by=user, endpoint=endpoint)


@receiver([password_changed, password_reset, password_set])
def close_other_sessions(sender: object, user: Person, **_: object) -> None:
    look_again_at([user.pk])


@receiver(rights_lost)
def begin_anew(sender: object, person: Person, **_: object) -> None:
    look_again_at([person.pk], renew=person.is_active)


@receiver(to_be_told)
def write_of_safety(
    sender: object, person: Person, subject: str, body: str, path: str, at: datetime, **_: object
) -> None:
    """What safeguarding, which lies below, has somebody told; in its transaction, and nobody may overlook it."""
    write_notice(person=person, kind=Notice.Kind.SAFETY, subject=subject, body=body, path=path, at=at)
