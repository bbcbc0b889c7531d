"""Naming somebody: whose name it is, who is told, and that nobody is told twice or of what they may not see."""

from typing import Any

import pytest

from messaging.models import Notice
from networks.models import Membership, Mention, Muting, Network, Post, Thread, ThreadPlace
from networks.naming import names_in
from networks.operations import edit_post, tell_mentioned
from networks.operations.standing import let_stand
from people.models import Person
from safeguarding.operations import block
from tests.fixtures import NOW
from tests.networks.conftest import enter, reply

NAMES = ["Wren", "Early Reed", "Early", "O'Neil", "Ana (nights)"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Thank you @Wren!", {"Wren"}),
        ("@early reed knows.", {"Early Reed"}),
        ("@EARLY  is up; @Early\nreed too", {"Early", "Early Reed"}),
        ("@Earlybird", set()),
        ("wren without a sign, mail to bo@wren.org", set()),
        ("@@Wren", set()),
        ("@O'Neil's and (@Ana (nights))", {"O'Neil", "Ana (nights)"}),
        ("", set()),
    ],
)
def test_whose_name_stands_there(words: str, found: set[str]) -> None:
    assert names_in(words, NAMES) == found


def told(person: Person) -> list[str]:
    notices = Notice.objects.filter(person=person, subject="Somebody mentioned you")
    return [one.path for one in notices]


@pytest.fixture
def robin(cleo: Person, nights: Thread) -> Membership:
    return enter(cleo, nights.network, "Robin")


def test_who_is_named_is_told_once_without_the_name_of_the_network(
    ben: Person, cleo: Person, wren: Membership, robin: Membership, nights: Thread
) -> None:
    post = reply(ben, nights, "What do you think, @robin? And @Robin again, @Wren.")

    assert [one.membership for one in post.mentions.all()] == [robin]
    assert told(cleo) == [f"/networks/posts/{post.pk}/"]
    notice = Notice.objects.get(person=cleo)
    assert nights.network.name not in notice.subject + notice.body + notice.path
    assert told(ben) == []


def test_editing_adds_and_takes_away_and_never_tells_twice(
    ada: Person, ben: Person, cleo: Person, wren: Membership, robin: Membership, nights: Thread
) -> None:
    post = reply(ben, nights, "@Robin?")
    for body in ("Nobody.", "@Robin and @Heron", "Nobody.", "@Heron"):
        edit_post(by=ben, post=post, body=body, at=NOW)

    assert (len(told(cleo)), len(told(ada))) == (1, 1)
    assert [one.membership.chosen_name for one in Mention.objects.named()] == ["Heron"]


@pytest.mark.parametrize("direction", ["by the writer", "by the one named"])
def test_nobody_is_told_across_a_block(
    ben: Person, cleo: Person, wren: Membership, robin: Membership, nights: Thread, direction: str
) -> None:
    by, person = (ben, cleo) if direction == "by the writer" else (cleo, ben)
    block(by=by, person=person, known_as="x", at=NOW)

    reply(ben, nights, "@Robin?")

    assert told(cleo) == []


def test_nor_who_has_left_nor_of_a_private_thread_without_a_place(
    ada: Person, ben: Person, cleo: Person, wren: Membership, robin: Membership, nights: Thread
) -> None:
    Thread.objects.update(kind=Thread.Kind.PRIVATE)
    ThreadPlace.objects.bulk_create(ThreadPlace(thread=nights, membership=one) for one in (nights.begun_by, wren))
    reply(ben, Thread.objects.get(), "@Robin and @Heron?")
    assert (told(cleo), len(told(ada))) == ([], 1)

    Thread.objects.update(kind=Thread.Kind.TALK)
    Membership.objects.filter(pk=robin.pk).update(state="left")
    reply(ben, Thread.objects.get(), "@Robin?")
    assert told(cleo) == []


@pytest.mark.parametrize("what", ["thread", "member", "word"])
def test_nor_who_mutes_the_thread_or_its_writer(
    ben: Person, cleo: Person, wren: Membership, robin: Membership, nights: Thread, what: str
) -> None:
    of: dict[str, Any] = {"thread": nights, "member": wren, "word": "cake"}
    Muting.objects.create(membership=robin, since=NOW, **{what: of[what]})

    reply(ben, nights, "@Robin?")

    assert len(told(cleo)) == (1 if what == "word" else 0)


def test_of_what_is_kept_back_one_is_told_when_it_is_shown(
    ben: Person, cleo: Person, wren: Membership, robin: Membership, nights: Thread
) -> None:
    Network.objects.update(first_look="everyone")
    nights.network.refresh_from_db()
    post = reply(ben, nights, "@Robin?")
    tell_mentioned(post, at=NOW)
    assert (post.state, told(cleo)) == ("waiting", [])

    let_stand(post, Post.State.SHOWN, by=None, at=NOW)
    let_stand(post, Post.State.HELD, by=None, at=NOW)
    let_stand(post, Post.State.SHOWN, by=None, at=NOW)
    assert len(told(cleo)) == 1


def test_of_many_names_the_first_twenty_count(ben: Person, wren: Membership, nights: Thread) -> None:
    for number in range(25):
        person = Person.objects.create_user(f"{number}@example.org", chosen_name=f"P{number}", age_group="26_64")
        enter(person, nights.network, f"Bird {number}")

    post = reply(ben, nights, " ".join(f"@Bird {number}," for number in range(25)))

    assert post.mentions.count() == 20
