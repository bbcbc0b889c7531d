"""What the worker does by the clock for two people alongside each other."""

from django.utils import timezone
from huey import crontab
from huey.contrib.djhuey import db_periodic_task

from support import operations


# In the morning, when whoever is reminded is awake.
@db_periodic_task(crontab(hour="9", minute="21"))  # type: ignore[untyped-decorator]
def remind_of_agreements() -> None:
    operations.remind_of_agreements(at=timezone.now())


@db_periodic_task(crontab(hour="9", minute="22"))  # type: ignore[untyped-decorator]
def remind_of_steps() -> None:
    operations.remind_of_steps(at=timezone.now())


# By day, when whoever is asked is awake.
@db_periodic_task(crontab(hour="9-19", minute="17"))  # type: ignore[untyped-decorator]
def ask_who_is_due() -> None:
    operations.ask_who_is_due(at=timezone.now())


@db_periodic_task(crontab(minute="*/5"))  # type: ignore[untyped-decorator]
def remind_of_appointments() -> None:
    operations.remind_of_appointments(at=timezone.now())


@db_periodic_task(crontab(hour="9", minute="23"))  # type: ignore[untyped-decorator]
def tell_of_step_downs() -> None:
    operations.tell_of_step_downs(at=timezone.now())
