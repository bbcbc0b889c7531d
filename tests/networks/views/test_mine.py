"""The pages and presses by which somebody follows, mutes, and comes back to what they have begun."""

from datetime import timedelta
from uuid import uuid4

import pytest

from networks.models import Draft, Following, Membership, Muting, Network, Reading, Thread
from people.models import Person
from tests.fixtures import NOW, As, CountQueries
from tests.networks.conftest import enter, reply

YOURS = "/networks/carers/yours/"


def path_of(thread: Thread) -> str:
    return f"/networks/carers/threads/{thread.pk}/"


def test_opening_a_thread_marks_it_and_so_does_its_open_page(
    ada: Person, ben: Person, wren: Membership, nights: Thread, signed_in_as: As
) -> None:
    client = signed_in_as(ben)
    client.head(path_of(nights))
    assert Reading.objects.count() == 0
    client.get(path_of(nights))
    reply(ada, nights)

    assert Reading.objects.get().seq == 1
    assert client.post(f"{path_of(nights)}reading/", {"seq": "2"}).status_code == 204
    assert client.post(f"{path_of(nights)}reading/", {"seq": "x"}).status_code == 400
    assert Reading.objects.get().seq == 2


def test_new_threads_and_posts_are_marked_in_lists_until_all_is_marked_as_read(
    ada: Person, ben: Person, wren: Membership, nights: Thread, signed_in_as: As, time_machine: object
) -> None:
    time_machine.move_to(NOW + timedelta(hours=2))  # type: ignore[attr-defined]
    Membership.objects.filter(person=ben).update(since=NOW - timedelta(days=1))
    client = signed_in_as(ben)

    assert "New in 1 thread" in client.get("/networks/").content.decode()
    assert ">New</span>" in client.get("/networks/carers/").content.decode()
    assert client.post("/networks/carers/reading/").headers["Location"] == "/networks/carers/"
    assert "tag--new" not in client.get("/networks/").content.decode()
    assert "tag--new" not in client.get("/networks/carers/").content.decode()


def test_following_by_press(ada: Person, ben: Person, wren: Membership, nights: Thread, signed_in_as: As) -> None:
    client = signed_in_as(ben)

    assert client.post(f"{path_of(nights)}following/").headers["Location"] == path_of(nights)
    assert "Nights" in client.get(YOURS).content.decode()
    assert "Unfollow" in client.get(path_of(nights)).content.decode()
    assert client.post(f"{path_of(nights)}following/", {"stop": "yours"}).headers["Location"] == YOURS
    assert Following.objects.filter(membership=wren).exists() is False


def test_what_is_muted_is_folded_and_can_be_brought_back(
    ada: Person, ben: Person, wren: Membership, nights: Thread, signed_in_as: As
) -> None:
    post = reply(ben, nights, "Let there be cake.")
    client = signed_in_as(ada)

    client.post(YOURS, {"word": " Cake "})
    page = client.get(path_of(nights)).content.decode()
    assert "Hidden because you muted “cake”. Show it" in page
    assert "Let there be cake." in page

    client.post(f"/networks/posts/{post.pk}/mute/")
    assert "Hidden because you muted Wren. Show it" in client.get(path_of(nights)).content.decode()
    assert "Hidden because you muted" in client.get(f"{path_of(nights)}since/?seq=1").content.decode()
    assert "Hidden because" not in signed_in_as(ben).get(path_of(nights)).content.decode()

    client.post(f"{path_of(nights)}muting/")
    assert "Nights" not in client.get("/networks/carers/").content.decode()
    assert [name in client.get(YOURS).content.decode() for name in ("Nights", "Wren", "“cake”")] == [True] * 3
    for muting in Muting.objects.all():
        assert signed_in_as(ben).post(f"/networks/mutings/{muting.pk}/lift/").status_code == 404
        assert client.post(f"/networks/mutings/{muting.pk}/lift/").headers["Location"] == YOURS
    assert Muting.objects.count() == 0
    assert "Nights" in client.get("/networks/carers/").content.decode()


