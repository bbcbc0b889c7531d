"""What the worker does for networks: tells of what is new, and reminds people of what they have a place in."""

from django.utils import timezone
from huey import crontab
from huey.contrib.djhuey import db_periodic_task

from networks import operations


@db_periodic_task(crontab(minute="*"))  # type: ignore[untyped-decorator]
def tell_of_new_posts() -> None:
    operations.tell_of_new_posts(at=timezone.now())


@db_periodic_task(crontab(minute="*/5"))  # type: ignore[untyped-decorator]
def remind() -> None:
    operations.remind(at=timezone.now())
