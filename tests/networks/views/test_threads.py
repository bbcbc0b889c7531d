"""Reading and writing in a thread, with and without JavaScript."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from networks.models import Membership, Network, Post, Thread
from networks.operations import edit_post
from people.models import Person
from safeguarding.operations import block
from tests.fixtures import NOW, As, CountQueries
from tests.networks.conftest import enter, reply


def path_of(thread: Thread) -> str:
    return f"/networks/{thread.network.slug}/threads/{thread.pk}/"


def bodies(client: Client, path: str) -> list[str]:
    answer = client.get(path)
    assert answer.status_code == 200
    return re.findall(r'<div class="prose" dir="auto"><p>(.*?)</p>', answer.content.decode())


def test_posts_in_order_under_chosen_names(
    ada: Person, ben: Person, wren: Membership, nights: Thread, signed_in_as: As
) -> None:
    reply(ben, nights, "Badly, **very** badly.")

    page = signed_in_as(ada).get(path_of(nights)).content.decode()

    assert re.findall(r'person-line__name">(.*?)<', page) == ["Heron", "Wren"]
    assert "<p>Badly, <strong>very</strong> badly.</p>" in page
    assert "Ben" not in page


def test_what_somebody_typed_does_not_run(ada: Person, nights: Thread, signed_in_as: As) -> None:
    reply(ada, nights, "<script>alert(1)</script> <img src=x onerror=alert(1)>")

    page = signed_in_as(ada).get(path_of(nights)).content.decode()

    assert "<script>alert" not in page
    assert "<img" not in page


def test_replying_by_form(ada: Person, nights: Thread, signed_in_as: As) -> None:
    client = signed_in_as(ada)
    client_id = re.search(r'name="client_id" value="(.*?)"', client.get(path_of(nights)).content.decode())
    assert client_id
    sent = {"body": "Line one\r\nline two", "client_id": client_id[1]}

    answers = [client.post(path_of(nights), sent).headers["Location"] for _ in range(2)]

    assert answers == [f"{path_of(nights)}#post-2"] * 2
    assert [post.body for post in Post.objects.filter(seq__gt=1)] == ["Line one\nline two"]


def test_words_are_kept_when_something_is_wrong(ada: Person, nights: Thread, signed_in_as: As) -> None:
    client, same = signed_in_as(ada), str(uuid4())
    assert "Write something first." in client.post(path_of(nights), {"body": " ", "client_id": same}).content.decode()
    long = client.post(path_of(nights), {"body": "y" * 10_001, "client_id": same}).content.decode()
    assert "y" * 10_001 in long
    assert same in long

    client.post(path_of(nights), {"body": "First.", "client_id": same})
    again = client.post(path_of(nights), {"body": "Changed my mind.", "client_id": same}).content.decode()
    assert "What you wrote before was posted already." in again
    assert "Changed my mind.</textarea>" in again
    assert same not in again


def test_beginning_a_thread(ada: Person, heron: Membership, signed_in_as: As) -> None:
    sent = {"title": "Nights", "body": "How?", "client_id": str(uuid4())}
    client = signed_in_as(ada)

    first, second = (client.post("/networks/carers/threads/new/", sent).headers["Location"] for _ in range(2))

    thread = Thread.objects.get()
    assert first == second == path_of(thread)
    assert "Give it a title" in client.post("/networks/carers/threads/new/", {"body": "x"}).content.decode()


def test_what_is_inside_does_not_exist_for_who_is_outside(
    ada: Person,
    ben: Person,
    cleo: Person,
    dev: Person,
    eve: Person,
    finn: Person,
    nights: Thread,
    pain: Network,
    signed_in_as: As,
) -> None:
    post = nights.posts.get()
    enter(ben, nights.network, "Wren", state=Membership.State.LEFT)
    enter(cleo, nights.network, "Robin", state=Membership.State.ASKED)
    enter(finn, nights.network, "Swift")
    paths = [
        path_of(nights),
        f"{path_of(nights)}since/?seq=0",
        "/networks/carers/threads/new/",
        f"/networks/posts/{post.pk}/report/",
        f"/networks/posts/{post.pk}/block/",
    ]

    for person in (ben, cleo, dev, eve, finn):
        client = signed_in_as(person)
        assert [client.get(path).status_code for path in paths] == [404] * 5
        assert [client.post(path).status_code for path in (paths[0], *paths[2:])] == [404] * 4
    # Nor under the address of another network.
    assert signed_in_as(ada).get(f"/networks/living-with-pain/threads/{nights.pk}/").status_code == 404


def test_a_blocked_persons_posts_are_shown_neither_at_first_nor_live(
    ada: Person, ben: Person, wren: Membership, nights: Thread, signed_in_as: As
) -> None:
    reply(ben, nights, "I am Wren.")
    reply(ada, nights, "Still here.")
    client = signed_in_as(ada)
    assert bodies(client, path_of(nights)) == ["How do you sleep?", "I am Wren.", "Still here."]

    block(by=ben, person=ada, known_as="Heron", at=NOW)

    assert bodies(client, path_of(nights)) == ["How do you sleep?", "Still here."]
    assert bodies(client, f"{path_of(nights)}since/?seq=1") == ["Still here."]
    assert signed_in_as(ben).get(path_of(nights)).status_code == 404


def test_a_page_learns_what_it_missed_while_it_was_loading(
    ada: Person, ben: Person, wren: Membership, nights: Thread, signed_in_as: As
) -> None:
    """Between the drawing of a page and the opening of its line a change is not heard; its number tells."""
    written = reply(ben, nights)
    page = signed_in_as(ada).get(path_of(nights)).content.decode()
    edit_post(by=ben, post=written, body="Better.", at=timezone.now())

    answer = signed_in_as(ada).get(f"{path_of(nights)}since/?seq=999999999")

    assert 'data-changes="0"' in page
    assert (answer["X-Changes"], answer.content.decode().strip()) == ("1", "")


def test_what_came_since_is_the_same_html_without_the_page(
    ada: Person, ben: Person, wren: Membership, nights: Thread, signed_in_as: As
) -> None:
    reply(ben, nights, "Badly.")
    answer = signed_in_as(ada).get(f"{path_of(nights)}since/?seq=1")

    assert re.findall(r'id="post-(\d+)"', answer.content.decode()) == ["2"]
    assert "<html" not in answer.content.decode()
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("seq", ["", "-1", "x", "1.5", "٣", "9999999999999999999999"])
def test_a_number_that_is_none_is_refused(ada: Person, nights: Thread, signed_in_as: As, seq: str) -> None:
    assert signed_in_as(ada).get(f"{path_of(nights)}since/", {"seq": seq}).status_code == 400


@pytest.mark.parametrize("rows", [1, 3])
def test_a_thread_takes_a_fixed_number_of_queries(
    ada: Person, ben: Person, wren: Membership, nights: Thread, rows: int, signed_in_as: As, count_queries: CountQueries
) -> None:
    for _ in range(rows):
        reply(ben, nights)

    # The first time it is noted how far she has read.
    assert count_queries(signed_in_as(ada), path_of(nights)) == 25
    assert count_queries(signed_in_as(ada), path_of(nights)) == 20
    assert count_queries(signed_in_as(ada), f"{path_of(nights)}since/?seq=0") == 14


def test_what_keeps_somebody_from_writing_comes_back_with_their_words(
    ada: Person, ben: Person, wren: Membership, nights: Thread, signed_in_as: As
) -> None:
    sent = {"body": "My long reply.", "client_id": str(uuid4())}
    Network.objects.update(agreement_version=2)
    unread = signed_in_as(ben).post(path_of(nights), sent).content.decode()
    Network.objects.update(agreement_version=1)
    Membership.objects.filter(pk=wren.pk).update(muted_until=timezone.now() + timedelta(days=1))
    muted = signed_in_as(ben).post(path_of(nights), sent).content.decode()
    Membership.objects.filter(pk=wren.pk).update(muted_until=None)
    Thread.objects.update(closed_at=NOW)
    closed = signed_in_as(ben).post(path_of(nights), sent).content.decode()

    for page, why in ((unread, "agree to it before"), (muted, "only read here until"), (closed, "has closed this")):
        assert why in page
        assert "My long reply.</textarea>" in page
    assert Post.objects.count() == 1


def test_a_closed_thread_has_no_form(ben: Person, wren: Membership, nights: Thread, signed_in_as: As) -> None:
    Thread.objects.update(closed_at=NOW)

    page = signed_in_as(ben).get(path_of(nights)).content.decode()

    assert "A host has closed this to replies." in page
    assert "<textarea" not in page


def test_a_thread_about_something_hard_is_opened_knowingly(
    ada: Person, ben: Person, wren: Membership, nights: Thread, signed_in_as: As
) -> None:
    Thread.objects.update(sensitive_note="About self-harm")
    reader, writer = signed_in_as(ben), signed_in_as(ada)

    assert "About self-harm" in reader.get(path_of(nights)).content.decode()
    assert bodies(reader, path_of(nights)) == []
    assert bodies(reader, f"{path_of(nights)}?open=1") == ["How do you sleep?"]
    assert bodies(writer, path_of(nights)) == ["How do you sleep?"]
    answer = reader.post(path_of(nights), {"body": "Badly.", "client_id": str(uuid4())})
    assert answer.headers["Location"] == f"{path_of(nights)}?open=1#post-2"
