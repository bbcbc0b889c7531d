"""Verbs of what one wrote oneself: change the words, take them back. What was said before is kept for moderators."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from networks.models import EarlierPost, Post, Thread
from networks.models.standing import Standing
from networks.operations.authors import author_in, member_in
from networks.operations.between import ask_about_details
from networks.operations.evidence import words_of
from networks.operations.mentioning import keep_mentions, tell_mentioned
from networks.operations.places import tell_of_new_words
from networks.operations.screening import look_for_worries
from networks.operations.standing import let_stand, tell_changed
from networks.rules import goes_back_to_a_first_look, may_edit, may_take_back
from people.models import Person

# What a thread is called whose first words were taken back: the title was part of them.
TAKEN_BACK = "Taken back"


class MayNotChange(PermissionDenied):
    """It is somebody else's, or it is kept back or taken back."""


@transaction.atomic
def edit_post(*, by: Person, post: Post, body: str, at: datetime, title: str = "", sure: bool = False) -> Post:
    """Put other words in the place of one's own; the first post of a thread has its title with it.

    Where a moderator reads first, they read it again before others do.
    """
    author = author_in(post.thread.network, by, at)
    now = hold_post(post)
    if not may_edit(author, now):
        raise MayNotChange("You can change what you wrote yourself, while it is not kept back.")
    ask_about_details(now.thread.kind, f"{title}\n{body}", sure=sure)
    change_words(now, body=body, title=title, at=at)
    return now


@transaction.atomic
def take_back_post(*, by: Person, post: Post, at: datetime) -> Post:
    """Take back what one wrote; a line without words stays, so that the answers make sense. Twice changes nothing.

    Possible for who only reads here for some days, too: nobody has to leave standing what they regret.
    """
    me = member_in(post.thread.network, by)
    now = hold_post(post)
    if now.author_id == me.pk and now.state == Standing.WITHDRAWN:
        return now
    if not may_take_back(me, now):
        raise MayNotChange("You can take back what you wrote yourself, unless a moderator has hidden it.")
    withdraw_words(now, by=by, at=at)
    return now


def hold_post(post: Post) -> Post:
    """The post as it is now, locked; whoever changes it waits for us, and its thread is changed after it."""
    held = Post.objects.select_for_update(of=("self",))
    related = held.select_related("author__person", "author__network", "thread__network", "thread__begun_by__person")
    return related.get(pk=post.pk)


def change_words(post: Post, *, body: str, at: datetime, title: str = "") -> None:
    """Change the words of a post from `hold_post`, in the transaction of whoever knows that it may be done.

    In this order: the earlier words are kept, the new ones written and read by the screening; then it goes back to a
    first look, or those it names newly are told, and who comes to the event it begins. The same words again change
    nothing.
    """
    title = (title if post.seq == 1 else "") or post.thread.title
    if (post.body, post.thread.title) == (body, title):
        return
    EarlierPost.objects.create(post=post, body=words_of(post), until=at)
    post.body, post.edited_at = body, at
    post.save(update_fields=["body", "edited_at"])
    if post.thread.title != title:
        post.thread.title = title
        post.thread.save(update_fields=["title"])
    keep_mentions(post)
    post.calls_for_help = look_for_worries(post=post, at=at)
    if goes_back_to_a_first_look(post):
        let_stand(post, Standing.WAITING, by=post.author.person, at=at)
    else:
        tell_mentioned(post, at=at)
        tell_of_new_words(post, at=at)
        tell_changed(post)


def withdraw_words(post: Post, *, by: Person, at: datetime) -> None:
    """Leave nothing of a post from `hold_post` but that it was there, in the caller's transaction."""
    EarlierPost.objects.create(post=post, body=words_of(post), until=at)
    post.body = ""
    post.save(update_fields=["body"])
    keep_mentions(post)
    Thread.objects.filter(answer=post).update(answer=None)
    if post.seq == 1:
        post.thread.title = TAKEN_BACK
        post.thread.save(update_fields=["title"])
    let_stand(post, Standing.WITHDRAWN, by=by, at=at)
