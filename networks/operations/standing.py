"""Changes how a post stands, and with the first one its thread, in one place."""

from datetime import datetime

from django.db.models import F

from messaging.news import tell
from networks.machines import POST
from networks.models import Post, Thread
from networks.operations.mentioning import tell_mentioned
from networks.queries import who_hears_of
from people.models import Person
from people.operations import move


def let_stand(post: Post, to: str, *, by: Person | None, at: datetime) -> None:
    """Move a post to another standing in the caller's transaction, and tell the open pages of who saw or sees it.

    Whom it names is told once it is shown. Raises `HasMovedOn` where somebody else was quicker.
    """
    heard = set(who_hears_of(post))
    move(post, to, machine=POST, by=by, at=at, about=None)
    if post.seq == 1:
        Thread.objects.filter(pk=post.thread_id).update(standing=to)
        post.thread.standing = to
    tell_mentioned(post, at=at)
    tell_changed(post, heard=heard)


def tell_changed(post: Post, *, heard: set[int] | None = None) -> None:
    """Count the change in its thread, and tell the open pages of who may see the post, and of `heard`, who saw it."""
    thread = Thread.objects.filter(pk=post.thread_id)
    thread.update(changes=F("changes") + 1)
    changes = thread.values_list("changes", flat=True).get()
    hearing = (heard or set()) | set(who_hears_of(post))
    tell(hearing, {"type": "thread.changed", "thread": post.thread_id, "seq": post.seq, "changes": changes})