@pytest.mark.parametrize("word", ["", " ", "x", "y" * 41])
def test_a_word_that_is_none_is_not_muted(ada: Person, heron: Membership, word: str, signed_in_as: As) -> None:
    assert "There is a problem" in signed_in_as(ada).post(YOURS, {"word": word}).content.decode()
    assert Muting.objects.count() == 0


def test_saving_for_later_needs_nothing_but_words(ada: Person, nights: Thread, signed_in_as: As) -> None:
    client = signed_in_as(ada)

    answer = client.post(path_of(nights), {"body": "Half a th", "later": "1"})
    assert answer.headers["Location"] == YOURS
    client.post("/networks/carers/threads/new/", {"title": "Da", "body": "", "later": "1"})

    assert "Half a th</textarea>" in client.get(path_of(nights)).content.decode()
    assert 'value="Da"' in client.get("/networks/carers/threads/new/").content.decode()
    page = client.get(YOURS).content.decode()
    assert "Half a th" in page
    assert "Reply in “Nights”" in page
    draft = Draft.objects.get(thread=nights)
    assert client.post(f"/networks/drafts/{draft.pk}/removal/").headers["Location"] == YOURS
    assert Draft.objects.filter(thread=nights).exists() is False


def close(thread: Thread) -> None:
    Thread.objects.update(closed_at=NOW)


def mute(thread: Thread) -> None:
    Membership.objects.update(muted_until=NOW + timedelta(days=9999))


def change_the_agreement(thread: Thread) -> None:
    Network.objects.update(agreement_version=9)


@pytest.mark.parametrize("happens", [close, mute, change_the_agreement])
def test_words_that_cannot_be_posted_are_kept(ada: Person, nights: Thread, happens: object, signed_in_as: As) -> None:
    happens(nights)  # type: ignore[operator]

    signed_in_as(ada).post(path_of(nights), {"body": "So do I", "client_id": str(uuid4())})

    assert list(Draft.objects.values_list("thread", "body")) == [(nights.pk, "So do I")]


def test_what_is_too_long_is_kept_too(ada: Person, heron: Membership, signed_in_as: As) -> None:
    words = {"title": "Days", "body": "y" * 10_001, "client_id": str(uuid4())}

    signed_in_as(ada).post("/networks/carers/threads/new/", words)

    assert [(one.thread, one.title, one.body) for one in Draft.objects.all()] == [(None, "Days", "y" * 10_001)]


def test_a_page_keeps_what_is_written_on_it(ada: Person, eve: Person, nights: Thread, signed_in_as: As) -> None:
    client, there = signed_in_as(ada), "/networks/carers/drafts/"

    assert client.post(there, {"body": "So", "thread": nights.pk}).status_code == 204
    assert client.post(there, {"body": "So", "thread": 10**9}).status_code == 404
    assert client.post(there, {"body": "So", "thread": "x"}).status_code == 422
    assert client.post(there, {"title": "T", "body": "So", "thread": ""}).status_code == 204
    assert signed_in_as(eve).post(there, {"body": "So"}).status_code == 404
    assert list(Draft.objects.order_by("pk").values_list("thread", "title", "body")) == [
        (nights.pk, "", "So"),
        (None, "T", "So"),
    ]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_of_ones_own_takes_a_fixed_number_of_queries(
    ada: Person, heron: Membership, rows: int, signed_in_as: As, count_queries: CountQueries, carers: Network
) -> None:
    for number in range(rows):
        thread = Thread.objects.create(network=carers, begun_by=heron, title=str(number), began_at=NOW, last_at=NOW)
        other = enter(Person.objects.create_user(f"{number}@example.org", chosen_name="x"), carers, f"Name {number}")
        Following.objects.create(membership=heron, thread=thread, since=NOW)
        Draft.objects.create(membership=heron, thread=thread, body="x", saved_at=NOW)
        for what in ({"thread": thread}, {"member": other}, {"word": f"word{number}"}):
            Muting.objects.create(membership=heron, since=NOW, **what)

    assert count_queries(signed_in_as(ada), YOURS) == 14
