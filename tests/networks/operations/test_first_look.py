"""The first look: who reads what first, one answer for each, and that nothing waits for ever."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import connections

from networks.models import Following, Membership, Network, Post, Reading, Thread
from networks.operations import (
    LastHost,
    MayNotHost,
    MayNotLook,
    approve_membership,
    begin_thread,
    choose_digest,
    end_hosting,
    hide_instead,
    let_through,
    read_all,
    read_up_to,
    remind_of_waiting_posts,
    send_digests,
)
from networks.queries import memberships_to_answer, new_in_networks, posts_waiting, threads_of
from people.errors import HasMovedOn
from people.models import Person, Role
from people.operations import deactivate
from safeguarding.models import Measure
from safeguarding.operations import answer_appeal, appeal_against, block, let_moderate
from tests.fixtures import NOW, Ear, make_person
from tests.networks.conftest import enter, reply

DAY = timedelta(days=1)


@pytest.fixture
def robin(cleo: Person, carers: Network) -> Membership:
    """Cleo hosts the carers, where the first posts of who is new are read first."""
    Network.objects.update(first_look="newcomers")
    return enter(cleo, carers, "Robin", is_host=True)


@pytest.fixture
def waiting(ben: Person, nights: Thread, robin: Membership, wren: Membership) -> Post:
    """Ben's first reply, which waits."""
    return reply(ben, nights, "I am new here.")


def waits_for(person: Person, after: timedelta = timedelta()) -> list[str]:
    return [post.body for post in posts_waiting(person, NOW + after)]


def test_a_newcomers_first_posts_wait_and_later_ones_do_not(
    ada: Person, ben: Person, cleo: Person, robin: Membership, wren: Membership, nights: Thread
) -> None:
    for number in range(3):
        post = reply(ben, nights, f"{number}")
        assert post.state == "waiting"
        let_through(by=cleo, post=post, at=NOW)

    wren.refresh_from_db()
    assert wren.posts_let_through == 3
    assert reply(ben, nights, "3").state == "shown"
    assert [post.body for post in Post.objects.visible_to(ada)][1:] == ["0", "1", "2", "3"]


def test_nobody_but_the_writer_and_the_hosts_sees_it_until_then(
    ada: Person, ben: Person, cleo: Person, waiting: Post
) -> None:
    def seen() -> list[int]:
        return [Post.objects.visible_to(one).filter(pk=waiting.pk).count() for one in (ada, ben, cleo)]

    assert seen() == [0, 1, 1]
    assert replies_seen_by(ada, waiting.thread) == 0
    let_through(by=cleo, post=waiting, at=NOW)
    assert seen() == [1, 1, 1]
    assert replies_seen_by(ada, waiting.thread) == 1


def replies_seen_by(person: Person, thread: Thread) -> int:
    found: Any = threads_of(thread.network, person).get(pk=thread.pk)
    return int(found.replies)


def test_a_thread_waits_with_its_first_post(
    ada: Person, ben: Person, cleo: Person, robin: Membership, wren: Membership
) -> None:
    thread = begin_thread(by=ben, network=wren.network, title="Hello", body="B", client_id=uuid4(), at=NOW)
    enter(ada, wren.network, "Heron")
    assert [Thread.objects.visible_to(one).exists() for one in (ada, ben, cleo)] == [False, True, True]

    let_through(by=cleo, post=thread.posts.get(), at=NOW)
    assert Thread.objects.visible_to(ada).get().standing == "shown"


def test_the_hosts_are_told_that_it_waits_and_its_writer_that_it_is_through(
    ben: Person, cleo: Person, nights: Thread, waiting: Post
) -> None:
    reply(ben, nights, "And another.")
    notice = cleo.notices.get()
    assert (notice.subject, notice.path) == ("Somebody waits for a first look", "/networks/carers/waiting/")
    assert "arers" not in notice.subject + notice.body
    assert ben.notices.count() == 0

    let_through(by=cleo, post=waiting, at=NOW)
    told = ben.notices.get()
    assert (told.subject, told.path) == ("What you wrote is there for all", f"/networks/carers/threads/{nights.pk}/")


