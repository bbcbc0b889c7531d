"""Threads from elsewhere: all or none, under new names, and twice changes nothing."""

import pytest

from networks.imports import ImportedPost, ImportedThread
from networks.models import Membership, Network, Post, Thread
from networks.operations import Imported, ThreadsAreFaulty, import_threads, join
from people.models import Person
from tests.fixtures import NOW
from tests.networks.conftest import enter, make_network, reply

NIGHTS = ImportedThread(
    2, "t1", "Nights", [ImportedPost(2, "m1", "How?"), ImportedPost(3, "a1", "So."), ImportedPost(4, "m1", "Ah.")]
)
DAYS = ImportedThread(5, "t2", "Days", [ImportedPost(5, "m2", "Well?"), ImportedPost(6, "a1", "So.")])


def bring(network: Network, *threads: ImportedThread) -> Imported:
    return import_threads(by=None, network=network, threads=threads, at=NOW)


def test_threads_come_with_their_authors_and_order(carers: Network) -> None:
    assert bring(carers, NIGHTS, DAYS) == Imported(people=3, threads=2, posts=5)

    nights = Thread.objects.get(reference="t1")
    assert (nights.title, nights.last_seq, nights.begun_by.person.reference) == ("Nights", 3, "m1")
    posts = nights.posts.values_list("seq", "author__person__reference", "body")
    assert list(posts) == [(1, "m1", "How?"), (2, "a1", "So."), (3, "m1", "Ah.")]


def test_authors_get_names_that_link_to_nothing_and_cannot_sign_in(carers: Network) -> None:
    bring(carers, NIGHTS, DAYS)
    other = make_network("Walkers")
    bring(other, ImportedThread(2, "t9", "Walks", [ImportedPost(2, "m1", "Where?")]))

    one = Person.objects.get(reference="m1")
    names = {one.chosen_name, *one.memberships.values_list("chosen_name", flat=True)}
    assert len(names) == 3
    assert (one.email, one.has_usable_password()) == (None, False)


def test_importing_twice_changes_nothing(carers: Network) -> None:
    bring(carers, NIGHTS, DAYS)
    before = list(Post.objects.order_by("pk").values())

    assert bring(carers, NIGHTS, DAYS) == Imported(people=0, threads=0, posts=0)
    assert list(Post.objects.order_by("pk").values()) == before
    assert Membership.objects.count() == 3


def test_what_is_new_in_a_thread_is_added_at_its_end_also_after_people_wrote_in_it(
    ada: Person, carers: Network
) -> None:
    bring(carers, NIGHTS)
    join(by=ada, network=carers, chosen_name="Heron", at=NOW)
    thread = Thread.objects.get(reference="t1")
    reply(ada, thread, "And now?")
    longer = ImportedThread(2, "t1", "Nights", [*NIGHTS.posts, ImportedPost(5, "a2", "More.")])

    assert bring(carers, longer) == Imported(people=1, threads=0, posts=1)
    assert list(thread.posts.values_list("seq", "body"))[-2:] == [(4, "And now?"), (5, "More.")]


def test_people_we_know_keep_their_place(ada: Person, carers: Network) -> None:
    Person.objects.filter(pk=ada.pk).update(reference="m1")
    heron = enter(ada, carers, "Heron", state=Membership.State.LEFT)

    assert bring(carers, NIGHTS).people == 1
    heron.refresh_from_db()
    assert (heron.chosen_name, heron.state, heron.posts.count()) == ("Heron", "left", 2)


def test_nothing_is_kept_when_something_is_wrong(ada: Person, carers: Network) -> None:
    bring(make_network("Walkers"), DAYS)
    Person.objects.filter(pk=ada.pk).update(reference="m1", age_group="under_18")

    with pytest.raises(ThreadsAreFaulty) as caught:
        bring(carers, NIGHTS, DAYS)

    assert caught.value.messages == [
        "Line 2, author: this person is not of the age the network is for",
        "Line 4, author: this person is not of the age the network is for",
        "Line 5, thread: this thread is in another network already",
    ]
    assert carers.threads.count() == 0
