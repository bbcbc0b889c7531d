"""Verbs of safety in a network: report a post, block whoever wrote it."""

from datetime import datetime

from django.core.exceptions import PermissionDenied

from networks.models import Post
from networks.operations.evidence import evidence_of_post
from networks.rules import may_report
from people.models import Person
from safeguarding.models import Block, Concern
from safeguarding.operations import block, raise_concern


class MayNotReport(PermissionDenied):
    """One's own post is not for reporting."""


def report_post(
    *, by: Person, post: Post, at: datetime, reason: str = Concern.Reason.OTHER, words: str = ""
) -> Concern:
    """Raise a concern with the post as it is now; it is about the person behind the chosen name."""
    if not may_report(by, post):
        raise MayNotReport("This is your own post.")
    return raise_concern(
        by=by,
        about=post.author.person,
        reason=reason,
        words=words,
        evidence=evidence_of_post(post),
        at=at,
        scope=post.thread.network.scope,
    )


def block_author(*, by: Person, post: Post, at: datetime) -> Block:
    """Keep the two apart everywhere; `by` goes on knowing the other by the chosen name only."""
    author = post.author
    return block(by=by, person=author.person, known_as=author.chosen_name, at=at)
