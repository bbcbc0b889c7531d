"""What the worker does for caseloads by the clock."""

from django.utils import timezone
from huey import crontab
from huey.contrib.djhuey import db_periodic_task

from caseload import operations


# Soon after midnight, and again and again in case the worker was away.
@db_periodic_task(crontab(minute="*/10"))  # type: ignore[untyped-decorator]
def follow_covers() -> None:
    operations.follow_covers(at=timezone.now())
