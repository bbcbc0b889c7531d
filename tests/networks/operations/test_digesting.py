"""Digests: as often as chosen, one mail for all networks, and in it no words of posts and no names."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from messaging.models import Channel, Dispatch, Notice, NoticeChoice
from networks.models import Membership, Network, Post, Thread
from networks.operations import choose_digest, send_digests
from people.models import Consent, Person
from people.operations import give_consent
from tests.fixtures import NOW
from tests.networks.conftest import enter, make_network, reply
from tests.networks.unseen import UNSEEN

SOON = NOW + timedelta(hours=1)
TOMORROW = NOW + timedelta(days=1)


def said(by: Person, thread: Thread, body: str = "A reply.") -> Post:
    post = reply(by, thread, body)
    Post.objects.filter(pk=post.pk).update(posted_at=SOON)
    return post


def digests() -> list[str]:
    return list(Notice.objects.filter(kind="digest").order_by("pk").values_list("body", flat=True))


@pytest.fixture
def chosen(ada: Person, heron: Membership, carers: Network) -> Network:
    """Ada wants a daily digest of the carers' network, which is not sensitive."""
    Network.objects.filter(pk=carers.pk).update(is_sensitive=False)
    choose_digest(by=ada, network=carers, digest="daily", at=NOW)
    return Network.objects.get(pk=carers.pk)


def test_titles_and_numbers_once_and_nothing_when_nothing_is_new(
    ada: Person, ben: Person, wren: Membership, nights: Thread, chosen: Network
) -> None:
    thread = Thread.objects.create(network=chosen, begun_by=wren, title="Days", began_at=SOON, last_at=SOON)
    said(ben, thread, "SECRET")
    said(ben, nights, "SECRET")
    said(ben, nights, "SECRET")

    assert [send_digests(at=TOMORROW) for _ in range(2)] == [1, 0]
    assert digests() == ["1 new thread:\n- Days\n2 new replies.\nVisit to read and to answer."]
    assert send_digests(at=TOMORROW + timedelta(days=1)) == 0
    assert len(digests()) == 1


def test_of_a_sensitive_network_a_mail_says_only_how_much(
    ada: Person, ben: Person, wren: Membership, nights: Thread, chosen: Network
) -> None:
    Network.objects.update(is_sensitive=True)
    said(ben, nights, "SECRET")

    assert send_digests(at=TOMORROW) == 1
    assert digests() == ["1 new thing in networks you are in.\nVisit to read and to answer."]


def test_a_title_behind_a_note_is_counted_and_not_said(
    ben: Person, wren: Membership, chosen: Network, nights: Thread
) -> None:
    thread = Thread.objects.create(
        network=chosen, begun_by=wren, title="Days", began_at=SOON, last_at=SOON, sensitive_note="About loss"
    )
    said(ben, thread)

    send_digests(at=TOMORROW)
    assert digests() == ["1 new thread.\nVisit to read and to answer."]


def test_one_mail_for_all_networks(ada: Person, ben: Person, wren: Membership, nights: Thread, chosen: Network) -> None:
    walkers = make_network("Walkers")
    enter(ada, walkers, "Robin")
    choose_digest(by=ada, network=walkers, digest="daily", at=NOW)
    there = enter(ben, walkers, "Swift")
    thread = Thread.objects.create(network=walkers, begun_by=there, title="SECRET", began_at=SOON, last_at=SOON)
    said(ben, thread)
    said(ben, nights)

    assert send_digests(at=TOMORROW) == 1
    assert digests() == ["1 new reply.\nAlso, 1 new thing in networks you are in.\nVisit to read and to answer."]


@pytest.mark.parametrize(
    ("digest", "days", "comes"),
    [
        ("quiet", 30, False),
        ("daily", 0, False),
        ("daily", 1, True),
        ("weekly", 6, False),
        ("weekly", 7, True),
    ],
)
def test_as_often_as_was_chosen(
    ada: Person, ben: Person, wren: Membership, nights: Thread, chosen: Network, digest: str, days: int, comes: bool
) -> None:
    choose_digest(by=ada, network=chosen, digest=digest, at=NOW)
    said(ben, nights)

    assert send_digests(at=NOW + timedelta(days=days, hours=2)) == comes


@pytest.mark.parametrize("what", UNSEEN)
def test_nothing_is_counted_that_one_does_not_see(
    ben: Person, heron: Membership, wren: Membership, nights: Thread, chosen: Network, what: str
) -> None:
    said(ben, nights)

    UNSEEN[what](nights, heron, wren)

    assert send_digests(at=TOMORROW) == 0
    assert digests() == []


def test_a_digest_goes_out_by_mail_though_no_other_mail_of_networks_does_and_stops_by_itself(
    ada: Person, ben: Person, wren: Membership, nights: Thread, chosen: Network
) -> None:
    give_consent(by=ada, purpose=Consent.Purpose.EMAIL, at=NOW)
    NoticeChoice.objects.create(person=ada, kind="networks", channel=Channel.EMAIL, is_wanted=False)
    said(ben, nights)
    send_digests(at=TOMORROW)
    assert list(Dispatch.objects.filter(notice__kind="digest").values_list("channel", flat=True)) == ["email"]

    NoticeChoice.objects.create(person=ada, kind="digest", channel=Channel.EMAIL, is_wanted=False)
    said(ben, nights)
    Post.objects.filter(seq=3).update(posted_at=TOMORROW + timedelta(hours=1))
    assert send_digests(at=TOMORROW + timedelta(days=1)) == 1
    assert Dispatch.objects.filter(notice__kind="digest").count() == 1


@pytest.mark.servers
@pytest.mark.django_db(transaction=True)
def test_many_workers_at_once_write_one(
    ada: Person, ben: Person, wren: Membership, nights: Thread, chosen: Network
) -> None:
    said(ben, nights)

    def send(_: int) -> int:
        try:
            return send_digests(at=TOMORROW)
        finally:
            connection.close()

    with ThreadPoolExecutor(16) as pool:
        assert sum(pool.map(send, range(16))) == 1
    assert len(digests()) == 1
