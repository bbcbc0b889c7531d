"""A round: queued by a coordinator, solved by a worker on a snapshot, recorded if the people are still the same."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from time import perf_counter

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localtime

from matching import engine
from matching.errors import NotYours, RoundIsUnderWay
from matching.gathering import gather, waiting_in
from matching.machines import PUBLICATION, ROUND
from matching.models import Configuration, Helper, Publication, Request, Round
from matching.operations import jobs
from matching.operations.holding import hold_all
from matching.operations.recording import record
from matching.rules import may_cancel_round, may_run_round
from matching.signals import round_queued
from people.models import Area, Person

# Whoever acts on a large round while it is solved makes it worth solving anew; but not for ever.
TRIES_WITHOUT_LOCKS = 2
LONGEST_SILENCE = timedelta(minutes=10)


@transaction.atomic
def start_round(
    *,
    by: Person,
    area: Area | None,
    order: str = Round.Order.FAIR,
    configuration: Configuration | None = None,
    at: datetime,
) -> Round:
    """Queue a round for who waits in `area`, with the newest weights or others; a worker begins after the commit."""
    round = queue_round(by=by, area=area, order=order, configuration=configuration, at=at)
    transaction.on_commit(partial(round_queued.send_robust, sender=Round, job=round))
    return round


def run_round(
    *,
    by: Person | None,
    area: Area | None,
    order: str = Round.Order.FAIR,
    configuration: Configuration | None = None,
    at: datetime,
) -> Round:
    """A whole round at once, without a worker; `by` is None for the command."""
    round = queue_round(by=by, area=area, order=order, configuration=configuration, at=at)
    solve_round(round=round, at=at)
    return round


@transaction.atomic
def queue_round(
    *, by: Person | None, area: Area | None, order: str, configuration: Configuration | None = None, at: datetime
) -> Round:
    """The new round, waiting for a worker; `RoundIsUnderWay` while there is one for some of the same people."""
    if by is not None and not may_run_round(by, area):
        raise PermissionDenied("You coordinate another area.")
    # Whoever starts a round stands in line here: two who begin at once would not see each other's.
    hold_all(Configuration.objects.all())
    refuse_while_one_is_under_way(area)
    round = Round.objects.create(
        area=area,
        by=by,
        order=order,
        began_at=at,
        heard_at=at,
        configuration=configuration or Configuration.objects.newest(),
    )
    jobs.queued(round, machine=ROUND, by=by, at=at)
    return round


def refuse_while_one_is_under_way(area: Area | None) -> None:
    busy = Round.objects.about_the_same_people(area).active().select_related("area", "by").first()
    if busy is not None:
        began = date_format(localtime(busy.began_at), "j F, H:i")
        who, whom = busy.by or "The service itself", f"for {busy.area}" if busy.area else "for everybody"
        raise RoundIsUnderWay(
            f"{who} started a round {whom} on {began}, and it has not ended yet.",
            busy,
        )


def solve_round(*, round: Round, at: datetime) -> None:
    """Do the work of a queued round.

    The people are read and matched without holding anybody. Then, in one transaction, they are held and read again:
    if nothing about them has changed, the answer is recorded; else it is worked out anew. Where they keep
    changing, the last try is made while they are held, so that it is the last.
    """
    with jobs.under_way(round, machine=ROUND, at=at):
        began = perf_counter()
        cohort = gather(area=round.area, at=at)
        for _ in range(TRIES_WITHOUT_LOCKS):
            matching = match(round, cohort, tell=partial(jobs.hear, round))
            with transaction.atomic():
                now = hold_and_gather(round.area, at=at)
                if now == cohort:
                    record(round, matching, seconds=perf_counter() - began, at=at)
                    return
            cohort, round.solved_again = now, True
        with transaction.atomic():
            matching = match(round, hold_and_gather(round.area, at=at))
            record(round, matching, seconds=perf_counter() - began, at=at)


def tell_nobody(share: float, step: str) -> None:
    """While people are held, the page cannot be told anything: it would only hear of it at the end."""


def match(round: Round, cohort: engine.Cohort, *, tell: Callable[[float, str], None] = tell_nobody) -> engine.Matching:
    return engine.match(cohort, round.configuration.as_weights(), round.aim(), tell=tell)


def hold_and_gather(area: Area | None, *, at: datetime) -> engine.Cohort:
    """Everybody as they are now, held until the end of the transaction."""
    held = hold_all(Request.objects.filter(pk__in=waiting_in(area).order_by().values("pk")))
    hold_all(Helper.objects.active())
    cohort = gather(area=area, at=at)
    # Who has sent a request since then is not held; the next round is theirs.
    return replace(cohort, seekers=tuple(seeker for seeker in cohort.seekers if seeker.id in held))


@transaction.atomic
def cancel_round(*, by: Person, round: Round, at: datetime) -> None:
    """End a round that is not done yet; nothing of it is recorded, and earlier proposals stay as they are."""
    if not may_cancel_round(by, round):
        raise NotYours
    jobs.cancel(round, machine=ROUND, by=by, at=at)


def give_up_on_the_silent(*, at: datetime) -> None:
    """Mark as failed what has had no sign of life for ten minutes, so that the next can start."""
    for round in Round.objects.all().silent_since(at - LONGEST_SILENCE):
        jobs.fail(round, jobs.NO_SIGN_OF_LIFE, machine=ROUND, at=at)
    for publication in Publication.objects.all().silent_since(at - LONGEST_SILENCE):
        jobs.fail(publication, jobs.NO_SIGN_OF_LIFE, machine=PUBLICATION, at=at)
