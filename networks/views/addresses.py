"""Where threads and posts are read."""

from django.urls import reverse

from networks import queries
from networks.models import Feedback, Post, Thread


def home_of(thread: Thread) -> str:
    """The page on which a thread is read: its own, or that of the event, ask or decision it belongs to."""
    # -- Events and courses
    if thread.kind == Thread.Kind.EVENT:
        return reverse("event", args=[thread.network.slug, thread.event.pk])
    # -- Asks and offers
    if thread.kind == Thread.Kind.ASK:
        return reverse("one_ask", args=[thread.network.slug, thread.ask.pk])
    # -- A say
    if thread.kind == Thread.Kind.DECISION:
        return reverse("decision", args=[thread.network.slug, thread.decision.pk])
    return reverse("thread", args=[thread.network.slug, thread.pk])


def back_to(thread: Thread, feedback: Feedback | None = None) -> str:
    """Where whoever began it, or said how it was, goes on; with help, if their words made one think of them."""
    return f"{home_of(thread)}{'?help=now' if (feedback or thread).calls_for_help else ''}"


def address_of(post: Post) -> str:
    """Where a post stands, for ever: its page and its place on it, opened knowingly where its thread has a note."""
    return f"{home_of(post.thread)}{_place_of(post)}"


def way_to(post: Post) -> str:
    """The same by the thread's own address, which leads on to where it is read: for lists, since it asks nothing."""
    return f"{reverse('thread', args=[post.thread.network.slug, post.thread_id])}{_place_of(post)}"


def _place_of(post: Post) -> str:
    page = queries.page_of_seq(post.seq)
    query = [f"page={page}"] if page > 1 else []
    if post.thread.sensitive_note:
        query.append("open=1")
    # Only of what was just written: its words made one think of the writer, who is shown where to turn.
    if post.calls_for_help:
        query.append("help=now")
    return f"{'?' if query else ''}{'&'.join(query)}#post-{post.seq}"
