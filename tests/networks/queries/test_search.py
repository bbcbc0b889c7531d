"""Searching networks, on both databases: only what one sees, and nothing that is kept back."""

from collections.abc import Callable

import pytest
from django.db import connection

from networks import queries
from networks.models import Membership, Muting, Network, Post, Thread, ThreadPlace
from networks.queries.search import FOUND_A_PAGE
from people.models import Person
from safeguarding.operations import block
from tests.fixtures import NOW
from tests.networks.conftest import enter, make_network, reply

ON_POSTGRESQL = connection.vendor == "postgresql"


def found(person: Person, words: str, network: Network | None = None) -> tuple[list[str], list[str]]:
    """The titles and the bodies found."""
    finds = queries.found_in_networks(person, words, at=NOW, network=network)
    return [one.thread.title for one in finds.threads], [one.post.body for one in finds.posts]


def test_titles_and_posts_are_found_the_latest_first_with_the_words_marked(
    ada: Person, ben: Person, wren: Membership, nights: Thread
) -> None:
    reply(ben, nights, "Long NIGHTS are hard.")
    reply(ada, nights, "Those nights!")

    finds = queries.found_in_networks(ben, "nights", at=NOW)

    assert found(ben, "nights") == (["Nights"], ["Those nights!", "Long NIGHTS are hard."])
    marked = "".join(f"[{part.words}]" if part.is_marked else part.words for part in finds.posts[1].parts)
    assert marked == "Long [NIGHTS] are hard."
    assert found(ben, "nowhere") == ([], [])


@pytest.mark.skipif(not ON_POSTGRESQL, reason="SQLite looks for words as they stand")
def test_postgresql_knows_the_forms_of_a_word_and_asks_an_index(ada: Person, nights: Thread) -> None:
    assert found(ada, "sleeping") == ([], ["How do you sleep?"])
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexname FROM pg_indexes WHERE indexname LIKE 'networks_%_words' ORDER BY 1")
        assert cursor.fetchall() == [("networks_post_words",), ("networks_thread_words",)]


HIDING: dict[str, Callable[[Thread, Membership, Membership], object]] = {
    "blocked": lambda thread, one, other: block(by=other.person, person=one.person, known_as="x", at=NOW),
    "held": lambda thread, one, other: (
        Post.objects.update(state="held"),
        Thread.objects.update(standing="held"),
    ),
    "private": lambda thread, one, other: Thread.objects.update(kind="private"),
    "left": lambda thread, one, other: Membership.objects.filter(pk=one.pk).update(state="left"),
    "removed": lambda thread, one, other: Membership.objects.filter(pk=one.pk).update(state="removed"),
    "too young": lambda thread, one, other: Person.objects.filter(pk=one.person_id).update(age_group="under_18"),
}


@pytest.mark.parametrize("what", HIDING)
def test_what_one_does_not_see_is_not_found(
    ben: Person, heron: Membership, wren: Membership, nights: Thread, what: str
) -> None:
    assert found(ben, "how") == ([], ["How do you sleep?"])

    HIDING[what](nights, wren, heron)

    ben = Person.objects.get(pk=ben.pk)
    assert (found(ben, "how"), found(ben, "nights")) == (([], []), ([], []))


def test_what_is_kept_back_is_found_neither_by_its_author_nor_by_the_hosts(
    ada: Person, cleo: Person, nights: Thread
) -> None:
    enter(cleo, nights.network, "Robin", is_host=True)
    Post.objects.update(state="hidden")
    Thread.objects.update(standing="hidden")

    assert [found(person, "how") for person in (ada, cleo)] == [([], []), ([], [])]


def test_what_is_private_is_found_by_those_in_it(
    ada: Person, ben: Person, cleo: Person, heron: Membership, wren: Membership, nights: Thread
) -> None:
    enter(cleo, nights.network, "Robin", is_host=True)
    Thread.objects.update(kind="private")
    ThreadPlace.objects.bulk_create(ThreadPlace(thread=nights, membership=one) for one in (heron, wren))

    assert [len(found(person, "how")[1]) for person in (ada, ben, cleo)] == [1, 1, 0]


def test_what_is_muted_is_marked_and_muted_threads_are_not_among_the_titles(
    ben: Person, heron: Membership, wren: Membership, nights: Thread
) -> None:
    Muting.objects.create(membership=wren, member=heron, since=NOW)

    finds = queries.found_in_networks(ben, "how", at=NOW)

    assert [one.muted for one in finds.posts] == ["Heron"]
    assert found(ben, "nights")[0] == []


def test_one_network_or_all_of_ones_own(ada: Person, nights: Thread, carers: Network) -> None:
    walkers = make_network("Walkers")
    robin = enter(ada, walkers, "Robin")
    thread = Thread.objects.create(network=walkers, begun_by=robin, title="Hills", began_at=NOW, last_at=NOW)
    reply(ada, thread, "How high?")

    assert found(ada, "how")[1] == ["How high?", "How do you sleep?"]
    assert found(ada, "how", carers)[1] == ["How do you sleep?"]


def test_a_search_goes_on_where_it_ended(ada: Person, nights: Thread) -> None:
    for number in range(FOUND_A_PAGE + 2):
        reply(ada, nights, f"Tea number {number}")

    first = queries.found_in_networks(ada, "tea", at=NOW)
    second = queries.found_in_networks(ada, "tea", at=NOW, before=first.older)

    assert [one.post.body for one in [*first.posts, *second.posts]] == [
        f"Tea number {number}" for number in reversed(range(FOUND_A_PAGE + 2))
    ]
    assert (first.is_newest, second.is_newest, second.older, second.threads) == (True, False, "", [])
    assert len(queries.found_in_networks(ada, "tea", at=NOW, before="x" * 30).posts) == FOUND_A_PAGE