def test_whom_it_names_is_told_once_it_is_through(ada: Person, cleo: Person, ben: Person, waiting: Post) -> None:
    named = reply(ben, waiting.thread, "Are you here too, @Heron?")
    assert ada.notices.count() == 0

    let_through(by=cleo, post=named, at=NOW)
    assert [(one.subject, one.path) for one in ada.notices.all()] == [
        ("Somebody mentioned you", f"/networks/posts/{named.pk}/")
    ]


def test_it_is_new_to_whoever_had_read_past_it_and_they_are_told_again(
    ada: Person, ben: Person, cleo: Person, eve: Person, waiting: Post
) -> None:
    late = enter(eve, waiting.thread.network, "Nightjar")
    reply(cleo, waiting.thread, "Good night.")
    thread = Thread.objects.get(pk=waiting.thread_id)
    for person, seq in ((ada, 3), (ben, 3), (eve, 1)):
        read_up_to(by=person, thread=thread, seq=seq, at=NOW)
    Following.objects.get_or_create(membership=late, thread=thread, since=NOW)
    Following.objects.filter(thread=thread).update(told_seq=3)

    let_through(by=cleo, post=waiting, at=NOW)
    assert places(Reading, "seq") == {"Heron": 1, "Wren": 3, "Nightjar": 1}
    # Eve was told and has not looked since, so she hears no more of it.
    assert places(Following, "told_seq") == {"Heron": 1, "Wren": 3, "Robin": 3, "Nightjar": 3}


def test_it_is_new_to_whoever_marked_all_as_read_meanwhile_and_in_the_next_digest(
    ada: Person, ben: Person, cleo: Person, waiting: Post
) -> None:
    network, later = waiting.thread.network, NOW + DAY + timedelta(hours=1)
    for person in (ada, ben):
        choose_digest(by=person, network=network, digest="daily", at=NOW)
        read_all(by=person, network=network, at=NOW + timedelta(hours=1))
    assert (new_in_networks(ada, later), send_digests(at=NOW + DAY)) == ({}, 0)

    let_through(by=cleo, post=waiting, at=later)
    assert (new_in_networks(ada, later), new_in_networks(ben, later)) == ({network.pk: 1}, {})
    assert Thread.objects.get(pk=waiting.thread_id).last_at == later
    assert send_digests(at=later + DAY) == 1
    assert ada.notices.get(kind="digest").body.startswith("1 new thing")


def places(model: type[Reading | Following], field: str) -> dict[str, int]:
    return dict(model.objects.values_list("membership__chosen_name", field))


@pytest.mark.django_db(transaction=True)
def test_everybody_hears_of_it_once_it_is_through(
    ear: Ear, ada: Person, ben: Person, cleo: Person, carers: Network
) -> None:
    Network.objects.update(first_look="newcomers")
    for person, name, host in ((ada, "Heron", False), (ben, "Wren", False), (cleo, "Robin", True)):
        enter(person, carers, name, is_host=host)
    thread = begin_thread(by=cleo, network=carers, title="T", body="B", client_id=uuid4(), at=NOW)
    ear.heard.clear()
    post = reply(ben, thread)
    assert [set(one.people) for one in ear.heard if "thread." in one.text] == [{ben.pk, cleo.pk}]

    ear.heard.clear()
    let_through(by=cleo, post=post, at=NOW)
    [news] = [one for one in ear.heard if "thread." in one.text]
    assert json.loads(news.text) == {"type": "thread.changed", "thread": thread.pk, "seq": 2, "changes": 1}
    assert set(news.people) == {ada.pk, ben.pk, cleo.pk}


