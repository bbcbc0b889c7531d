"""Has a person look where the words of a check-in give cause to; it stops nothing and decides nothing."""

import logging
from datetime import datetime

from django.db import transaction
from django.urls import reverse

from messaging.models import Notice
from messaging.operations import write_notice
from safeguarding.evidence import Evidence
from safeguarding.operations import prompt_about
from safeguarding.queries import who_looks_at
from safeguarding.screening import Worry, worries_in
from support.models import CheckIn

logger = logging.getLogger(__name__)


def look_for_worries(*, check_in: CheckIn, at: datetime) -> None:
    """Whatever goes wrong here holds no answer up."""
    try:
        worries = worries_in(check_in.words)
        if worries:
            with transaction.atomic():
                _have_somebody_look(check_in, worries, at)
    except Exception:
        logger.exception("Check-in %s was answered, but could not be screened", check_in.pk)


def _have_somebody_look(check_in: CheckIn, worries: list[Worry], at: datetime) -> None:
    for concern in prompt_about(about=check_in.person, worries=worries, evidence=_evidence_of(check_in, at), at=at):
        for person in who_looks_at(concern):
            write_notice(
                person=person,
                kind=Notice.Kind.SAFETY,
                subject="Something to look at",
                body="A program noticed words that may need a person to look. Nobody has decided anything.",
                path=reverse("concern", args=[concern.pk]),
                at=at,
            )


def _evidence_of(check_in: CheckIn, at: datetime) -> Evidence:
    return Evidence(
        kind="check_in",
        reference=str(check_in.pk),
        author=check_in.person.chosen_name,
        text=check_in.words,
        written_at=at,
        place="A check-in",
    )
