"""Freezes what somebody wrote in a network, as evidence of a concern."""

import logging

from networks.models import Membership, Picture, Post, ResourceVersion
from safeguarding.evidence import Earlier, Evidence, EvidenceOfFile

logger = logging.getLogger(__name__)


def evidence_of_post(post: Post) -> Evidence:
    """A post under the name it was shown under, with its earlier words and its pictures; a first one with the title."""
    return Evidence(
        kind="post",
        reference=str(post.pk),
        author=post.author.chosen_name,
        place=post.thread.network.name,
        text=words_of(post),
        written_at=post.posted_at,
        earlier=tuple(Earlier(one.body, one.until) for one in post.earlier.all()),
        files=tuple(_copied(one) for one in post.pictures.all()),
    )


def evidence_of_name(membership: Membership) -> Evidence:
    """The name somebody goes by in a network."""
    return Evidence(
        kind="name",
        reference=str(membership.pk),
        author=membership.chosen_name,
        place=membership.network.name,
        text=membership.chosen_name,
        written_at=membership.since,
    )


def evidence_of_resource(version: ResourceVersion) -> Evidence:
    """A page that the network keeps, as its latest version has it."""
    return Evidence(
        kind="resource",
        reference=str(version.resource_id),
        author=version.by.chosen_name,
        place=version.by.network.name,
        text=f"{version.title}\n\n{version.body}",
        written_at=version.at,
    )


def words_of(post: Post) -> str:
    """Everything of it that is read; nothing where the words were withdrawn."""
    if post.state == Post.State.WITHDRAWN:
        return ""
    return f"{post.thread.title}\n\n{post.body}" if post.seq == 1 else post.body


def _copied(one: Picture) -> EvidenceOfFile:
    try:
        with one.file.open("rb") as file:
            content = file.read()
    except OSError:
        # A report must reach somebody whatever happened to the disk.
        logger.exception("Picture %s could not be copied to a concern", one.key)
        content = b""
    return EvidenceOfFile(one.name, "picture", one.sha256, content)
