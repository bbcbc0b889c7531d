"""Between two rounds: whoever waits is offered a free place at once, where the best plan for everybody gives it them.

docs/adr/0008-offers-on-arrival.md says why, and for whom a coordinator looks first.
"""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from time import perf_counter

from django.db import transaction

from matching import engine
from matching.gathering import cohort_of
from matching.machines import ROUND
from matching.models import Configuration, Helper, Request, Round
from matching.operations.deciding import make_offer
from matching.operations.holding import hold_all
from matching.operations.recording import record_files, record_proposals, record_result
from matching.queries import arrivals, free_places, offered_at_once, waiting_without_proposal
from people.errors import HasMovedOn
from people.operations import remember


def place_arrivals(*, at: datetime) -> Round | None:
    """Share out the free places among everybody for whom nobody is proposed; None where that brings nobody anything.

    Order of effects: in one transaction the best plan for all of them is found, and recorded with the proposals of the
    arrivals among them; then each proposal for which no coordinator is needed becomes an offer.
    """
    round = record_arrivals(at=at)
    if round is not None:
        offer_at_once(round, at=at)
    return round


@transaction.atomic
def record_arrivals(*, at: datetime) -> Round | None:
    """Whoever starts a round stands in line; those who wait and those who help are held until it is recorded.

    Places kept for others are not free, so nobody loses anything by it.
    """
    if not (Configuration.objects.newest().offers_at_once and arrivals().exists() and free_places().exists()):
        return None
    hold_all(Configuration.objects.all())
    if Round.objects.all().active().exists():
        # It looks for everybody, and whoever it leaves is looked at afterwards.
        return None
    matching, seconds = best_plan(at=at)
    found = of_arrivals(matching)
    return record(found, seconds=seconds, at=at) if found.pairs else None


def offer_at_once(round: Round, *, at: datetime) -> None:
    """Each offer is a transaction of its own, so that nobody is held meanwhile and none of them is undone.

    What cannot be offered any more, because somebody was quicker, stays for a coordinator to decide on.
    """
    for proposal in offered_at_once(round):
        with suppress(HasMovedOn), transaction.atomic():
            make_offer(proposal, by=None, at=at)


def new_round(*, at: datetime) -> Round:
    """What an arrival is recorded as: done as soon as it is there."""
    return Round(
        occasion=Round.Occasion.ARRIVAL,
        state=Round.State.DONE,
        began_at=at,
        heard_at=at,
        configuration=Configuration.objects.newest(),
    )


def best_plan(*, at: datetime) -> tuple[engine.Matching, float]:
    """The plan for everybody for whom nobody is proposed, all held until the end of the transaction."""
    held = hold_all(Request.objects.filter(pk__in=waiting_without_proposal().order_by().values("pk")))
    hold_all(Helper.objects.active())
    cohort = cohort_of(waiting_without_proposal().filter(pk__in=held), at=at)
    round, began = new_round(at=at), perf_counter()
    return engine.match(cohort, round.configuration.as_weights(), round.aim()), perf_counter() - began


def of_arrivals(matching: engine.Matching) -> engine.Matching:
    """The same plan, told only for the arrivals; the places of all others in it stay free for the next round."""
    theirs = set(arrivals().order_by().values_list("pk", flat=True))
    return replace(
        matching,
        pairs=tuple(match for match in matching.pairs if match.seeker in theirs),
        alternatives=tuple(match for match in matching.alternatives if match.seeker in theirs),
    )


def record(matching: engine.Matching, *, seconds: float, at: datetime) -> Round:
    round = new_round(at=at)
    record_result(round, matching, seconds=seconds)
    # The plan is of everybody who waits; what came of it is told of the arrivals, too few to compare groups by.
    round.placed, round.figures = len(matching.pairs), []
    round.save(update_fields=["placed", "figures"])
    remember(round, machine=ROUND, before="", by=None, at=at, about=None)
    record_proposals(round, matching, at=at)
    record_files(round, matching)
    return round
