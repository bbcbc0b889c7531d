"""What rounds and publications have in common: they begin, say how far they are, can be cancelled, and end."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db.models.functions import Now

from matching.engine import ProblemError
from matching.models import Publication, Round
from people.errors import HasMovedOn
from people.models import Person
from people.operations import move, remember
from people.states import Machine

SOMETHING_BROKE = "Something went wrong that should not have. It is in the log of the service."
NO_SIGN_OF_LIFE = "The worker stopped in the middle of it, for example because the machine was started anew."


class Cancelled(Exception):
    """Somebody has cancelled the job at hand."""


def queued(job: Round | Publication, *, machine: Machine, by: Person | None, at: datetime) -> None:
    """Note that this new job waits for the worker."""
    remember(job, machine=machine, before="", by=by, at=at, about=None)


@contextmanager
def under_way(job: Round | Publication, *, machine: Machine, at: datetime) -> Iterator[None]:
    """Do the job's work inside this: of two workers one begins, and the other gets `HasMovedOn`.

    Who cancels it ends the block quietly. An error is told on the job's page in words, and raised again.
    """
    move(job, job.State.RUNNING, machine=machine, by=None, at=at)
    hear(job, 0, "Beginning")
    try:
        yield
    except Cancelled:
        job.refresh_from_db()
    except Exception as error:
        why = f"{error}" if isinstance(error, ProblemError) else SOMETHING_BROKE
        fail(job, why, machine=machine, at=at)
        raise


def hear(job: Round | Publication, share: float, step: str) -> None:
    """Show how far the job is, from 0 to 1, and what is done now; raises `Cancelled` where nobody wants it any more."""
    running = type(job)._default_manager.filter(pk=job.pk, state=job.State.RUNNING)
    # The clock of the database: this is a sign of life, and no fact about anybody.
    if not running.update(percent=round(share * 100), step=step, heard_at=Now()):
        raise Cancelled


def finish(job: Round | Publication, *, machine: Machine, at: datetime) -> None:
    """From here on nobody can cancel it: whoever tries waits for the transaction, and is told that it is done."""
    try:
        move(job, job.State.DONE, machine=machine, by=None, at=at)
    except HasMovedOn as moved:
        raise Cancelled from moved


def cancel(job: Round | Publication, *, machine: Machine, by: Person, at: datetime) -> None:
    job.refresh_from_db(fields=["state"])
    if not job.is_active:
        raise HasMovedOn("It has ended already.")
    move(job, job.State.CANCELLED, machine=machine, by=by, at=at)


def fail(job: Round | Publication, why: str, *, machine: Machine, at: datetime) -> None:
    """Say in words why it could not be done; nothing happens where it was cancelled meanwhile."""
    # What was done in a transaction that is undone now left its mark on the row we hold.
    job.refresh_from_db(fields=["state"])
    try:
        move(job, job.State.FAILED, machine=machine, by=None, at=at)
    except HasMovedOn:
        return
    job.error = why
    job.save(update_fields=["error"])
