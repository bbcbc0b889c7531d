"""Keeping threads in order: by whom, how many are pinned, and that an announcement is told once to each."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection, connections, transaction
from django.test.utils import CaptureQueriesContext

from messaging.models import Notice
from networks.models import Membership, Post, Tag, Thread
from networks.operations import (
    Arrangement,
    EnoughIsPinned,
    MayNotArrange,
    MayNotPost,
    TooManyTags,
    arrange_thread,
    note_sensitive,
    solve_thread,
)
from people.errors import HasMovedOn
from people.models import Person
from safeguarding.operations import block
from tests.fixtures import NOW
from tests.networks.conftest import enter, reply

AS_IT_IS = Arrangement(is_pinned=False, is_closed=False, is_announcement=False, sensitive_note="")
PINNED = replace(AS_IT_IS, is_pinned=True)
ANNOUNCED = replace(AS_IT_IS, is_announcement=True)


@pytest.fixture
def robin(cleo: Person, nights: Thread) -> Membership:
    """Cleo hosts the network in which Ada began the thread."""
    return enter(cleo, nights.network, "Robin", is_host=True)


def may(verb: Callable[[], object]) -> bool:
    try:
        verb()
    except (MayNotArrange, MayNotPost):
        return False
    return True


@pytest.mark.parametrize(
    ("who", "arranges", "notes", "solves"),
    [
        ("author", False, True, True),
        ("host", True, True, True),
        ("leader", False, False, False),
        ("member", False, False, False),
        ("outsider", False, False, False),
    ],
)
def test_who_may_do_what_with_a_thread(
    ada: Person,
    ben: Person,
    cleo: Person,
    dev: Person,
    eve: Person,
    wren: Membership,
    robin: Membership,
    nights: Thread,
    who: str,
    arranges: bool,
    notes: bool,
    solves: bool,
) -> None:
    Membership.objects.filter(pk=enter(dev, nights.network, "Plover").pk).update(is_leader=True)
    answer = reply(ben, nights)
    by = {"author": ada, "host": cleo, "leader": dev, "member": ben, "outsider": eve}[who]

    assert may(lambda: arrange_thread(by=by, thread=nights, to=PINNED, at=NOW)) is arranges
    assert may(lambda: note_sensitive(by=by, thread=nights, note="About grief")) is notes
    assert may(lambda: solve_thread(by=by, thread=nights, post=answer, on=True)) is solves
    nights.refresh_from_db()
    assert (bool(nights.pinned_at), nights.sensitive_note, nights.answer) == (
        arranges,
        "About grief" if notes else "",
        answer if solves else None,
    )


def test_a_private_thread_is_not_for_hosts_to_arrange(cleo: Person, robin: Membership, nights: Thread) -> None:
    Thread.objects.update(kind=Thread.Kind.PRIVATE)

    with pytest.raises(MayNotArrange):
        arrange_thread(by=cleo, thread=Thread.objects.get(), to=PINNED, at=NOW)


def test_three_are_pinned_at_most(cleo: Person, robin: Membership, nights: Thread) -> None:
    for number in range(3):
        Thread.objects.create(
            network=nights.network, begun_by=robin, title=f"{number}", began_at=NOW, last_at=NOW, pinned_at=NOW
        )

    with pytest.raises(EnoughIsPinned):
        arrange_thread(by=cleo, thread=nights, to=PINNED, at=NOW)
    Thread.objects.filter(title="0").update(pinned_at=None)
    arrange_thread(by=cleo, thread=nights, to=PINNED, at=NOW)
    # Once pinned it can be saved as it is.
    arrange_thread(by=cleo, thread=nights, to=PINNED, at=NOW + timedelta(days=1))
    assert Thread.objects.get(pk=nights.pk).pinned_at == NOW


@pytest.mark.servers
@pytest.mark.django_db(transaction=True)
def test_of_two_hosts_at_once_who_would_pin_a_fourth_waits_and_hears_of_the_third(
    cleo: Person, dev: Person, robin: Membership, nights: Thread
) -> None:
    enter(dev, nights.network, "Kite", is_host=True)
    days, dawns, dusks = (
        Thread.objects.create(network=nights.network, begun_by=robin, title=title, began_at=NOW, last_at=NOW)
        for title in ("Days", "Dawns", "Dusks")
    )
    for thread in (days, dawns):
        arrange_thread(by=cleo, thread=thread, to=PINNED, at=NOW)

    def pin() -> None:
        try:
            arrange_thread(by=dev, thread=nights, to=PINNED, at=NOW)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as threads:
        with transaction.atomic():
            arrange_thread(by=cleo, thread=dusks, to=PINNED, at=NOW)
            pinned = threads.submit(pin)
            assert not wait([pinned], timeout=0.5).done
        with pytest.raises(EnoughIsPinned):
            pinned.result(timeout=30)


def test_tags_are_the_networks_in_any_case(cleo: Person, robin: Membership, nights: Thread) -> None:
    Tag.objects.create(network=nights.network, name="Sleep")

    arrange_thread(by=cleo, thread=nights, to=replace(AS_IT_IS, tags=["sleep", "Work"]), at=NOW)

    assert [tag.name for tag in nights.tags.all()] == ["Sleep", "Work"]
    with pytest.raises(TooManyTags):
        arrange_thread(by=cleo, thread=nights, to=replace(AS_IT_IS, tags=list("abcdef")), at=NOW)


def announcements() -> list[str]:
    told = Notice.objects.filter(subject="An announcement in a network").order_by("person__chosen_name")
    return list(told.values_list("person__chosen_name", flat=True))


def test_an_announcement_is_told_once_to_each_but_across_a_block(
    ada: Person,
    ben: Person,
    cleo: Person,
    dev: Person,
    eve: Person,
    wren: Membership,
    robin: Membership,
    nights: Thread,
) -> None:
    enter(dev, nights.network, "Plover")
    enter(eve, nights.network, "Lark", state=Membership.State.LEFT)
    block(by=dev, person=cleo, known_as="Robin", at=NOW)
    nights.posts.update(author=robin)
    Thread.objects.update(begun_by=robin)

    for to in (ANNOUNCED, AS_IT_IS, ANNOUNCED):
        arrange_thread(by=cleo, thread=Thread.objects.get(), to=to, at=NOW)

    assert announcements() == ["Ada", "Ben"]
    assert nights.network.name not in str(Notice.objects.values_list("subject", "body", "path"))


def test_five_hundred_are_told_in_few_statements(cleo: Person, robin: Membership, nights: Thread) -> None:
    counts = []
    for number in (5, 500):
        people = Person.objects.bulk_create(
            Person(email=f"{number}-{each}@example.org", chosen_name=f"P{each}", age_group="26_64")
            for each in range(number)
        )
        Membership.objects.bulk_create(
            Membership(
                network=nights.network, person=one, chosen_name=f"Bird {number} {each}", state="joined", since=NOW
            )
            for each, one in enumerate(people)
        )
        Thread.objects.update(announced_at=None)
        with CaptureQueriesContext(connection) as queries:
            arrange_thread(by=cleo, thread=Thread.objects.get(), to=ANNOUNCED, at=NOW)
        counts.append(len(queries))

    # SQLite takes so many rows in several batches.
    assert counts[1] - counts[0] <= 5
    assert len(announcements()) >= 505


def test_the_answer_is_a_reply_that_is_there(
    ada: Person, ben: Person, wren: Membership, robin: Membership, nights: Thread
) -> None:
    first, second, held = (reply(ben, nights) for _ in range(3))
    Post.objects.filter(pk=held.pk).update(state="held")
    for post in (nights.posts.get(seq=1), held):
        with pytest.raises(HasMovedOn):
            solve_thread(by=ada, thread=nights, post=post, on=True)

    for post, on, answer in (
        (first, True, first),
        (second, True, second),
        (first, False, second),
        (second, False, None),
    ):
        solve_thread(by=ada, thread=nights, post=post, on=on)
        assert Thread.objects.get(pk=nights.pk).answer == answer
