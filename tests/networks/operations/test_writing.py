"""Beginning threads and replying: in order, once, and heard by those who are there."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connections

from messaging.files import GivenFile
from networks.models import Membership, Network, Post, Thread
from networks.operations import (
    GivenPictures,
    MayNotPost,
    TooManyPictures,
    WroteSomethingElse,
    begin_thread,
    leave,
    post_reply,
)
from people.models import Person
from safeguarding.operations import block
from tests.fixtures import NOW, Ear
from tests.networks.conftest import reply

LATER = NOW + timedelta(hours=1)


def test_a_thread_begins_with_its_first_post(ada: Person, heron: Membership) -> None:
    thread = begin_thread(by=ada, network=heron.network, title="Nights", body="Well?", client_id=uuid4(), at=NOW)

    thread.refresh_from_db()
    assert (thread.begun_by, thread.last_seq, thread.last_at) == (heron, 1, NOW)
    assert [(post.seq, post.author, post.body) for post in thread.posts.all()] == [(1, heron, "Well?")]


def test_a_post_has_no_more_than_a_few_pictures(ada: Person, nights: Thread) -> None:
    five = GivenPictures([GivenFile("moon.png", b"")] * 5, [""] * 5)
    with pytest.raises(TooManyPictures, match="can have 4"):
        post_reply(by=ada, thread=nights, body="Look.", client_id=uuid4(), at=NOW, pictures=five)


def test_replies_are_numbered_without_a_gap(ada: Person, ben: Person, wren: Membership, nights: Thread) -> None:
    for person in (ben, ada, ben):
        reply(person, nights)
    post_reply(by=ada, thread=nights, body="Last.", client_id=uuid4(), at=LATER)

    nights.refresh_from_db()
    assert [post.seq for post in nights.posts.all()] == [1, 2, 3, 4, 5]
    assert (nights.last_seq, nights.last_at) == (5, LATER)


def test_the_same_client_id_again_writes_nothing_twice(ada: Person, heron: Membership, nights: Thread) -> None:
    same = uuid4()
    first = post_reply(by=ada, thread=nights, body="Once.", client_id=same, at=NOW)
    assert post_reply(by=ada, thread=nights, body="Once.", client_id=same, at=LATER) == first

    another = uuid4()
    begun = [
        begin_thread(by=ada, network=heron.network, title="T", body="B", client_id=another, at=NOW) for _ in range(2)
    ]
    assert begun[0] == begun[1]
    assert Post.objects.count() == 3


def test_the_same_client_id_with_other_words_loses_nothing_in_silence(ada: Person, nights: Thread) -> None:
    same = uuid4()
    post_reply(by=ada, thread=nights, body="Once.", client_id=same, at=NOW)

    with pytest.raises(WroteSomethingElse):
        post_reply(by=ada, thread=nights, body="Something else.", client_id=same, at=NOW)


def test_two_people_may_have_the_same_client_id(ada: Person, ben: Person, wren: Membership, nights: Thread) -> None:
    same = uuid4()
    for person in (ada, ben):
        post_reply(by=person, thread=nights, body="Hello.", client_id=same, at=NOW)

    assert nights.posts.count() == 3


def test_only_members_write(ada: Person, ben: Person, wren: Membership, eve: Person, nights: Thread) -> None:
    leave(by=ben, network=wren.network, at=NOW)

    for person in (ben, eve):
        with pytest.raises(MayNotPost):
            reply(person, nights)
        with pytest.raises(MayNotPost):
            begin_thread(by=person, network=nights.network, title="T", body="B", client_id=uuid4(), at=NOW)
    assert Post.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_many_at_once_leave_no_gap_and_copies_make_one_post(
    ada: Person, ben: Person, wren: Membership, nights: Thread
) -> None:
    copy = uuid4()
    # Each request has loaded the thread before any of the others wrote.
    loaded = [Thread.objects.get(pk=nights.pk) for _ in range(24)]

    def write(number: int) -> None:
        try:
            client_id: UUID = copy if number % 2 else uuid4()
            author = ada if number % 2 else ben
            post_reply(by=author, thread=loaded[number], body="Hello.", client_id=client_id, at=NOW)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(24)))

    assert [post.seq for post in nights.posts.all()] == list(range(1, 15))
    assert nights.posts.filter(client_id=copy).count() == 1


@pytest.mark.django_db(transaction=True)
def test_members_hear_of_it_after_the_commit_and_a_blocked_person_does_not(
    ear: Ear, ada: Person, ben: Person, cleo: Person, eve: Person, carers: Network, nights: Thread
) -> None:
    for person, name in ((ben, "Wren"), (cleo, "Robin")):
        Membership.objects.create(person=person, network=carers, chosen_name=name, state="joined", since=NOW)
    block(by=cleo, person=ada, known_as="Heron", at=NOW)
    ear.heard.clear()

    reply(ada, nights)

    [news] = ear.heard
    where = {"network": carers.pk, "kind": "talk", "thread": nights.pk}
    assert json.loads(news.text) == {"type": "thread.posted", "seq": 2} | where
    assert (ben.pk in news.people, {cleo.pk, eve.pk} & set(news.people)) == (True, set())
