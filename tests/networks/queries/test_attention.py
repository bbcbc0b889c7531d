"""What is new to whom, what is muted, and lists that go on without being counted."""

from datetime import timedelta
from typing import Any

import pytest

from networks import queries
from networks.models import Membership, Muting, Network, Post, Reading, Thread, ThreadPlace
from networks.operations import read_all, read_up_to
from networks.queries.attention import IS_NEW_FOR, pattern
from networks.queries.threads import THREADS_ON_A_PAGE
from people.models import Person
from safeguarding.operations import block
from tests.fixtures import NOW
from tests.networks.conftest import enter, make_network, reply

SOON = NOW + timedelta(hours=1)
LATER = NOW + timedelta(hours=2)


def new_to(person: Person, network: Network, at: Any = LATER) -> dict[str, int]:
    """How many posts are new in each thread of the list."""
    stretch = queries.stretch_of_threads(network, queries.attention_of(person, at, network))
    return {thread.title: thread.new for thread in stretch.threads}


def said(by: Person, thread: Thread, body: str = "A reply.", **facts: Any) -> Post:
    """A reply an hour after everybody came."""
    post = reply(by, thread, body)
    Post.objects.filter(pk=post.pk).update(**{"posted_at": SOON} | facts)
    Thread.objects.filter(pk=thread.pk).update(last_at=SOON)
    return post


def mute(membership: Membership, **what: Any) -> Muting:
    return Muting.objects.create(membership=membership, since=NOW, **what)


def test_what_others_wrote_since_one_came_is_new_until_one_has_read_it(
    ada: Person, ben: Person, heron: Membership, wren: Membership, nights: Thread
) -> None:
    said(ben, nights)
    said(ben, nights)

    assert (new_to(ada, nights.network), new_to(ben, nights.network)) == ({"Nights": 2}, {"Nights": 0})
    assert (queries.new_in_networks(ada, LATER), queries.new_in_networks(ben, LATER)) == ({nights.network_id: 1}, {})

    read_up_to(by=ada, thread=Thread.objects.get(pk=nights.pk), seq=2, at=LATER)
    assert new_to(ada, nights.network) == {"Nights": 1}
    read_up_to(by=ada, thread=Thread.objects.get(pk=nights.pk), seq=3, at=LATER)
    assert new_to(ada, nights.network) == {"Nights": 0}
    assert queries.new_in_networks(ada, LATER) == {}


def test_what_was_there_before_one_came_is_not_new_nor_what_is_old(
    ada: Person, ben: Person, wren: Membership, nights: Thread
) -> None:
    said(ben, nights)
    Membership.objects.filter(person=ada).update(since=LATER)

    assert new_to(ada, nights.network) == {"Nights": 0}
    Membership.objects.filter(person=ada).update(since=NOW)
    assert new_to(ada, nights.network, at=SOON + IS_NEW_FOR) == {"Nights": 0}
    assert new_to(ada, nights.network, at=SOON + IS_NEW_FOR - timedelta(seconds=1)) == {"Nights": 1}


def test_all_can_be_marked_as_read(ada: Person, ben: Person, wren: Membership, nights: Thread) -> None:
    said(ben, nights)

    read_all(by=ada, network=nights.network, at=LATER)

    assert new_to(ada, nights.network) == {"Nights": 0}
    assert queries.new_in_networks(ada, LATER) == {}
    said(ben, nights, posted_at=LATER + timedelta(minutes=1))
    Thread.objects.update(last_at=LATER + timedelta(minutes=1))
    assert new_to(ada, nights.network) == {"Nights": 1}


@pytest.mark.parametrize("state", ["waiting", "held", "hidden", "withdrawn"])
def test_what_is_not_there_for_all_is_new_to_nobody(
    ada: Person, ben: Person, cleo: Person, wren: Membership, nights: Thread, state: str
) -> None:
    enter(cleo, nights.network, "Robin", is_host=True)
    said(ben, nights, state=state)

    assert (new_to(ada, nights.network), new_to(cleo, nights.network)) == ({"Nights": 0}, {"Nights": 0})
    assert queries.new_in_networks(ada, LATER) == {}


def test_nothing_is_new_in_a_thread_that_is_kept_back(
    ada: Person, ben: Person, heron: Membership, wren: Membership, nights: Thread
) -> None:
    """A host still has it in the list: it went back to a first look after others had replied."""
    said(ben, nights)
    Membership.objects.filter(pk=heron.pk).update(is_host=True)
    Thread.objects.filter(pk=nights.pk).update(standing="waiting")

    assert new_to(ada, nights.network) == {"Nights": 0}
    assert queries.new_in_networks(ada, LATER) == {}


def test_what_a_blocked_person_wrote_is_not_new(ada: Person, ben: Person, wren: Membership, nights: Thread) -> None:
    said(ben, nights)
    block(by=ben, person=ada, known_as="Heron", at=NOW)

    assert new_to(ada, nights.network) == {"Nights": 0}
    assert queries.new_in_networks(ada, LATER) == {}


def test_a_muted_thread_is_left_out_of_list_and_count(
    ada: Person, ben: Person, heron: Membership, wren: Membership, nights: Thread
) -> None:
    said(ben, nights)
    mute(heron, thread=nights)

    assert new_to(ada, nights.network) == {}
    assert queries.new_in_networks(ada, LATER) == {}
    assert new_to(ben, nights.network) == {"Nights": 0}


