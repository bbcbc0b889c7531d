"""Delivers what is in the outbox: nothing lost, and nothing doubled as far as each way out allows.

A row is claimed before anything leaves, by setting its next try to a time when this one is surely over. A worker
that is killed leaves a row that is tried again; two workers never send the same row at once. Killed between "it was
taken" and our noting it, a row goes out again: under the same name, by which Notify, push services and good mail
servers know it for the same.
"""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q

from messaging.models import Channel, Dispatch
from messaging.models.dispatch import DispatchQuerySet
from messaging.operations.notices import hand_over
from messaging.queries import reach_of, undelivered_for
from messaging.ways_out import WAYS, CannotBeDelivered, DeviceIsGone, Letter, TryLater
from people.errors import HasMovedOn
from people.models import Person

logger = logging.getLogger(__name__)

MOST_TRIES = 8
# Longer than any way out takes.
LEASE = timedelta(minutes=10)

WAS_KILLED = "The worker was stopped in the middle of the last try."
UNEXPECTED = "Something unexpected went wrong. The log of the service says more."


def deliver(*, dispatch: Dispatch, at: datetime) -> bool:
    """Send what is due; True if it went out now."""
    rows = _claim(dispatch, at)
    needed = [row for row in rows if _is_needed(row, at)]
    _end([row for row in rows if row not in needed], Dispatch.Outcome.DROPPED, at)
    if not needed:
        return False
    if dispatch.tries > MOST_TRIES:
        _end(needed, Dispatch.Outcome.FAILED, at, WAS_KILLED)
        return False
    try:
        WAYS[dispatch.channel].send(_letter(dispatch, needed))
    except DeviceIsGone:
        # What else was on its way there goes with it.
        assert dispatch.device is not None
        dispatch.device.delete()
    except CannotBeDelivered as error:
        _end(needed, Dispatch.Outcome.FAILED, at, error.words)
    except TryLater as error:
        _try_later(dispatch, needed, at, error)
    except Exception:
        # Whatever a way out does, the sweep must reach the next one; this one waits for its next try.
        logger.warning("Dispatch %s could not be delivered, try %s", dispatch.pk, dispatch.tries, exc_info=True)
        _try_later(dispatch, needed, at, TryLater(UNEXPECTED))
    else:
        _end(needed, Dispatch.Outcome.SENT, at)
        return True
    return False


@transaction.atomic
def _claim(dispatch: Dispatch, at: datetime) -> list[Dispatch]:
    """Take the try at hand and return the rows that go out with it; none if it is not due, or somebody else's."""
    quiet_until = reach_of(dispatch.notice.person, dispatch.notice.kind).not_before(at)
    if quiet_until > at:
        Dispatch.objects.due(at).filter(pk=dispatch.pk).update(next_try_at=quiet_until)
        return []
    if dispatch.channel == Channel.DIGEST and dispatch.goes_with_id is None:
        _gather(dispatch, at)
    mine = Dispatch.objects.due(at).filter(pk=dispatch.pk, tries=dispatch.tries)
    if not mine.update(tries=F("tries") + 1, next_try_at=at + LEASE):
        return []
    dispatch.tries += 1
    together = Dispatch.objects.waiting().filter(Q(pk=dispatch.pk) | Q(goes_with=dispatch.pk))
    return list(together.select_related("notice__person").order_by("notice__written_at", "pk"))


def _gather(first: Dispatch, at: datetime) -> None:
    """Bind what waits for the same person's daily mail to this row, for good: each try is of the same mail."""
    person = first.notice.person_id
    loose = Dispatch.objects.due(at).filter(channel=Channel.DIGEST, goes_with=None, notice__person=person)
    found = [row.pk for row in loose.select_for_update(of=("self",)).order_by("pk")]
    if first.pk in found:
        Dispatch.objects.filter(pk__in=found).update(goes_with=first.pk)


def _is_needed(row: Dispatch, at: datetime) -> bool:
    """Not read here meanwhile, still of use, and still wanted by this channel."""
    notice = row.notice
    if notice.read_at or (notice.of_use_until and notice.of_use_until <= at):
        return False
    return row.channel in reach_of(notice.person, notice.kind).channels


def _letter(dispatch: Dispatch, rows: Sequence[Dispatch]) -> Letter:
    return Letter(
        name=f"notice-{dispatch.pk}-{dispatch.notice.written_at:%Y%m%d%H%M%S}",
        person=dispatch.notice.person,
        notices=[row.notice for row in rows],
        device=dispatch.device,
        is_again=dispatch.tries > 1,
    )


def _try_later(dispatch: Dispatch, rows: Sequence[Dispatch], at: datetime, error: TryLater) -> None:
    """The wait doubles each time, from two minutes to about two hours; then a coordinator is to look."""
    if dispatch.tries >= MOST_TRIES:
        _end(rows, Dispatch.Outcome.FAILED, at, error.words)
        return
    wait = max(timedelta(minutes=2**dispatch.tries), error.after)
    _waiting(rows).update(next_try_at=at + wait, why=error.words)


def _end(rows: Sequence[Dispatch], outcome: Dispatch.Outcome, at: datetime, why: str = "") -> None:
    if rows:
        _waiting(rows).update(outcome=outcome, ended_at=at, why=why)


def _waiting(rows: Sequence[Dispatch]) -> DispatchQuerySet:
    return Dispatch.objects.waiting().filter(pk__in=[row.pk for row in rows])


@transaction.atomic
def try_again(*, by: Person, dispatch: Dispatch, at: datetime) -> None:
    """Put what could not be delivered back into the outbox, with all its tries but one.

    That one stays counted, so that a way out that can tell asks first whether an earlier try got through.
    """
    _leave_failed(by, dispatch, outcome="", tries=1, next_try_at=at, ended_at=None, why="")
    hand_over([dispatch])


@transaction.atomic
def settle(*, by: Person, dispatch: Dispatch, at: datetime) -> None:
    """Note that somebody has dealt with it in another way."""
    _leave_failed(by, dispatch, outcome=Dispatch.Outcome.SETTLED, ended_at=at, settled_by=by)


def _leave_failed(by: Person, dispatch: Dispatch, **facts: object) -> None:
    """Change what has failed, with what went with it; whoever comes second is told that it has moved on."""
    if not undelivered_for(by).filter(pk=dispatch.pk).exists():
        raise HasMovedOn
    together = Dispatch.objects.filter(Q(pk=dispatch.pk) | Q(goes_with=dispatch.pk), outcome=Dispatch.Outcome.FAILED)
    if not together.update(**facts):
        raise HasMovedOn
