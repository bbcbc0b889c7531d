"""Has a person look where the words of a post give cause to; it stops nothing and decides nothing."""

import logging
from datetime import datetime

from django.db import transaction
from django.urls import reverse

from messaging.models import Notice
from messaging.operations import write_notice
from networks.models import Post
from networks.operations.evidence import evidence_of_post, words_of
from safeguarding.operations import prompt_about
from safeguarding.queries import who_looks_at
from safeguarding.screening import Worry, needs_help, worries_in

logger = logging.getLogger(__name__)


def look_for_worries(*, post: Post, at: datetime) -> bool:
    """Have a person look if need be; True if its writer is to be shown help now.

    Only those who keep the whole service safe are told, and no host: what somebody writes of despair is no matter of
    house rules. Whatever goes wrong here holds no post up.
    """
    worries: list[Worry] = []
    try:
        worries = worries_in(words_of(post))
        if worries:
            with transaction.atomic():
                _have_somebody_look(post, worries, at)
    except Exception:
        logger.exception("Post %s was written, but could not be screened", post.pk)
    return needs_help(worries)


def _have_somebody_look(post: Post, worries: list[Worry], at: datetime) -> None:
    """Raise it; they are told of what is new, not of each time it is noticed again."""
    about, scope = post.author.person, post.thread.network.scope
    for concern in prompt_about(about=about, worries=worries, evidence=evidence_of_post(post), at=at, scope=scope):
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
