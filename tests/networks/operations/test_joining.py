"""Joining, leaving and coming back."""

from datetime import timedelta

import pytest

from messaging.models import Notice
from networks.models import Membership, Network
from networks.operations import (
    AskAgainLater,
    LastHost,
    MayNotJoin,
    NameIsKnown,
    NameIsTaken,
    join,
    leave,
    make_host,
    refuse_membership,
)
from people.models import Consent, Person, StateChange
from people.operations import give_consent
from tests.fixtures import NOW
from tests.networks.conftest import enter, make_network, reply

LATER = NOW + timedelta(days=40)


def history(person: Person) -> list[tuple[str, str, Person | None]]:
    changes = StateChange.objects.filter(machine="networks.membership", person=person).order_by("pk")
    return [(change.before, change.after, change.by) for change in changes]


def test_an_open_network_is_joined_at_once(ada: Person, carers: Network) -> None:
    membership = join(by=ada, network=carers, chosen_name=" Grey   Heron ", at=NOW)

    membership.refresh_from_db()
    assert (membership.chosen_name, membership.state, membership.since) == ("Grey Heron", "joined", NOW)
    assert history(ada) == [("", "asked", ada), ("asked", "joined", ada)]


def test_joining_twice_changes_nothing(ada: Person, carers: Network) -> None:
    first = join(by=ada, network=carers, chosen_name="Heron", at=NOW)

    assert join(by=ada, network=carers, chosen_name="Other", at=LATER) == first
    first.refresh_from_db()
    assert (first.chosen_name, first.since) == ("Heron", NOW)
    assert len(history(ada)) == 2


def test_whom_a_moderator_took_out_asks_the_hosts_of_an_open_network_too(
    ada: Person, ben: Person, carers: Network
) -> None:
    enter(ben, carers, "Wren", is_host=True)
    enter(ada, carers, "Heron", state=Membership.State.REMOVED)

    assert join(by=ada, network=carers, chosen_name="", at=LATER).state == Membership.State.ASKED
    assert Notice.objects.get().person == ben


def test_by_request_one_waits_and_each_host_is_told_without_naming_the_network(
    ada: Person, ben: Person, pain: Network
) -> None:
    enter(ben, pain, "Wren", is_host=True)
    give_consent(by=ben, purpose=Consent.Purpose.EMAIL, at=NOW)

    membership = join(by=ada, network=pain, chosen_name="Heron", at=NOW)

    assert membership.state == Membership.State.ASKED
    notice = Notice.objects.get()
    assert notice.person == ben
    assert "pain" not in f"{notice.subject} {notice.body} {notice.path}".lower()


@pytest.mark.parametrize("age_group", ["", "under_18"])
def test_who_is_not_of_the_age_or_did_not_tell_it_may_not_join(ada: Person, carers: Network, age_group: str) -> None:
    ada.age_group = age_group

    with pytest.raises(MayNotJoin):
        join(by=ada, network=carers, chosen_name="Heron", at=NOW)
    assert Membership.objects.count() == 0


@pytest.mark.parametrize("name", ["Wren", "wren", " WREN ", "\uff37ren"])
def test_a_name_is_one_persons_also_after_they_left(ada: Person, wren: Membership, name: str) -> None:
    leave(by=wren.person, network=wren.network, at=NOW)

    with pytest.raises(NameIsTaken):
        join(by=ada, network=wren.network, chosen_name=name, at=NOW)


@pytest.mark.parametrize("name", ["Ada", "ada", "Ada Okafor", "Robin"])
def test_a_name_that_would_tell_who_one_is_is_refused(ada: Person, carers: Network, pain: Network, name: str) -> None:
    ada.full_name = "Ada Okafor"
    enter(ada, pain, "Robin")

    with pytest.raises(NameIsKnown):
        join(by=ada, network=carers, chosen_name=name, at=NOW)


def test_leaving_keeps_the_posts_and_coming_back_keeps_the_name(
    ada: Person, carers: Network, heron: Membership
) -> None:
    leave(by=ada, network=carers, at=NOW)
    leave(by=ada, network=carers, at=LATER)
    heron.refresh_from_db()
    assert (heron.state, heron.since) == ("left", NOW)

    back = join(by=ada, network=carers, chosen_name="Somebody New", at=LATER)

    back.refresh_from_db()
    assert (back.pk, back.state, back.chosen_name, back.since) == (heron.pk, "joined", "Heron", LATER)
    assert history(ada) == [("joined", "left", ada), ("left", "asked", ada), ("asked", "joined", ada)]


def test_asking_can_be_taken_back(ada: Person, pain: Network) -> None:
    membership = join(by=ada, network=pain, chosen_name="Heron", at=NOW)
    leave(by=ada, network=pain, at=NOW)

    membership.refresh_from_db()
    assert membership.state == Membership.State.LEFT


def test_after_a_no_one_may_ask_again_later_and_under_another_name(ada: Person, ben: Person, pain: Network) -> None:
    enter(ben, pain, "Wren", is_host=True)
    membership = join(by=ada, network=pain, chosen_name="Heron", at=NOW)
    refuse_membership(by=ben, membership=membership, at=NOW)

    with pytest.raises(AskAgainLater, match="from 20 December"):
        join(by=ada, network=pain, chosen_name="Robin", at=NOW + timedelta(days=1))
    again = join(by=ada, network=pain, chosen_name="Robin", at=LATER)

    again.refresh_from_db()
    assert (again.pk, again.state, again.chosen_name) == (membership.pk, "asked", "Robin")


def test_the_last_host_names_another_first_and_is_no_host_after_coming_back(
    ada: Person, ben: Person, carers: Network, wren: Membership
) -> None:
    host = enter(ada, carers, "Heron", is_host=True)
    with pytest.raises(LastHost):
        leave(by=ada, network=carers, at=NOW)

    make_host(by=ada, membership=wren, at=NOW)
    leave(by=ada, network=carers, at=NOW)
    join(by=ada, network=carers, chosen_name="", at=LATER)

    host.refresh_from_db()
    assert (host.state, host.is_host) == ("joined", False)


def test_leaving_what_one_is_not_in_changes_nothing(ada: Person) -> None:
    leave(by=ada, network=make_network("Walkers"), at=NOW)

    assert history(ada) == []


def test_posts_of_who_left_stay(ada: Person, ben: Person, wren: Membership, nights: object) -> None:
    post = reply(ben, nights)  # type: ignore[arg-type]
    leave(by=ben, network=wren.network, at=NOW)

    post.refresh_from_db()
    assert post.author.chosen_name == "Wren"
