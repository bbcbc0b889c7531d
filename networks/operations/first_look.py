"""The first look: a moderator reads what somebody new has written before others do, and lets it through."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.urls import reverse

from messaging.models import Notice
from messaging.operations import write_notice
from networks.models import Membership, Network, Post
from networks.models.standing import Standing
from networks.operations.evidence import evidence_of_post
from networks.operations.places import tell_of_new_words
from networks.operations.reading import becomes_new
from networks.operations.standing import let_stand
from networks.queries import coordinators_for, networks_with_late_posts, posts_waiting
from networks.rules import has_a_host
from people.errors import HasMovedOn
from people.models import Person
from safeguarding.operations import hide_at_first_look

ANSWERED = "Somebody has read this one already."


class MayNotLook(PermissionDenied):
    """Hosts read first what others wrote, and coordinators what waits too long."""


@transaction.atomic
def let_through(*, by: Person, post: Post, at: datetime) -> None:
    """Let everybody read it from now on, in its old place in the thread; of two who answer at once one wins."""
    must_be_theirs_to_read(by, post, at)
    let_stand(post, Standing.SHOWN, by=by, at=at)
    Membership.objects.filter(pk=post.author_id).update(posts_let_through=F("posts_let_through") + 1)
    has_become_visible(post, at=at)


@transaction.atomic
def hide_instead(*, by: Person, post: Post, reason: str, words: str, at: datetime) -> None:
    """Do not let it through, because: it is hidden by a measure, which its writer is told and may appeal against."""
    must_be_theirs_to_read(by, post, at)
    hide_at_first_look(
        by=by,
        about=post.author.person,
        reason=reason,
        words=words,
        evidence=evidence_of_post(post),
        scope=post.thread.network.scope,
        at=at,
    )


def must_be_theirs_to_read(by: Person, post: Post, at: datetime) -> None:
    """Raise `HasMovedOn` where it waits no longer, `MayNotLook` where it is for somebody else to read."""
    state = Post.objects.select_for_update(of=("self",)).values_list("state", flat=True).get(pk=post.pk)
    if state != Standing.WAITING:
        raise HasMovedOn(ANSWERED)
    if not posts_waiting(by, at).filter(pk=post.pk).exists():
        raise MayNotLook("Somebody else reads this one first.")


def has_become_visible(post: Post, *, at: datetime) -> None:
    """What happens once when others can read a post that had to wait: it is new to them, and its writer is told.

    Who has a place in an event is told here of the new words with which it had to wait.

    Whom it names `let_stand` has told by then, and the sweep tells who follows the thread.
    """
    becomes_new(post, at=at)
    tell_of_new_words(post, at=at)
    write_notice(
        person=post.author.person,
        kind=Notice.Kind.NETWORKS,
        subject="What you wrote is there for all",
        body="You wrote something in a network, and a moderator has read it first. Everybody there can read it now.",
        path=reverse("thread", args=[post.thread.network.slug, post.thread_id]),
        at=at,
    )


def tell_of_waiting(post: Post, at: datetime) -> None:
    """A notice to each host for whom it waits, or to the coordinators where there is none; one while it is unread."""
    network = post.thread.network
    hosts = network.memberships.hosts().filter(person__is_active=True).exclude(pk=post.author_id)
    readers = [one.person for one in hosts.select_related("person")] if has_a_host(network) else []
    _tell(network, readers or list(coordinators_for(network)), at)


def remind_of_waiting_posts(*, at: datetime) -> None:
    """Where something has waited for a day: a notice to the hosts, and to the coordinators, who read it now too."""
    for network in networks_with_late_posts(at):
        hosts = network.memberships.hosts().filter(person__is_active=True).select_related("person")
        _tell(network, [*coordinators_for(network), *(one.person for one in hosts)], at)


def _tell(network: Network, readers: list[Person], at: datetime) -> None:
    path = reverse("posts_waiting", args=[network.slug])
    told = Notice.objects.unread().filter(person__in=readers, path=path).values_list("person_id", flat=True)
    for person in {one.pk: one for one in readers if one.pk not in set(told)}.values():
        write_notice(
            person=person,
            kind=Notice.Kind.NETWORKS,
            subject="Somebody waits for a first look",
            body="Somebody has written in a network you look after. You or another moderator reads it first.",
            path=path,
            at=at,
        )
