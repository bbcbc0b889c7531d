"""Writes notices into the outbox and delivers them: none lost, and none doubled as far as mail allows."""

import logging
from datetime import datetime, timedelta
from functools import partial

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string

from messaging.models import Notice
from messaging.queries import due_notices
from messaging.signals import notice_written
from people.models import Consent, Person

logger = logging.getLogger(__name__)

MOST_TRIES = 8


def write_notice(*, person: Person, subject: str, body: str, path: str, at: datetime) -> Notice | None:
    """Put a mail to someone into the outbox, in the caller's transaction; nothing for who did not agree to mail.

    Say that something waits and at which `path`, never private words. After the commit it is delivered at once.
    """
    if not _wants_mail(person):
        return None
    notice = Notice.objects.create(
        person=person, subject=" ".join(subject.split())[:120], body=body, path=path, written_at=at, next_try_at=at
    )
    transaction.on_commit(partial(notice_written.send_robust, sender=Notice, notice=notice))
    return notice


def _wants_mail(person: Person) -> bool:
    agreed = person.consents.filter(purpose=Consent.Purpose.EMAIL, withdrawn_at=None)
    return bool(person.email and person.is_active and agreed.exists())


def deliver(*, notice: Notice, at: datetime) -> bool:
    """Send a notice that is due; True if it went out now.

    The row is claimed first, by setting its next try to a time when this one is surely over. A worker killed
    before the mail left thus leaves a row that is tried again; two workers never send the same row at once.
    """
    if not _claim(notice, at):
        return False
    if notice.tries > MOST_TRIES or not _wants_mail(notice.person):
        _note(notice, gave_up_at=at)
        return False
    try:
        _mail(notice).send()
    except Exception:
        # Whatever the mail server does, the sweep must reach the next notice; this one waits for its next try.
        logger.warning("Notice %s could not be delivered, try %s", notice.pk, notice.tries, exc_info=True)
        if notice.tries == MOST_TRIES:
            _note(notice, gave_up_at=at)
        return False
    _note(notice, sent_at=at)
    return True


def _claim(notice: Notice, at: datetime) -> bool:
    """Take the try at hand; the wait doubles each time, from two minutes to about four hours."""
    tries = notice.tries + 1
    mine = due_notices(at).filter(pk=notice.pk, tries=notice.tries)
    if not mine.update(tries=tries, next_try_at=at + timedelta(minutes=2**tries)):
        return False
    notice.tries = tries
    return True


def _note(notice: Notice, **times: datetime) -> None:
    Notice.objects.filter(pk=notice.pk).update(**times)


def _mail(notice: Notice) -> EmailMessage:
    site = settings.SITE_URL.rstrip("/")
    words = render_to_string("messaging/notice.txt", {"notice": notice, "site": site})
    # The same name on every try, so that a mail server can drop a second copy.
    name = f"<notice-{notice.pk}-{notice.written_at:%Y%m%d%H%M%S}@alongside>"
    return EmailMessage(notice.subject, words, to=[notice.person.email or ""], headers={"Message-ID": name})
