"""What the worker does for matching: rounds and publications, those the queue has lost, and those that fell silent."""

from contextlib import suppress
from datetime import timedelta

from django.core.cache import cache
from django.utils import timezone
from huey import crontab
from huey.contrib.djhuey import db_periodic_task, db_task

from matching import operations, queries
from people.errors import HasMovedOn

# Whoever waits longer than this was perhaps forgotten by the queue.
PATIENCE = timedelta(minutes=1)
# Set while a job for arrivals waits for the worker: one is enough for everybody who comes meanwhile.
ARRIVALS_CALLED = "matching.arrivals_called"


@db_task()  # type: ignore[untyped-decorator]
def solve_round(pk: int) -> None:
    # Another worker has it already, or somebody has cancelled it.
    with suppress(HasMovedOn):
        operations.solve_round(round=queries.round_to_solve(pk), at=timezone.now())


@db_task()  # type: ignore[untyped-decorator]
def publish(pk: int) -> None:
    with suppress(HasMovedOn):
        operations.publish(publication=queries.publication_to_do(pk), at=timezone.now())


@db_task()  # type: ignore[untyped-decorator]
def place_arrivals() -> None:
    # Whoever comes from here on calls for another job: this one may not see them.
    cache.delete(ARRIVALS_CALLED)
    operations.place_arrivals(at=timezone.now())


@db_periodic_task(crontab(minute="*/15"))  # type: ignore[untyped-decorator]
def sweep_arrivals() -> None:
    """Whoever the queue has forgotten, or who changed their answers, is looked at once more."""
    operations.place_arrivals(at=timezone.now())


# In the morning, when whoever is told is awake.
@db_periodic_task(crontab(hour="9", minute="23"))  # type: ignore[untyped-decorator]
def tell_of_checks_running_out() -> None:
    operations.tell_of_checks_running_out(at=timezone.now())


@db_periodic_task(crontab(hour="9", minute="24"))  # type: ignore[untyped-decorator]
def tell_of_promises_passed() -> None:
    operations.tell_of_promises_passed(at=timezone.now())


@db_periodic_task(crontab(minute="*"))  # type: ignore[untyped-decorator]
def sweep_jobs() -> None:
    """Hand out what waits for too long, and give up on what says nothing any more."""
    now = timezone.now()
    operations.give_up_on_the_silent(at=now)
    for pk in queries.rounds_left_over(now - PATIENCE):
        solve_round(pk)
    for pk in queries.publications_left_over(now - PATIENCE):
        publish(pk)
