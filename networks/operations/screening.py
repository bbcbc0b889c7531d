"""Has a person look where what somebody wrote gives cause to; it stops nothing and decides nothing.

Only those who keep the whole service safe are told, and no host: what somebody writes of despair is no matter of house
rules, and who led an event never learns who thought what of it.
"""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.urls import reverse

from messaging.models import Notice
from messaging.operations import write_notice
from networks.models import Feedback, Membership, Post
from networks.operations.evidence import evidence_of_feedback, evidence_of_post, words_of
from safeguarding.evidence import Evidence
from safeguarding.operations import prompt_about
from safeguarding.queries import who_looks_at
from safeguarding.screening import Worry, needs_help, worries_in

logger = logging.getLogger(__name__)


def look_for_worries(*, post: Post, at: datetime, said: str | None = None, writer: Membership | None = None) -> bool:
    """Have a person look if need be; True if its writer is to be shown help now.

    `said` is read instead of its own words where more was said of the event or ask that it begins, by `writer` where
    that was somebody else.
    """
    writer = writer or post.author
    words = words_of(post) if said is None else said
    return _look(words, writer, lambda: replace(evidence_of_post(post), author=writer.chosen_name), at)


def look_into_feedback(*, feedback: Feedback, at: datetime) -> bool:
    """The same for what somebody thought of an event."""
    return _look(feedback.words, feedback.place.membership, lambda: evidence_of_feedback(feedback), at)


def _look(words: str, writer: Membership, evidence: Callable[[], Evidence], at: datetime) -> bool:
    """Whatever goes wrong here holds nothing up."""
    worries: list[Worry] = []
    try:
        worries = worries_in(words)
        if worries:
            with transaction.atomic():
                _have_somebody_look(writer, evidence(), worries, at)
    except Exception:
        logger.exception("What membership %s wrote is there, but could not be screened", writer.pk)
    return needs_help(worries)


def _have_somebody_look(writer: Membership, evidence: Evidence, worries: list[Worry], at: datetime) -> None:
    """Raise it; they are told of what is new, not of each time it is noticed again."""
    about, scope = writer.person, writer.network.scope
    for concern in prompt_about(about=about, worries=worries, evidence=evidence, at=at, scope=scope):
        if concern.times_noticed == 1:
            for person in who_looks_at(concern):
                write_notice(
                    person=person,
                    kind=Notice.Kind.SAFETY,
                    subject="Something to look at",
                    body="A program noticed words that may need a person to look. Nobody has decided anything.",
                    path=reverse("concern", args=[concern.pk]),
                    at=at,
                )