@pytest.mark.parametrize(
    ("who", "at_once", "after_a_day"),
    [("ada", False, False), ("ben", False, False), ("cleo", True, True), ("dev", False, True), ("eve", False, False)],
)
def test_whom_it_waits_for(
    who: str,
    at_once: bool,
    after_a_day: bool,
    ada: Person,
    ben: Person,
    cleo: Person,
    dev: Person,
    eve: Person,
    waiting: Post,
) -> None:
    """The hosts, and after a day the coordinators as well."""
    person = {"ada": ada, "ben": ben, "cleo": cleo, "dev": dev, "eve": eve}[who]

    assert (bool(waits_for(person)), bool(waits_for(person, DAY))) == (at_once, after_a_day)
    if not at_once:
        with pytest.raises(MayNotLook):
            let_through(by=person, post=waiting, at=NOW)
    if after_a_day:
        let_through(by=person, post=waiting, at=NOW + DAY)


def test_nobody_lets_their_own_words_through(ben: Person, cleo: Person, waiting: Post) -> None:
    Membership.objects.filter(person=ben).update(is_host=True)
    assert (waits_for(ben), waits_for(cleo)) == ([], ["I am new here."])
    with pytest.raises(MayNotLook):
        let_through(by=ben, post=waiting, at=NOW)


def test_a_host_kept_apart_from_the_writer_leaves_it_to_the_others(
    ada: Person, ben: Person, cleo: Person, dev: Person, waiting: Post
) -> None:
    block(by=cleo, person=ben, known_as="Wren", at=NOW)
    assert (waits_for(cleo), waits_for(dev), waits_for(dev, DAY)) == ([], [], ["I am new here."])
    Membership.objects.filter(person=ada).update(is_host=True)
    assert waits_for(ada) == ["I am new here."]


@pytest.mark.parametrize("how", ["left", "deactivated"])
def test_where_no_host_is_left_it_waits_for_the_coordinators_at_once(
    how: str, ben: Person, cleo: Person, dev: Person, waiting: Post
) -> None:
    if how == "left":
        Membership.objects.filter(person=cleo).update(is_host=False)
    else:
        deactivate(person=cleo, by=None, at=NOW)
        assert dev.notices.get().subject == "A network has no host"
        dev.notices.all().delete()

    assert waits_for(dev) == ["I am new here."]
    reply(ben, waiting.thread, "Is anybody here?")
    assert dev.notices.get().subject == "Somebody waits for a first look"


def test_coordinators_answer_who_asks_to_join_while_no_host_is_left(
    ada: Person, cleo: Person, dev: Person, pain: Network
) -> None:
    host, asking = enter(cleo, pain, "Robin", is_host=True), enter(ada, pain, "Heron", state="asked")
    with pytest.raises(MayNotHost):
        approve_membership(by=dev, membership=asking, at=NOW)
    assert not memberships_to_answer(dev).exists()

    end_hosting(by=dev, membership=host, at=NOW)
    assert dev.notices.get().subject == "A network has no host"
    assert list(memberships_to_answer(dev)) == [asking]
    for person in (cleo, ada):
        with pytest.raises(MayNotHost):
            approve_membership(by=person, membership=asking, at=NOW)
    approve_membership(by=dev, membership=asking, at=NOW)
    assert Membership.objects.get(pk=asking.pk).state == "joined"


def test_a_host_does_not_leave_a_network_alone_by_stopping(cleo: Person, carers: Network) -> None:
    with pytest.raises(LastHost):
        end_hosting(by=cleo, membership=enter(cleo, carers, "Robin", is_host=True), at=NOW)


def test_who_waits_for_a_day_is_brought_back_to_mind_once(cleo: Person, dev: Person, waiting: Post) -> None:
    cleo.notices.all().delete()
    remind_of_waiting_posts(at=NOW + DAY - timedelta(minutes=1))
    assert (cleo.notices.count(), dev.notices.count()) == (0, 0)
    for _ in range(2):
        remind_of_waiting_posts(at=NOW + DAY)
    assert (cleo.notices.count(), dev.notices.count()) == (1, 1)


