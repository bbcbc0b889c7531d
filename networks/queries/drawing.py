"""How posts look to one reader: what of each is theirs, and what is said in place of words that are kept back."""

from collections.abc import Iterable
from dataclasses import dataclass

from networks.models import Membership, Post
from networks.models.standing import Standing
from networks.queries.attention import Attention

# For the author, and for others who see a post that is not there for all: the hosts.
TO_ITS_AUTHOR = {
    Standing.WAITING: "A moderator reads this first. You see it, others do not yet.",
    Standing.HELD: "This is kept back until somebody has looked at it. You see it, others do not.",
    Standing.HIDDEN: "A moderator has hidden this. You see it, others do not.",
}
TO_A_HOST = {
    Standing.WAITING: "Waits to be read by a moderator. Members do not see it yet.",
    Standing.HELD: "Kept back until somebody has looked. Members do not see it.",
    Standing.HIDDEN: "Hidden by a moderator. Members do not see it.",
}


@dataclass(frozen=True)
class PostOnPage:
    """A post and what its reader is shown with it; `standing` says why others do not see it."""

    post: Post
    is_mine: bool
    standing: str
    # What of it the reader has muted, in words; then it is folded.
    muted: str = ""

    @property
    def is_withdrawn(self) -> bool:
        return self.post.state == Standing.WITHDRAWN


def drawn(posts: Iterable[Post], reader: Membership | None, attention: Attention | None = None) -> list[PostOnPage]:
    """The posts as `reader` sees them, in the same order; with `attention`, what they muted is folded."""
    return [_drawn(post, reader, attention) for post in posts]


def _drawn(post: Post, reader: Membership | None, attention: Attention | None) -> PostOnPage:
    is_mine = reader is not None and post.author_id == reader.pk
    words = TO_ITS_AUTHOR if is_mine else TO_A_HOST
    muted = attention.why_muted(post) if attention else ""
    return PostOnPage(post, is_mine, words.get(Standing(post.state), ""), muted)
