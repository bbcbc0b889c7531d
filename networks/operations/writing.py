"""Verbs of writing: begin a thread, reply in one. Everyone who may see it hears of it after the commit."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from messaging.news import tell
from networks.machines import POST
from networks.models import Membership, Network, Picture, Post, Thread, ThreadPlace
from networks.models.standing import Standing
from networks.operations.authors import author_in
from networks.operations.between import ask_about_details, must_be_heard, tell_the_others
from networks.operations.drafting import let_go_of_draft
from networks.operations.first_look import tell_of_waiting
from networks.operations.following import follow_as
from networks.operations.mentioning import keep_mentions, tell_mentioned
from networks.operations.picturing import NONE, GivenPictures, drawn_anew, has_the_same, keep_pictures
from networks.operations.screening import look_for_worries
from networks.queries import who_hears_of
from networks.rules import needs_a_first_look
from people.models import Person
from people.operations import remember

POSTED_BEFORE = "What you wrote before was posted already. To post this one too, press Post again."


class WroteSomethingElse(ValidationError):
    """A client id was used again for other words: somebody went back to a page and changed what they had sent."""


class ThreadIsClosed(ValidationError):
    """A host has closed the thread to replies."""


def begin_thread(
    *,
    by: Person,
    network: Network,
    title: str,
    body: str,
    client_id: UUID,
    at: datetime,
    sensitive_note: str = "",
    pictures: GivenPictures = NONE,
) -> Thread:
    """Begin a thread with its first post; the same `client_id` again returns the thread it began."""
    with drawn_anew(pictures, by=by, at=at) as drawn, transaction.atomic():
        author = author_in(network, by, at)
        post = open_thread(
            author=author, title=title, body=body, client_id=client_id, at=at, sensitive_note=sensitive_note
        )
        _give(post, drawn, pictures.alts, at)
    return post.thread


def post_reply(
    *,
    by: Person,
    thread: Thread,
    body: str,
    client_id: UUID,
    at: datetime,
    sure: bool = False,
    pictures: GivenPictures = NONE,
) -> Post:
    """Add a reply; the same `client_id` again returns the post it made.

    Contact details where people arrange something raise `DetailsAreIn`, unless the writer is `sure`.
    """
    with drawn_anew(pictures, by=by, at=at) as drawn, transaction.atomic():
        post = _reply(author_in(thread.network, by, at), thread, body, client_id, at, sure=sure)
        _give(post, drawn, pictures.alts, at)
    return post


def _give(post: Post, drawn: Sequence[Picture], alts: Sequence[str], at: datetime) -> None:
    """Its pictures for a post just written; one that was written before has them, or it was another.

    What is said to be seen on them is looked at as all words are, once it can be shown with them.
    """
    if post.is_new:
        keep_pictures(post, drawn, alts)
        if look_for_worries(post=post, at=at, said="\n".join(alts)):
            post.calls_for_help = post.thread.calls_for_help = True
    elif drawn and not has_the_same(post, drawn):
        raise WroteSomethingElse(POSTED_BEFORE)


def _reply(author: Membership, thread: Thread, body: str, client_id: UUID, at: datetime, *, sure: bool) -> Post:
    if post := _written_before(author, client_id, thread.title, body):
        return post
    # The lock holds until the commit, so no two posts get one number and none is left out.
    locked = (
        Thread.objects.select_for_update(of=("self",)).select_related("network", "begun_by__person").get(pk=thread.pk)
    )
    if locked.closed_at is not None:
        raise ThreadIsClosed("A host has closed this thread. You can read it, and begin another one.")
    must_be_heard(author, locked)
    ask_about_details(locked.kind, body, sure=sure)
    return _write(author, locked, body, client_id, at)


def open_thread(
    *,
    author: Membership,
    title: str,
    body: str,
    client_id: UUID,
    at: datetime,
    kind: str = Thread.Kind.TALK,
    sensitive_note: str = "",
    places: Iterable[Membership] = (),
    sure: bool = False,
) -> Post:
    """The opening post of a new thread of this kind, in the caller's transaction, by an author from `author_in`.

    The same `client_id` again returns the post it made; the caller finds what belongs to it by its thread. `places`
    are of those who read a private one, the author among them; `sure` as in `post_reply`.
    """
    if post := _written_before(author, client_id, title, body):
        return post
    ask_about_details(kind, f"{title}\n{body}", sure=sure)
    thread = Thread.objects.create(
        network=author.network,
        begun_by=author,
        kind=kind,
        title=title,
        sensitive_note=sensitive_note,
        began_at=at,
        last_at=at,
    )
    ThreadPlace.objects.bulk_create(ThreadPlace(thread=thread, membership=one) for one in places)
    return _write(author, thread, body, client_id, at)


def _written_before(author: Membership, client_id: UUID, title: str, body: str) -> Post | None:
    written = Post.objects.filter(author=author, client_id=client_id).select_related("thread").first()
    is_as_sent = written and not written.edited_at and written.state != Standing.WITHDRAWN
    if written and is_as_sent and (written.thread.title, written.body) != (title, body):
        raise WroteSomethingElse(POSTED_BEFORE)
    return written


def _write(author: Membership, thread: Thread, body: str, client_id: UUID, at: datetime) -> Post:
    state = _first_state(author, thread)
    thread.last_seq += 1
    thread.last_at = at
    if thread.last_seq == 1:
        thread.standing = state
    thread.save(update_fields=["last_seq", "last_at", "standing"])
    post = Post.objects.create(
        thread=thread,
        seq=thread.last_seq,
        author=author,
        client_id=client_id,
        body=body,
        posted_at=at,
        state=state,
    )
    remember(post, machine=POST, before="", by=author.person, at=at, about=None)
    # Whoever has a place in a private thread is told of every reply anyway.
    if thread.kind != Thread.Kind.PRIVATE:
        follow_as(author, thread, at=at)
    if post.seq > 1 or thread.kind == Thread.Kind.TALK:
        let_go_of_draft(author, thread if post.seq > 1 else None)
    post.is_new = True
    keep_mentions(post)
    tell_mentioned(post, at=at)
    post.calls_for_help = thread.calls_for_help = look_for_worries(post=post, at=at)
    if thread.kind == Thread.Kind.PRIVATE:
        tell_the_others(post, at)
    if state == Standing.WAITING:
        tell_of_waiting(post, at)
    tell(who_hears_of(post), _news_of(post))
    return post


def _news_of(post: Post) -> dict[str, object]:
    """No word of it: pages fetch what they may see."""
    thread = post.thread
    facts = {"network": thread.network_id, "kind": thread.kind, "thread": thread.pk, "seq": post.seq}
    return {"type": "thread.posted", **facts}


def _first_state(author: Membership, thread: Thread) -> Standing:
    """A private thread has no readers whom a first look would protect, and its posts can be reported."""
    is_private = thread.kind == Thread.Kind.PRIVATE
    return Standing.WAITING if needs_a_first_look(author) and not is_private else Standing.SHOWN
