"""Verbs of safety in a network: report what somebody wrote, block whoever wrote it."""

from datetime import datetime

from django.core.exceptions import PermissionDenied

from networks.models import Membership, Post, ResourceVersion
from networks.operations.evidence import (
    evidence_of_name,
    evidence_of_post,
    evidence_of_resource,
    said_before,
)
from networks.rules import may_report
from people.models import Person
from safeguarding.evidence import Evidence
from safeguarding.models import Block, Concern
from safeguarding.operations import block, raise_concern


class MayNotReport(PermissionDenied):
    """What one wrote oneself is not for reporting."""


def report_post(
    *, by: Person, post: Post, at: datetime, reason: str = Concern.Reason.OTHER, words: str = ""
) -> Concern:
    """Raise a concern with the post as it is now, and what was said before; it is about who is behind the name."""
    return _report(by, post.author, evidence_of_post(post, before=said_before(post)), at, reason, words)


def report_name(
    *, by: Person, membership: Membership, at: datetime, reason: str = Concern.Reason.OTHER, words: str = ""
) -> Concern:
    """The same about the name somebody has chosen for the network."""
    return _report(by, membership, evidence_of_name(membership), at, reason, words)


def report_resource(
    *, by: Person, version: ResourceVersion, at: datetime, reason: str = Concern.Reason.OTHER, words: str = ""
) -> Concern:
    """The same about a page that the network keeps, and whoever wrote its latest version."""
    return _report(by, version.by, evidence_of_resource(version), at, reason, words)


def _report(by: Person, author: Membership, evidence: Evidence, at: datetime, reason: str, words: str) -> Concern:
    if not may_report(by, author):
        raise MayNotReport("This is your own.")
    return raise_concern(
        by=by,
        about=author.person,
        reason=reason,
        words=words,
        evidence=evidence,
        at=at,
        scope=author.network.scope,
    )


def block_author(*, by: Person, post: Post, at: datetime) -> Block:
    """Keep the two apart everywhere; `by` goes on knowing the other by the chosen name only."""
    author = post.author
    return block(by=by, person=author.person, known_as=author.chosen_name, at=at)
