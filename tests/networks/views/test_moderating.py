"""Pages of the first look: what waits, letting it through, and how networks are looked after."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from networks.models import Membership, Network, Post
from networks.operations import begin_thread, let_through, post_reply
from people.models import Person
from tests.fixtures import NOW, As, CountQueries
from tests.networks.conftest import enter

WAITING = "/networks/carers/waiting/"


@pytest.fixture
def robin(cleo: Person, carers: Network) -> Membership:
    """Cleo hosts the carers, where the first posts of who is new are read first."""
    Network.objects.update(first_look="newcomers")
    return enter(cleo, carers, "Robin", is_host=True)


@pytest.fixture
def waiting(ben: Person, robin: Membership, wren: Membership) -> Post:
    """A thread that Ben began a moment ago."""
    thread = begin_thread(
        by=ben, network=robin.network, title="Hello", body="I am **new** here.", client_id=uuid4(), at=timezone.now()
    )
    return thread.posts.get()


def test_a_host_reads_what_waits_and_lets_it_through(cleo: Person, waiting: Post, signed_in_as: As) -> None:
    client = signed_in_as(cleo)
    page = client.get(WAITING).content.decode()
    assert all(words in page for words in ("Wren", "begins “Hello”", "<strong>new</strong>", "Let it through"))
    assert 'Waiting <span class="tag tag--warn">1</span>' in client.get("/networks/carers/").content.decode()

    path = f"/networks/posts/{waiting.pk}/first-look/"
    answer = client.post(path, follow=True)
    assert "What Wren wrote is there for all now." in answer.content.decode()
    assert "Nothing waits" in answer.content.decode()
    assert client.post(path).status_code == 409


@pytest.mark.parametrize("part", ["", "events/", "asks/", "decisions/", "resources/", "yours/", "about/", "between/"])
def test_the_tab_is_there_for_hosts_only(ben: Person, cleo: Person, waiting: Post, part: str, signed_in_as: As) -> None:
    for person, there in ((ben, False), (cleo, True)):
        page = signed_in_as(person).get(f"/networks/carers/{part}").content.decode()
        assert (WAITING in page) is there


def test_others_find_nothing_there(
    ada: Person, eve: Person, heron: Membership, waiting: Post, signed_in_as: As
) -> None:
    for person in (ada, eve, waiting.author.person):
        client = signed_in_as(person)
        assert client.get(WAITING).status_code == 404
        for path in ("first-look/", "first-look/refusal/"):
            assert client.post(f"/networks/posts/{waiting.pk}/{path}").status_code == 404


def test_a_coordinator_reads_what_is_late_and_nothing_else(
    cleo: Person, dev: Person, waiting: Post, signed_in_as: As
) -> None:
    client = signed_in_as(dev)
    refusal = f"/networks/posts/{waiting.pk}/first-look/refusal/"
    assert "Nothing waits" in client.get(WAITING).content.decode()
    # What does not wait for them they do not read by its address either.
    answer = client.get(refusal)
    assert (answer.status_code, "here." in answer.content.decode()) == (409, False)
    assert client.post(f"/networks/posts/{waiting.pk}/first-look/").status_code == 403

    Post.objects.update(posted_at=timezone.now() - timedelta(days=1))
    assert "I am <strong>new</strong> here." in client.get(WAITING).content.decode()
    assert client.get(refusal).status_code == 200
    let_through(by=cleo, post=waiting, at=timezone.now())
    answer = client.get(refusal)
    assert (answer.status_code, "here." in answer.content.decode()) == (409, False)


def test_the_number_of_queries_does_not_grow(
    ben: Person, cleo: Person, waiting: Post, signed_in_as: As, count_queries: CountQueries
) -> None:
    client = signed_in_as(cleo)
    client.get(WAITING)
    counts = [count_queries(client, WAITING)]
    for _ in range(2):
        post_reply(by=ben, thread=waiting.thread, body="More", client_id=uuid4(), at=NOW)
    counts.append(count_queries(client, WAITING))
    assert len(set(counts)) == 1, counts


def test_how_networks_are_looked_after(
    cleo: Person, dev: Person, pain: Network, waiting: Post, signed_in_as: As, count_queries: CountQueries
) -> None:
    client = signed_in_as(dev)
    page = client.get("/networks/care/").content.decode()
    assert page.index("Carers") < page.index("Living with pain")
    assert page.count("Nobody") == 1
    assert f'href="{WAITING}">1</a>' in page

    before = count_queries(client, "/networks/care/")
    for name in ("Debts", "Grief"):
        Network.objects.create(name=name, slug=name.lower(), purpose="P", agreement="A", founded_at=NOW)
    assert count_queries(client, "/networks/care/") == before


def test_only_coordinators_judge_hosts(cleo: Person, robin: Membership, signed_in_as: As) -> None:
    assert signed_in_as(cleo).get("/networks/care/").status_code == 403
