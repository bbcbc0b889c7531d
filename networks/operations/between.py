"""What holds for every post in a private thread, and for contact details wherever two arrange something."""

from datetime import datetime

from django.urls import reverse

from messaging.details import contact_details_in, warning_about
from messaging.models import Notice
from messaging.operations import DetailsAreIn, write_notice
from networks.models import Membership, Post, Thread
from networks.operations.authors import MayNotPost
from networks.queries import who_hears_of
from networks.rules import what_stops_between

# Where people who do not know each other arrange something, details are asked about once more.
ARRANGING = (Thread.Kind.PRIVATE, Thread.Kind.ASK)


def ask_about_details(kind: str, words: str, *, sure: bool) -> None:
    """Raise `DetailsAreIn` where these words give away contact details in a thread of this kind; `sure` is the yes."""
    details = [] if sure or kind not in ARRANGING else contact_details_in(words)
    if details:
        raise DetailsAreIn(warning_about(details), code="contact_details")


def must_be_heard(author: Membership, thread: Thread) -> None:
    """Raise `MayNotPost` where they have no place in a private thread, or nobody is left who would read it."""
    if stopped_by := what_stops_between(author, thread):
        raise MayNotPost(stopped_by)


def tell_the_others(post: Post, at: datetime) -> None:
    """A notice to everybody else in a private thread, unless one about it waits for them unread."""
    path = reverse("thread", args=[post.thread.network.slug, post.thread_id])
    hearing = set(who_hears_of(post)) - {post.author.person_id}
    waiting = Notice.objects.unread().filter(person__in=hearing, path=path).values_list("person_id", flat=True)
    there = Membership.objects.filter(network=post.thread.network_id, person__in=hearing - set(waiting))
    for other in there.select_related("person").order_by("pk"):
        write_notice(
            person=other.person,
            kind=Notice.Kind.NETWORKS,
            subject="Somebody wrote to you in a network",
            body="Somebody in a network you are in has written to you, where only a few can read it.",
            path=path,
            at=at,
        )
