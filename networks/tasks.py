"""What the worker does for networks by the clock."""

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


# By day, in case the worker was away in the morning; when a mail goes out is for the outbox to say.
@db_periodic_task(crontab(hour="7-19", minute="11"))  # type: ignore[untyped-decorator]
def send_digests() -> None:
    operations.send_digests(at=timezone.now())


# Every hour, because whoever waits for a first look has waited for a day by then.
@db_periodic_task(crontab(minute="41"))  # type: ignore[untyped-decorator]
def remind_of_waiting_posts() -> None:
    operations.remind_of_waiting_posts(at=timezone.now())


@db_periodic_task(crontab(minute="*"))  # type: ignore[untyped-decorator]
def close_decisions() -> None:
    operations.close_decisions(at=timezone.now())


# Every hour some, so that a large service does not knock at a thousand doors at once.
@db_periodic_task(crontab(minute="23"))  # type: ignore[untyped-decorator]
def look_at_links() -> None:
    operations.look_at_links(at=timezone.now())


# In the morning, when whoever is reminded is awake.
@db_periodic_task(crontab(hour="9", minute="11"))  # type: ignore[untyped-decorator]
def remind_of_reviews() -> None:
    operations.remind_of_reviews(at=timezone.now())
