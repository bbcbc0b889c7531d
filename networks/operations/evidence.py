"""Freezes what somebody wrote in a network, as evidence of a concern."""

import logging

from networks.models import Ask, Event, Feedback, Membership, Picture, Post, ResourceVersion, Thread
from networks.models.standing import Standing
from safeguarding.evidence import Earlier, Evidence, EvidenceOfFile, Said

logger = logging.getLogger(__name__)

# So many posts are kept with one that is reported: enough to read it as it was meant, and no whole conversation.
SAID_BEFORE = 5


def evidence_of_post(post: Post, *, before: tuple[Said, ...] = ()) -> Evidence:
    """A post under the name it was shown under, with its earlier words and its pictures.

    A first one has its title with it, and what else was said of the event or ask that it begins; pictures have what
    was said to be seen on them.
    """
    pictures = list(post.pictures.all())
    seen = (f"{one.name}: {one.alt}" for one in pictures if one.alt)
    return Evidence(
        kind="post",
        reference=str(post.pk),
        author=post.author.chosen_name,
        place=post.thread.network.name,
        text="\n\n".join(filter(None, [words_of(post), further_words_of(post), *seen])),
        written_at=post.posted_at,
        earlier=tuple(Earlier(one.body, one.until) for one in post.earlier.all()),
        files=tuple(_copied(one) for one in pictures),
        before=before,
    )


def said_before(post: Post) -> tuple[Said, ...]:
    """The posts right before it, as they are now; what waits for a moderator was said to nobody yet.

    Who decides on a report may have no place in the thread, and whoever wrote these may take them back.
    """
    posts = post.thread.posts.filter(seq__lt=post.seq).exclude(state__in=[Standing.WAITING, Standing.WITHDRAWN])
    latest = posts.select_related("author").order_by("-seq")[:SAID_BEFORE]
    return tuple(Said(one.author.chosen_name, words_of(one), one.posted_at) for one in reversed(latest))


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
    """A page that the network keeps, as its latest version has it, and as it was before its writer changed it."""
    before = version.resource.versions.filter(version__lt=version.version).first()
    return Evidence(
        kind="resource",
        reference=str(version.resource_id),
        author=version.by.chosen_name,
        place=version.by.network.name,
        text=f"{version.title}\n\n{version.body}",
        written_at=version.at,
        earlier=(Earlier(f"{before.title}\n\n{before.body}", version.at),) if before else (),
    )


def evidence_of_feedback(feedback: Feedback) -> Evidence:
    """What somebody thought of an event."""
    membership = feedback.place.membership
    return Evidence(
        kind="feedback",
        reference=str(feedback.pk),
        author=membership.chosen_name,
        place=membership.network.name,
        text=feedback.words,
        written_at=feedback.given_at,
    )


def words_of(post: Post) -> str:
    """Everything of it that is read; nothing where the words were withdrawn."""
    if post.state == Post.State.WITHDRAWN:
        return ""
    return f"{post.thread.title}\n\n{post.body}" if post.seq == 1 else post.body


def further_words_of(post: Post) -> str:
    """What was said of the event or ask that it begins besides its title and words; empty where it begins neither."""
    if post.seq > 1 or post.state == Standing.WITHDRAWN:
        return ""
    match post.thread.kind:
        case Thread.Kind.ASK:
            said = list(Ask.objects.filter(thread=post.thread_id).values_list("where", flat=True))
        case Thread.Kind.EVENT:
            events = Event.objects.filter(thread=post.thread_id)
            said = [words for one in events.values_list("where", "how_to_join", "materials") for words in one]
            sessions = events.order_by("sessions__number").values_list("sessions__title", "sessions__materials")
            said += [words for one in sessions for words in one]
        case _:
            said = []
    return "\n\n".join(filter(None, said))


def _copied(one: Picture) -> EvidenceOfFile:
    try:
        with one.file.open("rb") as file:
            content = file.read()
    except OSError:
        # A report must reach somebody whatever happened to the disk.
        logger.exception("Picture %s could not be copied to a concern", one.key)
        content = b""
    return EvidenceOfFile(one.name, "picture", one.sha256, content)
