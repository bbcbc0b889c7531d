"""Approves what is undecided in a round, one proposal after the other, so that it can be stopped and gone on with."""

from datetime import datetime
from functools import partial

from django.db import transaction

from matching.errors import NotYours
from matching.machines import PUBLICATION
from matching.models import Publication, Round
from matching.operations import jobs
from matching.operations.deciding import approve_proposal, undecided_by
from matching.rules import may_stop_publication
from matching.signals import publication_queued
from people.errors import HasMovedOn
from people.models import Person


@transaction.atomic
def start_publication(*, by: Person, round: Round, at: datetime) -> Publication:
    """Queue the approval of everything that `by` may decide in the round; a worker begins after the commit."""
    # Who presses at the same moment stands in line, and then finds this one.
    Round.objects.select_for_update(no_key=True).get(pk=round.pk)
    if round.publications.active().exists():
        raise HasMovedOn("The proposals of this round are being approved already.")
    publication = Publication.objects.create(round=round, by=by, began_at=at, heard_at=at)
    jobs.queued(publication, machine=PUBLICATION, by=by, at=at)
    transaction.on_commit(partial(publication_queued.send_robust, sender=Publication, job=publication))
    return publication


def publish(*, publication: Publication, at: datetime) -> None:
    """Do the work of a queued publication. Each approval is a transaction of its own, so none of them is undone."""
    with jobs.under_way(publication, machine=PUBLICATION, at=at):
        undecided = undecided_by(publication.by, publication.round)
        for number, proposal in enumerate(undecided, start=1):
            jobs.hear(publication, (number - 1) / len(undecided), f"Publishing {number} of {len(undecided)}")
            try:
                approve_proposal(by=publication.by, proposal=proposal, at=at)
            except HasMovedOn as error:
                publication.refused.append(error.words)
            else:
                publication.approved += 1
            # At once, so that it is known too when somebody stops it.
            publication.save(update_fields=["approved", "refused"])
        jobs.finish(publication, machine=PUBLICATION, at=at)


@transaction.atomic
def stop_publication(*, by: Person, publication: Publication, at: datetime) -> None:
    """Approve no more of them; what is an offer already stays one."""
    if not may_stop_publication(by, publication):
        raise NotYours
    jobs.cancel(publication, machine=PUBLICATION, by=by, at=at)
