"""Words of a post that should make a person look: who is told, what the writer sees, and that nothing is stopped."""

from uuid import uuid4

import pytest

from messaging.files import GivenFile
from networks.models import Membership, Post, Thread
from networks.operations import GivenPictures, begin_thread, look_for_worries, post_reply, screening
from people.models import Person, Role
from safeguarding.models import Concern
from tests.fixtures import NOW, make_person
from tests.messaging.files.making import picture
from tests.networks.conftest import enter, reply

DESPAIR = "I can't go on. I want to die."


@pytest.fixture
def lena(db: None) -> Person:
    """Lena is the safeguarding lead."""
    return make_person("Lena", Role.Kind.SAFEGUARDING_LEAD)


@pytest.mark.parametrize(
    ("words", "help_now", "noticed"),
    [
        (DESPAIR, True, ["self_harm"]),
        ("My husband hits me.", True, ["harmed"]),
        ("My friend wants to kill herself.", False, ["self_harm"]),
        ("I am dying for a cup of tea.", False, []),
        ("We have had nothing to eat since Friday.", False, ["means"]),
    ],
)
def test_what_is_noticed_and_whom_help_is_shown_to(
    words: str, help_now: bool, noticed: list[str], ada: Person, nights: Thread
) -> None:
    post = reply(ada, nights, words)

    assert (post.state, post.calls_for_help) == ("shown", help_now)
    assert [one.noticed_kind for one in Concern.objects.all()] == noticed


def test_it_is_put_before_those_who_keep_people_safe_and_no_host_sees_it(
    ada: Person, cleo: Person, dev: Person, lena: Person, nights: Thread
) -> None:
    enter(cleo, nights.network, "Robin", is_host=True)
    post = reply(ada, nights, DESPAIR)

    concern = Concern.objects.get()
    assert (concern.about, concern.raised_by, concern.evidence_kind) == (ada, None, "post")
    assert (concern.evidence_author, concern.evidence_text, concern.evidence_reference) == (
        "Heron",
        DESPAIR,
        str(post.pk),
    )
    assert [Concern.objects.visible_to(one).count() for one in (dev, lena, cleo, ada)] == [1, 1, 0, 0]
    assert [one.notices.count() for one in (dev, lena, cleo, ada)] == [1, 1, 0, 0]


def test_the_title_is_read_too(ada: Person, heron: Membership) -> None:
    thread = begin_thread(by=ada, network=heron.network, title=DESPAIR, body="Hello", client_id=uuid4(), at=NOW)

    assert Concern.objects.get().evidence_text == f"{DESPAIR}\n\nHello"
    assert thread.posts.get().state == "shown"


def test_what_is_said_to_be_seen_on_a_picture_is_read_too(ada: Person, nights: Thread) -> None:
    moon = GivenPictures([GivenFile("moon.png", picture("PNG", (8, 6)))], [DESPAIR])
    post = post_reply(by=ada, thread=nights, body="Look.", client_id=uuid4(), at=NOW, pictures=moon)

    assert (post.state, post.calls_for_help) == ("shown", True)
    assert Concern.objects.get().evidence_text == f"Look.\n\nmoon.jpg: {DESPAIR}"


def test_other_words_of_the_same_worry_on_the_same_day_tell_nobody_twice(
    ada: Person, dev: Person, nights: Thread
) -> None:
    first = reply(ada, nights, DESPAIR)
    assert look_for_worries(post=first, at=NOW) is True

    assert Concern.objects.get().times_noticed == 2
    assert dev.notices.count() == 1


def test_whatever_goes_wrong_the_post_is_there(
    ada: Person, dev: Person, nights: Thread, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(**_: object) -> None:
        raise RuntimeError

    # A fault of ours, which nothing that is said could bring about.
    monkeypatch.setattr(screening, "prompt_about", broken)

    assert reply(ada, nights, DESPAIR).calls_for_help is True
    assert Post.objects.filter(body=DESPAIR).count() == 1
    assert Concern.objects.count() == 0
