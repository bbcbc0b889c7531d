"""What the worker does for safeguarding: publishes the figures of a quarter once it is over."""

from django.utils import timezone
from huey import crontab
from huey.contrib.djhuey import db_periodic_task

from safeguarding import operations


@db_periodic_task(crontab(hour="4", minute="40"))  # type: ignore[untyped-decorator]
def publish_figures() -> None:
    operations.publish_figures(at=timezone.now())