def test_what_a_muted_member_writes_is_not_new_and_what_they_begin_is_not_listed(
    ada: Person, ben: Person, heron: Membership, wren: Membership, nights: Thread
) -> None:
    said(ben, nights)
    Thread.objects.create(network=nights.network, begun_by=wren, title="Days", began_at=SOON, last_at=SOON)
    mute(heron, member=wren)

    assert new_to(ada, nights.network) == {"Nights": 0}
    assert new_to(ben, nights.network) == {"Nights": 0, "Days": 0}


@pytest.mark.parametrize(
    ("word", "is_muted"),
    [
        ("cake", True),
        ("CAKE", True),
        ("cak", False),
        ("cakes", False),
        ("a.c", False),
        ("we ate", True),
        ("żółć", True),
    ],
)
def test_a_muted_word_is_a_whole_one_in_any_case(
    ada: Person, ben: Person, heron: Membership, wren: Membership, nights: Thread, word: str, is_muted: bool
) -> None:
    said(ben, nights, "Then we ate: Cake, and żółć.")
    mute(heron, word=word)

    assert new_to(ada, nights.network) == {"Nights": 0 if is_muted else 1}
    attention = queries.attention_of(ada, LATER, nights.network)
    assert bool(attention.why_muted(Post.objects.select_related("author").get(seq=2))) is is_muted


def test_a_thread_with_a_muted_word_in_its_title_is_not_listed_except_ones_own(
    ada: Person, ben: Person, heron: Membership, wren: Membership, nights: Thread
) -> None:
    mute(heron, word="nights")
    mute(wren, word="nights")

    assert (new_to(ada, nights.network), new_to(ben, nights.network)) == ({"Nights": 0}, {})


def test_a_word_muted_in_one_network_is_heard_in_another(ada: Person, ben: Person, heron: Membership) -> None:
    walkers = make_network("Walkers")
    enter(ada, walkers, "Robin")
    there = enter(ben, walkers, "Swift")
    thread = Thread.objects.create(network=walkers, begun_by=there, title="Cake", began_at=SOON, last_at=SOON)
    said(ben, thread, "Cake!")
    mute(heron, word="cake")

    assert new_to(ada, walkers) == {"Cake": 1}
    assert queries.new_in_networks(ada, LATER) == {walkers.pk: 1}


def test_what_is_private_is_new_to_those_who_have_a_place(
    ada: Person, ben: Person, cleo: Person, heron: Membership, wren: Membership, nights: Thread
) -> None:
    enter(cleo, nights.network, "Robin", is_host=True)
    Thread.objects.filter(pk=nights.pk).update(kind=Thread.Kind.PRIVATE)
    ThreadPlace.objects.bulk_create(ThreadPlace(thread=nights, membership=one) for one in (heron, wren))
    said(ben, nights)

    assert [queries.new_in_networks(one, LATER) for one in (ada, ben, cleo)] == [{nights.network_id: 1}, {}, {}]


def test_reading_never_goes_back_nor_past_the_end_and_leaves_no_trace_of_who_is_outside(
    ada: Person, eve: Person, nights: Thread
) -> None:
    for seq in (1, 999, 0):
        read_up_to(by=ada, thread=nights, seq=seq, at=NOW)
    read_up_to(by=eve, thread=nights, seq=1, at=NOW)

    assert list(Reading.objects.values_list("membership__person", "seq")) == [(ada.pk, 1)]


def test_a_list_goes_on_where_it_ended_with_nothing_twice_and_nothing_left_out(
    ada: Person, carers: Network, heron: Membership
) -> None:
    # Many of one moment, so that the time alone would not say where to go on.
    Thread.objects.bulk_create(
        Thread(
            network=carers, begun_by=heron, title=str(number), began_at=NOW, last_at=NOW + timedelta(days=number // 9)
        )
        for number in range(2 * THREADS_ON_A_PAGE + 3)
    )
    attention = queries.attention_of(ada, LATER, carers)
    pages: list[list[str]] = []
    before = ""
    while not pages or before:
        stretch = queries.stretch_of_threads(carers, attention, before=before)
        pages.append([thread.title for thread in stretch.threads])
        assert stretch.is_newest == (len(pages) == 1)
        before = stretch.older

    assert [len(page) for page in pages] == [THREADS_ON_A_PAGE, THREADS_ON_A_PAGE, 3]
    assert [title for page in pages for title in page] == [thread.title for thread in queries.threads_of(carers, ada)]


@pytest.mark.parametrize("before", ["x", "é", "MjAyNi0x", "MjAyNi0xMS0yMiwx", "=", "a" * 5000])
def test_a_place_that_is_none_begins_with_the_newest(ada: Person, nights: Thread, before: str) -> None:
    attention = queries.attention_of(ada, LATER, nights.network)

    stretch = queries.stretch_of_threads(nights.network, attention, before=before)

    assert ([thread.title for thread in stretch.threads], stretch.is_newest) == (["Nights"], True)


def test_a_pattern_takes_signs_as_they_are() -> None:
    assert pattern(["a+b", "c"]) == r"(?<!\w)(a\+b|c)(?!\w)"
