"""Tells people that something waits for them, and notes what they have read of it."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import partial

from django.db import transaction

from messaging.models import Channel, Dispatch, Notice
from messaging.queries import Reach, reaches_of
from messaging.signals import outbox_filled
from people.models import Person


def write_notice(
    *,
    person: Person,
    kind: str,
    subject: str,
    body: str,
    path: str,
    at: datetime,
    of_use_until: datetime | None = None,
) -> Notice:
    """Tell somebody that something waits and at which `path`, never private words, in the caller's transaction.

    It stands in their list at once; for each other channel they chose a row goes into the outbox, held back by
    their quiet hours, and dropped where it could go out only when it is of no use any more. After the commit what is
    due is handed to the worker.
    """
    [notice] = write_notices(
        people=[person], kind=kind, subject=subject, body=body, path=path, at=at, of_use_until=of_use_until
    )
    return notice


@transaction.atomic
def write_notices(
    *,
    people: Iterable[Person],
    kind: str,
    subject: str,
    body: str,
    path: str,
    at: datetime,
    of_use_until: datetime | None = None,
) -> list[Notice]:
    """The same to many, in as many statements as to one."""
    told = list(people)
    reaches = reaches_of([person.pk for person in told], kind)
    notices = Notice.objects.bulk_create(
        Notice(
            person=person,
            kind=kind,
            subject=" ".join(subject.split())[:120],
            body=body,
            path=path,
            written_at=at,
            is_listed=Channel.APP in reaches[person.pk].channels,
            of_use_until=of_use_until,
        )
        for person in told
    )
    rows = [row for notice in notices for row in _dispatches(notice, reaches[notice.person_id])]
    made = Dispatch.objects.bulk_create(rows)
    hand_over([row for row in made if row.next_try_at <= at])
    return notices


def _dispatches(notice: Notice, reach: Reach) -> Iterator[Dispatch]:
    for channel in sorted(reach.channels - {Channel.APP}):
        at = reach.time_for(channel, notice.written_at)
        for device in reach.devices if channel == Channel.PUSH else [None]:
            yield Dispatch(notice=notice, channel=channel, device_id=device, next_try_at=at)


def hand_over(rows: list[Dispatch]) -> None:
    """Give what is due to the worker once it is committed; what gets lost on the way the sweep finds."""
    if rows:
        ids = [row.pk for row in rows]
        transaction.on_commit(partial(outbox_filled.send_robust, sender=Dispatch, dispatches=ids))


def read_notice(*, by: Person, notice: Notice, at: datetime) -> None:
    Notice.objects.visible_to(by).unread().filter(pk=notice.pk).update(read_at=at)


def read_all_notices(*, by: Person, at: datetime) -> None:
    Notice.objects.visible_to(by).unread().update(read_at=at)
