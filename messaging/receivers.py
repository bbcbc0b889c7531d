"""Hands a notice to the worker once it is committed.

A signal although both ends are in this app: the verb lies below the task and may not import it.
"""

import logging

from django.dispatch import receiver

from messaging.models import Notice
from messaging.signals import notice_written
from messaging.tasks import deliver_notice

logger = logging.getLogger(__name__)


@receiver(notice_written)
def hand_over(sender: type[Notice], notice: Notice, **_: object) -> None:
    try:
        deliver_notice(notice.pk)
    except Exception:
        # The queue may be down; the sweep finds the row.
        logger.warning("Notice %s waits for the sweep", notice.pk, exc_info=True)