def test_of_two_hosts_the_second_hears_that_it_was_read(ada: Person, cleo: Person, waiting: Post) -> None:
    Membership.objects.filter(person=ada).update(is_host=True)
    let_through(by=cleo, post=waiting, at=NOW)

    with pytest.raises(HasMovedOn, match="has read this one already"):
        let_through(by=ada, post=waiting, at=NOW)
    assert Membership.objects.get(pk=waiting.author_id).posts_let_through == 1


def test_what_is_not_let_through_is_hidden_with_a_reason_told_and_can_be_appealed_against(
    ada: Person, ben: Person, cleo: Person, dev: Person, waiting: Post
) -> None:
    let_moderate(person=cleo, scope=waiting.thread.network.scope, at=NOW)
    hide_instead(by=cleo, post=waiting, reason="private", words="There is a name in it.", at=NOW)

    waiting.refresh_from_db()
    measure = Measure.objects.get()
    assert (waiting.state, measure.kind, measure.by, measure.words) == (
        "hidden",
        "hide",
        cleo,
        "There is a name in it.",
    )
    assert (measure.concern.state, measure.concern.raised_by) == ("closed", None)
    assert [one.path for one in ben.notices.all()] == [f"/safety/measures/{measure.pk}/"]
    with pytest.raises(HasMovedOn):
        let_through(by=cleo, post=waiting, at=NOW)
    with pytest.raises(HasMovedOn):
        hide(cleo, waiting)

    appeal = appeal_against(by=ben, measure=measure, words="It is my own name.", at=NOW)
    answer_appeal(by=dev, appeal=appeal, upheld=True, answer="So it is.", at=NOW)
    waiting.refresh_from_db()
    assert waiting.state == "shown"
    assert Post.objects.visible_to(ada).filter(pk=waiting.pk).exists()
    assert "What you wrote is there for all" in [one.subject for one in ben.notices.all()]


def hide(by: Person, post: Post) -> None:
    hide_instead(by=by, post=post, reason="other", words="Not like this.", at=NOW)


@pytest.mark.parametrize("words", ["", "  "])
def test_nothing_is_hidden_without_a_reason(words: str, cleo: Person, waiting: Post) -> None:
    let_moderate(person=cleo, scope=waiting.thread.network.scope, at=NOW)
    with pytest.raises(ValidationError):
        hide_instead(by=cleo, post=waiting, reason="other", words=words, at=NOW)
    assert (Measure.objects.count(), Post.objects.get(pk=waiting.pk).state) == (0, "waiting")


def test_who_may_not_look_hides_nothing(ada: Person, ben: Person, dev: Person, waiting: Post) -> None:
    for person in (ada, ben, dev):
        with pytest.raises(MayNotLook):
            hide(person, waiting)
    hide_instead(by=dev, post=waiting, reason="other", words="Late.", at=NOW + DAY)
    assert Post.objects.get(pk=waiting.pk).state == "hidden"


@pytest.mark.servers
@pytest.mark.django_db(transaction=True)
def test_of_sixteen_at_once_one_lets_it_through(carers: Network, ben: Person, cleo: Person) -> None:
    Network.objects.update(first_look="newcomers")
    hosts = [cleo, *(make_person(f"Host {number}", Role.Kind.PEER, age_group="26_64") for number in range(15))]
    for number, host in enumerate(hosts):
        enter(host, carers, f"Kite {number}", is_host=True)
    enter(ben, carers, "Wren")
    post = begin_thread(by=ben, network=carers, title="T", body="B", client_id=uuid4(), at=NOW).posts.get()

    def look(host: Person) -> bool:
        try:
            let_through(by=host, post=Post.objects.get(pk=post.pk), at=NOW)
        except HasMovedOn:
            return False
        finally:
            connections.close_all()
        return True

    with ThreadPoolExecutor(16) as pool:
        assert sorted(pool.map(look, hosts)) == [False] * 15 + [True]
    assert Membership.objects.get(person=ben).posts_let_through == 1
