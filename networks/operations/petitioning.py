"""Verbs of petitions with enough signatures: they go to the service, which answers by a day it has promised."""

from dataclasses import asdict
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate

from messaging.models import Notice
from messaging.operations import write_notice
from networks.counting import count_signatures
from networks.machines import DECISION
from networks.models import Decision
from networks.operations.telling import tell_who_took_part
from networks.queries import coordinators_for
from networks.rules import may_answer_petitions
from people.models import Person
from people.operations import move

TIME_TO_ANSWER = timedelta(days=28)


class MayNotAnswer(PermissionDenied):
    """Coordinators answer petitions."""


def send_to_the_service(petition: Decision, signatures: int, *, at: datetime) -> None:
    """In the caller's transaction: gather no more, promise an answer within 28 days, and tell the coordinators."""
    petition.result = asdict(count_signatures(signatures, needed=petition.signatures_needed or 0))
    petition.answer_due_on = localdate(at) + TIME_TO_ANSWER
    petition.decided_at = at
    petition.save(update_fields=["result", "answer_due_on", "decided_at"])
    move(petition, Decision.State.CLOSED, machine=DECISION, by=None, at=at, about=None)
    due = date_format(petition.answer_due_on, "j F")
    for coordinator in coordinators_for(petition.thread.network).order_by("pk"):
        write_notice(
            person=coordinator,
            kind=Notice.Kind.NETWORKS,
            subject="A petition to the service",
            body=f"A petition has found enough signatures. Members were promised an answer by {due}.",
            path=reverse("petitions"),
            at=at,
        )


@transaction.atomic
def answer_petition(*, by: Person, petition: Decision, answer: str, at: datetime) -> None:
    """Answer in words that all members of the network read; who signed is told. Raises `HasMovedOn` for the second."""
    if not may_answer_petitions(by):
        raise MayNotAnswer("Coordinators answer petitions.")
    move(petition, Decision.State.ANSWERED, machine=DECISION, by=by, at=at, about=None)
    petition.answer, petition.answered_by = answer, by
    petition.save(update_fields=["answer", "answered_by"])
    tell_who_took_part(
        petition,
        subject="Your petition was answered",
        body="The service has answered a petition you signed.",
        at=at,
    )
