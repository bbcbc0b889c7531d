"""What the worker does for messaging: delivers notices once they are written, and what is left over every minute."""

from django.utils import timezone
from huey import crontab
from huey.contrib.djhuey import db_periodic_task, db_task

from messaging import operations, queries


@db_task()  # type: ignore[untyped-decorator]
def deliver_notice(pk: int) -> None:
    now = timezone.now()
    for notice in queries.due_notices(now).filter(pk=pk):
        operations.deliver(notice=notice, at=now)


@db_periodic_task(crontab(minute="*"))  # type: ignore[untyped-decorator]
def sweep_notices() -> None:
    deliver_due_notices()


def deliver_due_notices() -> int:
    """Try every notice that is due; return how many went out."""
    now = timezone.now()
    return sum(operations.deliver(notice=notice, at=now) for notice in queries.due_notices(now))
