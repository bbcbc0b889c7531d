"""Pages of one post, its pictures, and threads kept in order, by form."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from networks.models import Membership, Picture, Post, Reaction, Tag, Thread
from networks.operations import report_post
from people.models import Person
from safeguarding.operations import block
from tests.fixtures import NOW, As, CountQueries
from tests.messaging.conftest import folder  # noqa: F401
from tests.messaging.files.making import document, picture
from tests.networks.conftest import enter, reply


def path_of(thread: Thread) -> str:
    return f"/networks/carers/threads/{thread.pk}/"


def test_an_address_without_the_network_leads_there(ada: Person, nights: Thread, signed_in_as: As) -> None:
    for _ in range(50):
        last = reply(ada, nights)

    answer = signed_in_as(ada).get(f"/networks/posts/{last.pk}/")

    assert answer.headers["Location"] == f"{path_of(nights)}?page=2#post-51"


def test_editing_by_form_keeps_what_is_faulty(
    ada: Person, ben: Person, wren: Membership, nights: Thread, signed_in_as: As
) -> None:
    post = reply(ben, nights, "Frist words")
    client, path = signed_in_as(ben), f"/networks/posts/{post.pk}/edit/"
    assert "Frist words</textarea>" in client.get(path).content.decode()
    assert "Write something first." in client.post(path, {"body": " "}).content.decode()
    Membership.objects.filter(pk=wren.pk).update(muted_until=timezone.now() + timedelta(days=1))
    assert "First words</textarea>" in client.post(path, {"body": "First words"}).content.decode()
    Membership.objects.filter(pk=wren.pk).update(muted_until=None)

    assert client.post(path, {"body": "First\r\nwords"}).headers["Location"] == f"{path_of(nights)}#post-2"

    assert Post.objects.get(pk=post.pk).body == "First\nwords"
    assert "edited" in signed_in_as(ada).get(path_of(nights)).content.decode()


def test_earlier_words_are_for_the_author_and_hosts(
    ada: Person, ben: Person, cleo: Person, wren: Membership, nights: Thread, signed_in_as: As
) -> None:
    enter(cleo, nights.network, "Robin", is_host=True)
    post = reply(ben, nights, "Frist words")
    signed_in_as(ben).post(f"/networks/posts/{post.pk}/edit/", {"body": "First words"})
    path = f"/networks/posts/{post.pk}/earlier/"

    assert signed_in_as(ada).get(path).status_code == 404
    for person in (ben, cleo):
        assert "Frist words" in signed_in_as(person).get(path).content.decode()
    Thread.objects.update(kind=Thread.Kind.PRIVATE)
    assert signed_in_as(cleo).get(path).status_code == 404


def test_taking_back_says_what_will_happen(
    ada: Person, ben: Person, wren: Membership, nights: Thread, signed_in_as: As
) -> None:
    post = reply(ben, nights, "I regret this.")
    client, path = signed_in_as(ben), f"/networks/posts/{post.pk}/taking-back/"
    assert "It cannot be undone." in client.get(path).content.decode()
    assert Post.objects.get(pk=post.pk).state == "shown"

    client.post(path)

    page = signed_in_as(ada).get(path_of(nights)).content.decode()
    assert ("I regret this." in page, "Wren took this back." in page) == (False, True)


def test_reacting_is_one_press_and_back(
    ada: Person, ben: Person, wren: Membership, nights: Thread, signed_in_as: As
) -> None:
    post = reply(ben, nights)
    client, path = signed_in_as(ada), f"/networks/posts/{post.pk}/reactions/"

    assert client.post(path, {"add": "same"}).headers["Location"] == f"{path_of(nights)}#post-2"
    assert "Same here 1" in client.get(path_of(nights)).content.decode()
    client.post(path, {"remove": "same"})
    assert Reaction.objects.count() == 0
    assert "There is no such reaction." in client.post(path, {"add": "angry"}, follow=True).content.decode()


def test_one_post_is_answered_as_the_page_would_show_it_or_nothing(
    ada: Person, ben: Person, wren: Membership, nights: Thread, signed_in_as: As
) -> None:
    post = reply(ben, nights, "Badly.")
    path = f"{path_of(nights)}posts/2/"
    assert "Badly." in signed_in_as(ada).get(path).content.decode()

    Post.objects.filter(pk=post.pk).update(state="held")

    assert signed_in_as(ada).get(path).content.decode().strip().count("<article") == 0
    assert "kept back until somebody has looked" in signed_in_as(ben).get(path).content.decode()


@pytest.mark.parametrize("state", ["shown", "held", "hidden", "withdrawn"])
def test_pictures_are_for_who_may_read_the_post(
    ada: Person,
    ben: Person,
    cleo: Person,
    eve: Person,
    wren: Membership,
    nights: Thread,
    signed_in_as: As,
    folder: Path,  # noqa: F811
    state: str,
) -> None:
    enter(cleo, nights.network, "Robin")
    sent = {
        "body": "Look.",
        "client_id": str(uuid4()),
        "picture_1": SimpleUploadedFile("moon.png", picture("PNG")),
        "alt_1": "The moon",
    }
    assert signed_in_as(ben).post(path_of(nights), sent).status_code == 302
    kept = Picture.objects.get()
    assert (kept.name, kept.alt) == ("moon.jpg", "The moon")
    block(by=cleo, person=ben, known_as="Wren", at=NOW)
    Post.objects.filter(pk=kept.post_id).update(state=state)

    for path in (f"/networks/pictures/{kept.key}/", f"/networks/pictures/{kept.key}/preview/"):
        answers = {person.chosen_name: signed_in_as(person).get(path).status_code for person in (ada, ben, cleo, eve)}
        assert answers == {
            "Ada": 200 if state == "shown" else 404,
            "Ben": 200 if state in ("shown", "held") else 404,
            "Cleo": 404,
            "Eve": 404,
        }


def test_each_picture_has_its_own_words_for_who_does_not_see_it(
    ada: Person,
    ben: Person,
    nights: Thread,
    wren: Membership,
    signed_in_as: As,
    folder: Path,  # noqa: F811
) -> None:
    """In the order of the form, whichever of its places are left empty; begun and replied alike."""
    said = {"picture_1": ("sun", "The sun"), "picture_3": ("moon", ""), "picture_4": ("star", "A star")}
    sent: dict[str, Any] = {"body": "Look.", "alt_2": "Nothing", "client_id": str(uuid4())}
    for field, (name, alt) in said.items():
        sent |= {field: SimpleUploadedFile(f"{name}.png", picture("PNG")), field.replace("picture", "alt"): alt}
    signed_in_as(ben).post(path_of(nights), sent)
    for one in sent.values():
        if isinstance(one, SimpleUploadedFile):
            one.seek(0)
    signed_in_as(ben).post("/networks/carers/threads/new/", sent | {"title": "Sky", "client_id": str(uuid4())})

    kept = Picture.objects.order_by("pk").values_list("name", "alt")
    assert list(kept) == [("sun.jpg", "The sun"), ("moon.jpg", ""), ("star.jpg", "A star")] * 2
    page = signed_in_as(ada).get(path_of(nights)).content.decode()
    assert [f'alt="{alt}"' in page for alt in ("The sun", "Picture", "A star", "Nothing")] == [True] * 3 + [False]
    concern = report_post(by=ada, post=Post.objects.get(seq=2), at=NOW)
    assert concern.evidence_text == "Look.\n\nsun.jpg: The sun\n\nstar.jpg: A star"


def test_only_pictures_and_the_words_stay(
    ada: Person,
    nights: Thread,
    signed_in_as: As,
    folder: Path,  # noqa: F811
) -> None:
    client = signed_in_as(ada)
    sent: dict[str, Any] = {"body": "Look.", "client_id": str(uuid4()), "alt_1": "x" * 201}
    page = client.post(path_of(nights), sent).content.decode()
    assert '<details class="more" open>' in page
    sent |= {"alt_1": "A letter", "picture_1": SimpleUploadedFile("letter.pdf", document())}
    page = client.post(path_of(nights), sent).content.decode()
    assert "only pictures can be shown" in page
    assert 'value="A letter"' in page
    assert "Look.</textarea>" in page
    assert (Picture.objects.count(), list(folder.rglob("*.jpg"))) == (0, [])


def test_the_same_pictures_twice_are_kept_once_and_go_with_a_report(
    ada: Person,
    ben: Person,
    wren: Membership,
    nights: Thread,
    signed_in_as: As,
    folder: Path,  # noqa: F811
) -> None:
    same = str(uuid4())
    for _ in range(2):
        moon = SimpleUploadedFile("moon.png", picture("PNG"))
        signed_in_as(ben).post(path_of(nights), {"body": "Look.", "client_id": same, "picture_1": moon})
    kept = Picture.objects.get()

    concern = report_post(by=ada, post=kept.post, at=NOW)

    assert len(list(folder.rglob("*.jpg"))) == 2
    assert [(one.name, one.sha256) for one in concern.evidence_files.all()] == [("moon.jpg", kept.sha256)]


def test_keeping_a_thread_in_order_by_form(
    ada: Person, cleo: Person, heron: Membership, nights: Thread, signed_in_as: As
) -> None:
    enter(cleo, nights.network, "Robin", is_host=True)
    host, path = signed_in_as(cleo), f"{path_of(nights)}arrangement/"
    sent = {"is_pinned": "on", "is_announcement": "on", "new_tag": " Sleep ", "sensitive_note": "About grief"}
    assert signed_in_as(ada).get(path).status_code == 404

    assert host.post(path, sent).headers["Location"] == path_of(nights)

    tag = Tag.objects.get()
    listed = signed_in_as(ada).get("/networks/carers/").content.decode()
    for words in ("Pinned", "Announcement", "Before you read: About grief", f"?tag={tag.pk}"):
        assert words in listed
    assert "How do you sleep?" not in listed
    assert path_of(nights) in signed_in_as(ada).get(f"/networks/carers/?tag={tag.pk}").content.decode()
    assert "checked" in host.get(path).content.decode()


def test_under_a_tag_stands_only_what_has_it(ada: Person, heron: Membership, nights: Thread, signed_in_as: As) -> None:
    tag = Tag.objects.create(network=nights.network, name="Sleep")
    client = signed_in_as(ada)

    assert "Nothing under this tag" in client.get(f"/networks/carers/?tag={tag.pk}").content.decode()
    nights.tags.add(tag)
    assert path_of(nights) in client.get(f"/networks/carers/?tag={tag.pk}").content.decode()
    for odd in ("0", "x", "9" * 30, "٣"):
        assert path_of(nights) in client.get("/networks/carers/", {"tag": odd}).content.decode()


def test_the_answer_stands_above(ada: Person, ben: Person, wren: Membership, nights: Thread, signed_in_as: As) -> None:
    post = reply(ben, nights, "Warm milk.")
    client, path = signed_in_as(ada), f"/networks/posts/{post.pk}/answer/"
    assert signed_in_as(ben).post(path).status_code == 403

    client.post(path, {"add": "answer"})

    page = client.get(path_of(nights)).content.decode()
    assert "Wren answered this" in page
    assert "The answer" in page
    client.post(path, {"remove": "answer"})
    assert "answered this" not in client.get(path_of(nights)).content.decode()


def test_a_name_is_marked_and_leads_nowhere(
    ada: Person, ben: Person, wren: Membership, nights: Thread, signed_in_as: As
) -> None:
    reply(ada, nights, "Thank you **@wren**, and @nobody <mark>x</mark>")

    page = signed_in_as(ben).get(path_of(nights)).content.decode()

    assert "<strong><mark>@wren</mark></strong>, and @nobody &lt;mark&gt;x&lt;/mark&gt;" in page


@pytest.mark.parametrize("rows", [1, 3])
def test_everything_on_a_thread_takes_a_fixed_number_of_queries(
    ada: Person, ben: Person, wren: Membership, nights: Thread, rows: int, signed_in_as: As, count_queries: CountQueries
) -> None:
    for number in range(rows):
        post = reply(ben, nights, "For @Heron")
        Reaction.objects.create(post=post, by=nights.begun_by, kind="thanks")
        nights.tags.add(Tag.objects.create(network=nights.network, name=f"{number}"))
    signed_in_as(ada).get(path_of(nights))

    assert count_queries(signed_in_as(ada), path_of(nights)) == 20
