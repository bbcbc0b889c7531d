"""What the worker does for messaging: delivers what goes out, now or after a wait, and sweeps files at night."""

from collections.abc import Iterable

from django.utils import timezone
from huey import crontab
from huey.contrib.djhuey import db_periodic_task, db_task

from messaging import operations, queries
from messaging.models import Dispatch


@db_task()  # type: ignore[untyped-decorator]
def deliver_dispatch(pk: int) -> None:
    _deliver(queries.due_dispatches(timezone.now()).filter(pk=pk))


@db_periodic_task(crontab(minute="*"))  # type: ignore[untyped-decorator]
def sweep_outbox() -> None:
    deliver_due()


@db_periodic_task(crontab(minute="*"))  # type: ignore[untyped-decorator]
def tell_of_waiting_messages() -> None:
    operations.tell_of_waiting_messages(at=timezone.now())


# In the small hours, when few people send any.
@db_periodic_task(crontab(hour="3", minute="17"))  # type: ignore[untyped-decorator]
def sweep_files() -> None:
    operations.sweep_files(at=timezone.now())


def deliver_due() -> int:
    """Try everything that is due; return how much went out."""
    return _deliver(queries.due_dispatches(timezone.now()))


def _deliver(dispatches: Iterable[Dispatch]) -> int:
    """The clock is read for each anew: a claim made by the time of the first would be over before the last is sent."""
    return sum(operations.deliver(dispatch=dispatch, at=timezone.now()) for dispatch in dispatches)
