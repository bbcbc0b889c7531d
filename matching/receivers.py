"""What matching does when it hears news from below, and how its own jobs come to the worker.

Those are signals although both ends are in this app: the verb lies below the task and may not import it.
"""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.core.cache import cache
from django.db.models import Q
from django.dispatch import receiver

from matching import tasks
from matching.models import Pairing, Proposal, Publication, Request, Round
from matching.operations import end_pairing, withdraw_request
from matching.operations.choosing import lapse_offer
from matching.operations.holding import hold_all
from matching.signals import arrivals_called, publication_queued, round_queued
from people.models import Consent, Person
from people.signals import consent_withdrawn
from safeguarding.signals import blocked

logger = logging.getLogger(__name__)


@receiver(round_queued)
def hand_over_round(job: Round, **_: Any) -> None:
    hand_over(tasks.solve_round, job)


@receiver(publication_queued)
def hand_over_publication(job: Publication, **_: Any) -> None:
    hand_over(tasks.publish, job)


@receiver(arrivals_called)
def hand_over_arrivals(**_: Any) -> None:
    try:
        if cache.add(tasks.ARRIVALS_CALLED, 1, timeout=tasks.PATIENCE.total_seconds()):
            tasks.place_arrivals()
    except Exception:
        # The queue may be down; the sweep looks again.
        logger.warning("Arrivals wait for the sweep", exc_info=True)


def hand_over(task: Callable[[int], object], job: Round | Publication) -> None:
    try:
        task(job.pk)
    except Exception:
        # The queue may be down; the sweep finds the row.
        logger.warning("%s waits for the sweep", job, exc_info=True)


@receiver(blocked)
def part_the_two(*, by: Person, person: Person, at: datetime, **_: Any) -> None:
    """Whoever blocks somebody is not paired with them any more, and no offer between the two stays open."""
    # Nobody may accept or decline in between: a block is never refused because somebody was quicker.
    hold_all(Request.objects.open().filter(person__in=[by, person]))
    between = Q(request__person=by, helper__person=person) | Q(request__person=person, helper__person=by)
    for pairing in Pairing.objects.active().filter(between):
        end_pairing(by=by, pairing=pairing, look_again=True, at=at)
    for proposal in Proposal.objects.live().filter(between):
        lapse_offer(proposal, at=at)


@receiver(consent_withdrawn)
def stop_matching(*, person: Person, purpose: str, at: datetime, **_: Any) -> None:
    """Without consent to be matched nobody waits; their place is kept in case they ask again."""
    if purpose != Consent.Purpose.MATCHING:
        return
    # Whoever is just being left would wait again a moment later, so it is looked at once that is over.
    hold_all(Request.objects.open().filter(person=person))
    for request in Request.objects.filter(person=person, state__in=[Request.State.WAITING, Request.State.CHOOSING]):
        withdraw_request(by=person, request=request, at=at)
