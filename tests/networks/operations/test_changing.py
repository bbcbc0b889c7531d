"""Other words for what one wrote, and taking them back: by whom, what is kept, and who hears of it."""

import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from networks.models import Membership, Network, Post, Thread
from networks.operations import (
    IsMuted,
    MayNotChange,
    MayNotPost,
    WroteSomethingElse,
    edit_post,
    post_reply,
    report_post,
    take_back_post,
)
from networks.operations.standing import let_stand
from people.models import Person
from safeguarding.operations import block
from tests.fixtures import NOW, Ear
from tests.networks.conftest import enter, reply

LATER = NOW + timedelta(hours=1)


def edit(by: Person, post: Post, body: str = "Other words.", title: str = "") -> Post:
    return edit_post(by=by, post=post, body=body, title=title, at=LATER)


def test_other_words_keep_the_earlier_ones(ada: Person, ben: Person, wren: Membership, nights: Thread) -> None:
    post = reply(ben, nights, "First words.")
    edit(ben, post, "Second words.")
    edit(ben, post, "Third words.")
    edit(ben, post, "Third words.")

    post.refresh_from_db()
    assert (post.body, post.edited_at) == ("Third words.", LATER)
    assert [(one.body, one.until) for one in post.earlier.all()] == [("First words.", LATER), ("Second words.", LATER)]


def test_the_first_post_has_its_title_with_it(ada: Person, nights: Thread) -> None:
    edit(ada, nights.posts.get(), "How do you sleep?", title="Long nights")

    nights.refresh_from_db()
    assert nights.title == "Long nights"
    assert [one.body for one in nights.posts.get().earlier.all()] == ["Nights\n\nHow do you sleep?"]


def test_a_report_has_the_words_as_they_were_then_and_before(
    ada: Person, ben: Person, wren: Membership, nights: Thread
) -> None:
    post = reply(ben, nights, "Mean words.")
    edit(ben, post, "Kind words.")

    concern = report_post(by=ada, post=Post.objects.get(pk=post.pk), at=LATER)
    take_back_post(by=ben, post=post, at=LATER)

    concern.refresh_from_db()
    assert concern.evidence_text == "Kind words."
    assert [one.words for one in concern.earlier_words] == ["Mean words."]


def test_taking_back_leaves_a_line_without_words_and_twice_changes_nothing(
    ben: Person, wren: Membership, nights: Thread
) -> None:
    post = reply(ben, nights, "I regret this.")
    for _ in range(2):
        take_back_post(by=ben, post=post, at=LATER)

    post.refresh_from_db()
    assert (post.state, post.body) == ("withdrawn", "")
    assert [one.body for one in post.earlier.all()] == ["I regret this."]


def test_a_title_is_taken_back_with_the_first_words(ada: Person, nights: Thread) -> None:
    take_back_post(by=ada, post=nights.posts.get(), at=LATER)

    nights.refresh_from_db()
    assert (nights.title, nights.standing) == ("Taken back", "withdrawn")


def test_what_was_edited_is_not_posted_again_by_an_old_page(ben: Person, wren: Membership, nights: Thread) -> None:
    same = uuid4()
    sent: dict[str, Any] = {"by": ben, "thread": nights, "client_id": same, "at": NOW}
    post = post_reply(body="Once.", **sent)
    edit(ben, post)

    assert post_reply(body="Once.", **sent) == post
    take_back_post(by=ben, post=post, at=LATER)
    assert post_reply(body="Once.", **sent) == post
    other = post_reply(by=ben, thread=nights, body="Two.", client_id=uuid4(), at=NOW)
    with pytest.raises(WroteSomethingElse):
        post_reply(body="Three.", by=ben, thread=nights, client_id=other.client_id, at=NOW)


