"""Verbs of writing: begin a thread, reply in one. Everyone who is there hears of it after the commit."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from messaging.news import tell
from networks.models import Membership, Network, Post, Thread
from networks.queries import who_hears_of
from people.models import Person


class MayNotPost(PermissionDenied):
    """Only who is in the network writes in it."""


class WroteSomethingElse(ValidationError):
    """A client id was used again for other words: somebody went back to a page and changed what they had sent."""


@transaction.atomic
def begin_thread(*, by: Person, network: Network, title: str, body: str, client_id: UUID, at: datetime) -> Thread:
    """Begin a thread with its first post; the same `client_id` again returns the thread it began."""
    author = _author(by, network)
    if post := _written_before(author, client_id, title, body):
        return post.thread
    thread = Thread.objects.create(network=network, begun_by=author, title=title, began_at=at, last_at=at)
    _write(author, thread, body, client_id, at)
    return thread


@transaction.atomic
def post_reply(*, by: Person, thread: Thread, body: str, client_id: UUID, at: datetime) -> Post:
    """Add a reply; the same `client_id` again returns the post it made."""
    author = _author(by, thread.network)
    if post := _written_before(author, client_id, thread.title, body):
        return post
    # The lock holds until the commit, so no two posts get one number and none is left out.
    locked = Thread.objects.select_for_update().get(pk=thread.pk)
    return _write(author, locked, body, client_id, at)


def _author(person: Person, network: Network) -> Membership:
    """The lock makes copies of one request, and leaving meanwhile, wait for each other."""
    current = Membership.objects.current().select_for_update(of=("self",))
    membership = current.select_related("person").filter(person=person, network=network).first()
    if membership is None:
        raise MayNotPost("Join this network to write in it.")
    return membership


def _written_before(author: Membership, client_id: UUID, title: str, body: str) -> Post | None:
    written = Post.objects.filter(author=author, client_id=client_id).select_related("thread").first()
    if written and (written.thread.title, written.body) != (title, body):
        raise WroteSomethingElse("What you wrote before was posted already. To post this one too, press Post again.")
    return written


def _write(author: Membership, thread: Thread, body: str, client_id: UUID, at: datetime) -> Post:
    thread.last_seq += 1
    thread.last_at = at
    thread.save(update_fields=["last_seq", "last_at"])
    post = Post.objects.create(
        thread=thread,
        seq=thread.last_seq,
        author=author,
        client_id=client_id,
        body=body,
        posted_at=at,
    )
    frame = {"type": "thread.posted", "thread": thread.pk, "seq": post.seq}
    tell(who_hears_of(thread.network, author.person), frame)
    return post
