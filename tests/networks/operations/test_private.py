"""What is said between a few: who reads it, who is told, and what stops it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from messaging.models import Notice
from messaging.operations import DetailsAreIn
from networks.models import Membership, Network, Post, Thread
from networks.operations import begin_private, leave, post_reply, write_to_hosts
from people.models import Person
from safeguarding.operations import block
from tests.fixtures import NOW, Ear
from tests.networks.conftest import enter, reply

LATER = NOW + timedelta(hours=1)


def write(
    by: Person, *with_: Membership, network: Network, body: str = "Tuesday at two?", sure: bool = False
) -> Thread:
    return begin_private(
        by=by, network=network, with_=with_, title="Tuesday", body=body, client_id=uuid4(), at=NOW, sure=sure
    )


def seen_by(person: Person) -> list[str]:
    return [post.body for post in Post.objects.visible_to(person)]


@pytest.fixture
def robin(cleo: Person, carers: Network) -> Membership:
    """Cleo hosts the carers."""
    return enter(cleo, carers, "Robin", is_host=True)


@pytest.fixture
def kite(dev: Person, carers: Network) -> Membership:
    """Dev hosts the carers too."""
    return enter(dev, carers, "Kite", is_host=True)


def test_only_those_with_a_place_read_it_and_no_host(
    ada: Person, ben: Person, cleo: Person, carers: Network, heron: Membership, wren: Membership, robin: Membership
) -> None:
    thread = write(ada, wren, network=carers)
    reply(ben, thread, "Two is good.")

    assert (thread.kind, thread.standing) == ("private", "shown")
    assert seen_by(ada) == seen_by(ben) == ["Tuesday at two?", "Two is good."]
    assert seen_by(cleo) == []
    assert not Thread.objects.public().exists()


def test_who_has_no_place_writes_nothing_in_it(
    ada: Person, cleo: Person, carers: Network, heron: Membership, wren: Membership, robin: Membership
) -> None:
    thread = write(ada, wren, network=carers)

    with pytest.raises(PermissionDenied, match="between a few others"):
        reply(cleo, thread)
    assert thread.posts.count() == 1


def test_the_others_are_told_once_until_they_have_read_it_and_no_notice_names_the_network(
    ada: Person, ben: Person, carers: Network, heron: Membership, wren: Membership
) -> None:
    thread = write(ada, wren, network=carers)
    reply(ada, thread)

    [notice] = ben.notices.all()
    assert (notice.kind, notice.path) == ("networks", f"/networks/carers/threads/{thread.pk}/")
    assert "arers" not in notice.subject + notice.body
    assert ada.notices.count() == 0
    Notice.objects.update(read_at=LATER)
    reply(ada, thread)
    assert ben.notices.count() == 2


@pytest.mark.django_db(transaction=True)
def test_its_frames_go_to_those_with_a_place(
    ear: Ear, ada: Person, ben: Person, cleo: Person, carers: Network, heron: Membership, wren: Membership
) -> None:
    enter(cleo, carers, "Robin", is_host=True)
    write(ada, wren, network=carers)

    [news] = [one for one in ear.heard if "thread.posted" in one.text]
    assert set(news.people) == {ada.pk, ben.pk}


def test_the_same_again_begins_it_once(
    ada: Person, carers: Network, heron: Membership, wren: Membership, ben: Person
) -> None:
    same = uuid4()
    begun = [
        begin_private(by=ada, network=carers, with_=[wren], title="T", body="B", client_id=same, at=NOW)
        for _ in range(2)
    ]
    assert begun[0] == begun[1]
    assert begun[0].places.count() == 2
    assert ben.notices.count() == 1


@pytest.mark.parametrize("who", ["ada", "ben"])
def test_a_block_stops_it_before_it_begins_and_afterwards_both_ways(
    who: str, ada: Person, ben: Person, carers: Network, heron: Membership, wren: Membership
) -> None:
    thread = write(ada, wren, network=carers)
    people = {"ada": ada, "ben": ben}
    by = people.pop(who)
    [other] = people.values()
    block(by=by, person=other, known_as="X", at=NOW)

    said = set()
    for person in (ada, ben):
        with pytest.raises(PermissionDenied) as stopped:
            reply(person, thread)
        said.add(str(stopped.value))
    assert said == {"Nobody else is there to read it any more. What was said stays for you to read."}
    with pytest.raises(PermissionDenied, match="You cannot write to them here"):
        write(ada, wren, network=carers)
    with pytest.raises(PermissionDenied, match="You cannot write to them here"):
        write(ben, heron, network=carers)
    assert Post.objects.count() == 1


def test_leaving_the_network_ends_it_for_both(
    ada: Person, ben: Person, carers: Network, heron: Membership, wren: Membership
) -> None:
    thread = write(ada, wren, network=carers)
    leave(by=ben, network=carers, at=NOW)

    assert (seen_by(ada), seen_by(ben)) == (["Tuesday at two?"], [])
    for person in (ada, ben):
        with pytest.raises(PermissionDenied):
            reply(person, thread)


def test_one_writes_neither_to_oneself_nor_to_nobody_nor_to_who_is_elsewhere(
    ada: Person, ben: Person, carers: Network, pain: Network, heron: Membership
) -> None:
    elsewhere = enter(ben, pain, "Wren")
    for with_ in ([], [heron], [elsewhere], [heron, elsewhere]):
        with pytest.raises(PermissionDenied):
            write(ada, *with_, network=carers)
    assert Thread.objects.count() == 0


def test_no_young_member_writes_with_one_grown_up_alone(ada: Person, finn: Person, young: Network) -> None:
    """An adult who hosts a network of young people is there for all of them."""
    grown_up, robin = enter(ada, young, "Kite", is_host=True), enter(finn, young, "Robin")
    with pytest.raises(PermissionDenied):
        write(finn, grown_up, network=young)
    with pytest.raises(PermissionDenied):
        write(ada, robin, network=young)

    assert write_to_hosts(by=finn, network=young, title="T", body="B", client_id=uuid4(), at=NOW).places.count() == 2


def test_contact_details_are_asked_about_once(
    ada: Person, ben: Person, carers: Network, heron: Membership, wren: Membership
) -> None:
    with pytest.raises(DetailsAreIn):
        write(ada, wren, network=carers, body="Ring me on 07700 900123.")
    assert Thread.objects.count() == 0

    thread = write(ada, wren, network=carers, body="Ring me on 07700 900123.", sure=True)

    def answer(*, sure: bool) -> Post:
        words = "Mine is 07700 900456."
        return post_reply(by=ben, thread=thread, body=words, client_id=uuid4(), at=NOW, sure=sure)

    with pytest.raises(DetailsAreIn):
        answer(sure=False)
    assert answer(sure=True).seq == 2


def test_contact_details_in_open_talk_are_not_asked_about(ada: Person, nights: Thread) -> None:
    assert reply(ada, nights, "The helpline is 07700 900123.").seq == 2


def test_a_newcomers_private_words_wait_for_nobody(
    ada: Person, carers: Network, heron: Membership, wren: Membership
) -> None:
    Network.objects.update(first_look="everyone")

    assert write(ada, wren, network=carers).posts.get().state == "shown"


def test_the_hosts_of_now_read_what_is_written_to_them(
    ada: Person,
    ben: Person,
    cleo: Person,
    dev: Person,
    carers: Network,
    heron: Membership,
    wren: Membership,
    robin: Membership,
) -> None:
    thread = write_to_hosts(by=ada, network=carers, title="T", body="To the hosts", client_id=uuid4(), at=NOW)
    enter(dev, carers, "Kite", is_host=True)

    assert {one.membership for one in thread.places.all()} == {heron, robin}
    assert (seen_by(cleo), seen_by(dev), seen_by(ben)) == (["To the hosts"], [], [])


@pytest.mark.parametrize(("blocked", "read_by"), [("cleo", {"Kite"}), ("dev", {"Robin"}), ("both", None)])
def test_a_host_kept_apart_reads_nothing_and_the_others_do(
    blocked: str,
    read_by: set[str] | None,
    ada: Person,
    cleo: Person,
    dev: Person,
    carers: Network,
    heron: Membership,
    robin: Membership,
    kite: Membership,
) -> None:
    for person in (cleo, dev):
        if blocked in ("both", person.chosen_name.lower()):
            block(by=ada, person=person, known_as="X", at=NOW)

    def to_hosts() -> Thread:
        return write_to_hosts(by=ada, network=carers, title="T", body="B", client_id=uuid4(), at=NOW)

    if read_by is None:
        with pytest.raises(PermissionDenied, match="no host you can write to"):
            to_hosts()
    else:
        places = to_hosts().places.exclude(membership=heron)
        assert {one.membership.chosen_name for one in places} == read_by


def test_who_is_not_in_it_writes_to_no_host(eve: Person, carers: Network, robin: Membership) -> None:
    with pytest.raises(PermissionDenied):
        write_to_hosts(by=eve, network=carers, title="T", body="B", client_id=uuid4(), at=NOW)