@pytest.mark.parametrize(
    ("state", "may_edit", "may_take_back"),
    [("shown", True, True), ("waiting", True, True), ("held", False, True), ("hidden", False, False)],
)
@pytest.mark.parametrize("who", ["author", "host", "leader", "member", "outsider"])
def test_who_may_change_what(
    ada: Person,
    ben: Person,
    cleo: Person,
    dev: Person,
    eve: Person,
    wren: Membership,
    nights: Thread,
    who: str,
    state: str,
    may_edit: bool,
    may_take_back: bool,
) -> None:
    enter(cleo, nights.network, "Robin", is_host=True)
    Membership.objects.filter(pk=enter(dev, nights.network, "Plover").pk).update(is_leader=True)
    post = reply(ben, nights)
    Post.objects.filter(pk=post.pk).update(state=state)
    person = {"author": ben, "host": cleo, "leader": dev, "member": ada, "outsider": eve}[who]

    assert may(edit, person, post) is (may_edit and who == "author")
    assert may(lambda by, post: take_back_post(by=by, post=post, at=LATER), person, post) is (
        may_take_back and who == "author"
    )


def may(verb: object, by: Person, post: Post) -> bool:
    try:
        verb(by, post)  # type: ignore[operator]
    except (MayNotChange, MayNotPost):
        return False
    return True


def test_who_only_reads_for_some_days_can_take_back_and_not_edit(ben: Person, wren: Membership, nights: Thread) -> None:
    post = reply(ben, nights)
    Membership.objects.filter(pk=wren.pk).update(muted_until=LATER + timedelta(days=1))

    with pytest.raises(IsMuted):
        edit(ben, post)
    assert take_back_post(by=ben, post=post, at=LATER).state == "withdrawn"


@pytest.mark.parametrize("kind", ["ask", "event", "decision"])
def test_what_begins_something_is_not_taken_back_by_itself(ada: Person, nights: Thread, kind: str) -> None:
    Thread.objects.update(kind=kind)

    with pytest.raises(MayNotChange):
        take_back_post(by=ada, post=nights.posts.get(), at=LATER)


@pytest.mark.parametrize("kind", ["ask", "decision"])
def test_what_somebody_says_yes_to_or_votes_on_stays_as_it_is(ada: Person, nights: Thread, kind: str) -> None:
    Thread.objects.update(kind=kind)

    with pytest.raises(MayNotChange):
        edit(ada, nights.posts.get())


def test_where_a_moderator_reads_first_they_read_it_again(ben: Person, wren: Membership, nights: Thread) -> None:
    post = reply(ben, nights)
    Network.objects.update(first_look="everyone")
    assert edit(ben, post).state == "waiting"
    # Nothing more happens to what waits already.
    assert edit(ben, post, "Once more.").state == "waiting"


@pytest.mark.django_db(transaction=True)
def test_those_who_see_it_hear_of_the_change(
    ear: Ear, ada: Person, ben: Person, cleo: Person, wren: Membership, nights: Thread
) -> None:
    enter(cleo, nights.network, "Robin")
    block(by=cleo, person=ben, known_as="Wren", at=NOW)
    post = reply(ben, nights)
    ear.heard.clear()

    edit(ben, post)
    take_back_post(by=ben, post=post, at=LATER)

    frames = [json.loads(news.text) for news in ear.heard]
    about = {"type": "thread.changed", "thread": nights.pk, "seq": 2}
    assert frames[-2:] == [about | {"changes": 1}, about | {"changes": 2}]
    assert [sorted(news.people) for news in ear.heard[-2:]] == [sorted([ada.pk, ben.pk])] * 2


def test_whom_a_moderator_let_through_is_seen(ada: Person, ben: Person, wren: Membership, nights: Thread) -> None:
    Network.objects.update(first_look="everyone")
    nights.network.refresh_from_db()
    post = reply(ben, nights)
    assert Post.objects.visible_to(ada).filter(pk=post.pk).exists() is False
    let_stand(post, "shown", by=None, at=LATER)
    assert Post.objects.visible_to(ada).filter(pk=post.pk).exists() is True
