"""Following: one notice until somebody has looked, and never of what is not theirs to see."""

from datetime import timedelta

import pytest

from messaging.models import Notice
from networks.models import Following, Membership, Post, Thread, ThreadPlace
from networks.operations import MayNotPost, follow, read_up_to, tell_of_new_posts, unfollow
from people.models import Person
from tests.fixtures import NOW
from tests.networks.conftest import enter, reply
from tests.networks.unseen import UNSEEN

SOON = NOW + timedelta(minutes=1)
LATER = NOW + timedelta(hours=1)


def said(by: Person, thread: Thread, body: str = "A reply.") -> Post:
    post = reply(by, thread, body)
    Post.objects.filter(pk=post.pk).update(posted_at=SOON)
    Thread.objects.filter(pk=thread.pk).update(last_at=SOON)
    return post


def told() -> list[tuple[str, str]]:
    return list(
        Notice.objects.filter(subject="New replies where you follow")
        .order_by("pk")
        .values_list("person__chosen_name", "path")
    )


@pytest.fixture
def path(nights: Thread) -> str:
    return f"/networks/carers/threads/{nights.pk}/"


def test_who_begins_or_replies_follows_and_is_told_once_until_they_look(
    ada: Person, ben: Person, wren: Membership, nights: Thread, path: str
) -> None:
    said(ben, nights)
    said(ben, nights)

    assert [tell_of_new_posts(at=LATER) for _ in range(2)] == [1, 0]
    assert told() == [("Ada", path)]

    said(ben, nights)
    assert tell_of_new_posts(at=LATER) == 0
    read_up_to(by=ada, thread=Thread.objects.get(pk=nights.pk), seq=4, at=LATER)
    # The notice led here, so it is read too.
    assert Notice.objects.unread().filter(person=ada).count() == 0
    assert tell_of_new_posts(at=LATER) == 0
    said(ben, nights)
    assert tell_of_new_posts(at=LATER) == 1
    said(ada, nights)
    assert tell_of_new_posts(at=LATER) == 1
    assert told() == [("Ada", path), ("Ada", path), ("Ben", path)]


def test_the_notice_says_nothing_of_where_or_what(ada: Person, ben: Person, wren: Membership, nights: Thread) -> None:
    said(ben, nights, "SECRET")
    tell_of_new_posts(at=LATER)

    notice = Notice.objects.get(person=ada)
    assert not [word for word in ("SECRET", "Nights", "Carers", "Wren", "Ben") if word in notice.subject + notice.body]


def test_nobody_is_told_while_it_is_fresh(ada: Person, ben: Person, wren: Membership, nights: Thread) -> None:
    said(ben, nights)

    assert tell_of_new_posts(at=SOON) == 0


def test_others_follow_and_stop_by_themselves(
    ada: Person, ben: Person, cleo: Person, eve: Person, nights: Thread
) -> None:
    enter(cleo, nights.network, "Robin")
    for _ in range(2):
        follow(by=cleo, thread=nights, at=NOW)
    said(ada, nights)
    with pytest.raises(MayNotPost):
        follow(by=eve, thread=nights, at=NOW)

    assert tell_of_new_posts(at=LATER) == 1
    unfollow(by=cleo, thread=nights)
    assert list(Following.objects.values_list("membership__person", flat=True)) == [ada.pk]


@pytest.mark.parametrize("what", UNSEEN)
def test_nobody_is_told_of_what_they_do_not_see(
    ada: Person, ben: Person, heron: Membership, wren: Membership, nights: Thread, what: str
) -> None:
    said(ben, nights)

    UNSEEN[what](nights, heron, wren)

    assert tell_of_new_posts(at=LATER) == 0
    assert told() == []


def test_who_has_a_place_is_told_of_what_is_private(
    ada: Person, ben: Person, heron: Membership, wren: Membership, nights: Thread
) -> None:
    Thread.objects.update(kind="private")
    ThreadPlace.objects.bulk_create(ThreadPlace(thread=nights, membership=one) for one in (heron, wren))
    said(ben, Thread.objects.get(pk=nights.pk))

    assert tell_of_new_posts(at=LATER) == 1
