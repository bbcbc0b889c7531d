"""The posts of a thread with what belongs to them, for any page that has a discussion on it."""

from dataclasses import dataclass

from django.core.paginator import Page
from django.http import Http404
from django.utils import timezone

from networks import operations, queries, rules
from networks.forms import ReplyForm
from networks.models import Membership, Post, Thread
from networks.queries import PostOnPage
from networks.rules import NOBODY_LEFT
from people.requests import SignedIn


@dataclass(frozen=True)
class Discussion:
    """What `networks/components/discussion.html` draws.

    `opening` is the first post where the page draws it apart from the replies. `is_behind_note`: the thread is about
    something hard and its reader has not pressed to open it, so nothing of it is on the page.
    """

    thread: Thread
    membership: Membership
    form: ReplyForm
    page: Page[int] | None = None
    posts: tuple[PostOnPage, ...] = ()
    opening: PostOnPage | None = None
    is_behind_note: bool = False
    follows: bool = False
    is_muted: bool = False
    # The reply that answered what was asked.
    answer: Post | None = None
    # Who else reads it, where only a few do.
    others: tuple[Membership, ...] = ()
    # What its reader just wrote made one think of them.
    help_now: bool = False

    @property
    def must_agree(self) -> bool:
        """The house agreement has changed, and they have not agreed to it yet."""
        me = self.membership
        return me is not None and me.agreed_version < self.thread.network.agreement_version

    @property
    def may_reply(self) -> bool:
        return not self.stopped_by

    @property
    def stopped_by(self) -> str:
        """Why nothing more can be said in it."""
        if self.thread.closed_at is not None:
            return "A host has closed this to replies. You can still read it."
        if self.thread.kind == Thread.Kind.PRIVATE and not self.others:
            return NOBODY_LEFT
        return ""

    @property
    def may_arrange(self) -> bool:
        return rules.may_arrange(self.membership, self.thread)

    @property
    def may_note(self) -> bool:
        return rules.may_note(self.membership, self.thread)


def discussion_of(
    request: SignedIn, thread: Thread, *, form: ReplyForm | None = None, opening_apart: bool = False
) -> Discussion:
    """The page of the discussion that the request asks for, as `request.user` sees it.

    With `opening_apart` the first post is not among the posts, for a page that shows it elsewhere.
    """
    attention = queries.attention_of(request.user, timezone.now(), thread.network)
    me = reader_of(attention)
    form = form or reply_form(request, thread)
    if _is_behind_note(request, thread, me):
        return Discussion(thread, me, form, is_behind_note=True)
    page, posts = queries.page_of_posts(thread, request.user, request.GET.get("page", 1))
    shown = queries.drawn(posts, me, attention)
    opening = None
    if opening_apart:
        opening = next(iter(queries.drawn(queries.post_at(thread, request.user, 1), me, attention)), None)
        shown = [one for one in shown if one.post.seq > 1]
    if request.method == "GET":
        operations.read_up_to(by=request.user, thread=thread, seq=page.end_index(), at=attention.at)
    follows = queries.follows(request.user, thread)
    is_muted = thread.pk in attention.muted_threads
    answer = queries.answer_to(thread, request.user)
    others = tuple(queries.others_between(thread, request.user)) if thread.kind == Thread.Kind.PRIVATE else ()
    return Discussion(
        thread,
        me,
        form,
        page,
        tuple(shown),
        opening,
        follows=follows,
        is_muted=is_muted,
        answer=answer,
        others=others,
        help_now="help" in request.GET,
    )


def reader_of(attention: queries.Attention) -> Membership:
    """Whoever reads here; 404 where they have left since the thread was found for them."""
    if attention.membership is None:
        raise Http404
    return attention.membership


def reply_form(request: SignedIn, thread: Thread) -> ReplyForm:
    """What was sent, or what somebody had begun to write here."""
    if request.method == "POST":
        return ReplyForm(request.POST, request.FILES)
    draft = queries.draft_of(request.user, thread.network, thread)
    return ReplyForm(initial={"body": draft.body} if draft else None)


def _is_behind_note(request: SignedIn, thread: Thread, me: Membership) -> bool:
    """Whoever began it knows what it is about, and whoever has just written in it has opened it."""
    began_it = thread.begun_by_id == me.pk
    opened = request.method == "POST" or request.GET.get("open") == "1"
    return bool(thread.sensitive_note) and not began_it and not opened
