"""How posts look to one reader: what of each is theirs, what they may do with it, and what others felt about it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from django.db.models import prefetch_related_objects

from networks import rules
from networks.models import Membership, Mention, Picture, Post, Reaction
from networks.models.standing import Standing
from networks.queries.attention import Attention
from safeguarding.queries import blocked_ids

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
class Felt:
    """How many felt so about a post, whether its reader is among them, and who, which only the author is told."""

    kind: Reaction.Kind
    count: int
    is_mine: bool
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class PostOnPage:
    """A post and what its reader is shown with it; `standing` says why others do not see it."""

    post: Post
    is_mine: bool
    standing: str
    felt: tuple[Felt, ...]
    mentioned: frozenset[str]
    is_answer: bool
    may_edit: bool
    may_take_back: bool
    may_react: bool
    may_see_earlier: bool
    may_solve: bool
    # What of it the reader has muted, in words; then it is folded.
    muted: str = ""

    @property
    def is_withdrawn(self) -> bool:
        return self.post.state == Standing.WITHDRAWN

    @property
    def pictures(self) -> list[Picture]:
        return [] if self.post.state in (Standing.WITHDRAWN, Standing.HIDDEN) else list(self.post.pictures.all())

    @property
    def unfelt(self) -> list[Reaction.Kind]:
        """The ways in which nobody has reacted yet."""
        return [kind for kind in Reaction.Kind if kind not in {one.kind for one in self.felt}]


def drawn(posts: Iterable[Post], reader: Membership, attention: Attention | None = None) -> list[PostOnPage]:
    """The posts as `reader` sees them, in the same order; a fixed number of queries, however many there are.

    With `attention`, what they muted is folded.
    """
    found = list(posts)
    prefetch_related_objects(found, "pictures")
    reactions = _reactions_to(found, attention.apart if attention else blocked_ids(reader.person))
    names = _names_in(found)
    return [
        _drawn(
            post,
            reader,
            reactions[post.pk],
            mentioned=frozenset(names[post.pk]),
            muted=attention.why_muted(post) if attention else "",
        )
        for post in found
    ]


def _reactions_to(posts: list[Post], apart: set[int]) -> dict[int, list[Reaction]]:
    """By the id of the post; without those by people with whom there is a block."""
    found: dict[int, list[Reaction]] = defaultdict(list)
    reactions = Reaction.objects.filter(post__in=[post.pk for post in posts]).select_related("by")
    for one in reactions.exclude(by__person__in=apart):
        found[one.post_id].append(one)
    return found


def _names_in(posts: list[Post]) -> dict[int, set[str]]:
    """Whom each post names, by its id."""
    found: dict[int, set[str]] = defaultdict(set)
    mentions = Mention.objects.named().filter(post__in=[post.pk for post in posts])
    for post, name in mentions.values_list("post_id", "membership__chosen_name"):
        found[post].add(name)
    return found


def _drawn(
    post: Post, reader: Membership, reactions: Collection[Reaction], *, mentioned: frozenset[str], muted: str
) -> PostOnPage:
    is_mine = post.author_id == reader.pk
    words = TO_ITS_AUTHOR if is_mine else TO_A_HOST
    return PostOnPage(
        post=post,
        is_mine=is_mine,
        standing=words.get(Standing(post.state), ""),
        felt=tuple(_felt(reactions, reader, with_names=is_mine)),
        mentioned=mentioned,
        is_answer=post.thread.answer_id == post.pk,
        may_edit=rules.may_edit(reader, post),
        may_take_back=rules.may_take_back(reader, post),
        may_react=rules.may_react(reader, post),
        may_see_earlier=post.edited_at is not None and rules.may_see_earlier(reader, post),
        may_solve=post.seq > 1 and post.state == Standing.SHOWN and rules.may_solve(reader, post.thread),
        muted=muted,
    )


def _felt(reactions: Collection[Reaction], reader: Membership, *, with_names: bool) -> Iterator[Felt]:
    for kind in Reaction.Kind:
        by = [one.by for one in reactions if one.kind == kind]
        if by:
            names = tuple(one.chosen_name for one in by) if with_names else ()
            yield Felt(kind, len(by), any(one.pk == reader.pk for one in by), names)
