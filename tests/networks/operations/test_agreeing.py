"""The house agreement: a host changes it with a reason, everybody agrees anew and only reads until then."""

from collections.abc import Callable
from functools import partial
from uuid import uuid4

import pytest

from messaging.models import Notice
from networks.models import Agreement, Membership, Network
from networks.operations import (
    AgreeFirst,
    AgreementHasChanged,
    MayNotHost,
    NothingIsNew,
    agree,
    begin_thread,
    change_agreement,
    join,
    leave,
)
from networks.rules import has_agreed
from people.models import Person
from tests.fixtures import NOW, make_person
from tests.matching.making import at_once, fresh
from tests.networks.conftest import enter


@pytest.fixture
def robin(cleo: Person, carers: Network) -> Membership:
    """Cleo hosts the carers' network."""
    return enter(cleo, carers, "Robin", is_host=True)


def change(host: Membership, text: str = "Be kind. No photos.", *, version: int = 1) -> Agreement:
    return change_agreement(
        by=host.person, network=host.network, text=text, why="Photos got about.", version=version, at=NOW
    )


def test_the_version_counts_up_and_its_writer_has_agreed(robin: Membership, heron: Membership) -> None:
    written = change(robin)

    assert (written.version, written.text, written.why) == (2, "Be kind. No photos.", "Photos got about.")
    assert (written.changed_by, written.begins_at) == (robin, NOW)
    network = fresh(robin.network)
    assert (network.agreement, network.agreement_version) == ("Be kind. No photos.", 2)
    assert [has_agreed(fresh(one)) for one in (robin, heron)] == [True, False]


def test_each_other_member_is_told_once_without_naming_the_network(
    ada: Person, ben: Person, robin: Membership, heron: Membership
) -> None:
    enter(ben, robin.network, "Wren", state=Membership.State.LEFT)
    change(robin)

    [notice] = Notice.objects.all()
    assert (notice.person, notice.path) == (ada, f"/networks/memberships/{heron.pk}/agreement/")
    assert "carers" not in f"{notice.subject} {notice.body} {notice.path}".lower()


def test_until_they_agree_they_read_and_do_not_write(ada: Person, robin: Membership, heron: Membership) -> None:
    def write() -> None:
        begin_thread(by=ada, network=robin.network, title="Nights", body="How?", client_id=uuid4(), at=NOW)

    change(robin)
    with pytest.raises(AgreeFirst) as refused:
        write()
    assert refused.value.membership == heron
    agree(by=ada, membership=heron, version=2)
    write()


def test_one_agrees_to_what_one_has_read(ada: Person, ben: Person, robin: Membership, heron: Membership) -> None:
    change(robin)

    for version in (1, 3):
        with pytest.raises(AgreementHasChanged):
            agree(by=ada, membership=heron, version=version)
    with pytest.raises(AgreementHasChanged):
        agree(by=ben, membership=heron, version=2)
    assert fresh(heron).agreed_version == 1


def test_only_a_host_changes_it_and_of_two_the_first(
    ada: Person, dev: Person, robin: Membership, heron: Membership
) -> None:
    for person in (ada, dev):
        with pytest.raises(MayNotHost):
            change_agreement(by=person, network=robin.network, text="x", why="y", version=1, at=NOW)
    change(robin)
    with pytest.raises(AgreementHasChanged):
        change(robin, "Another one.")
    with pytest.raises(NothingIsNew):
        change(robin, version=2)
    assert Agreement.objects.count() == 1


def test_joining_and_coming_back_note_what_was_agreed_to(ada: Person, ben: Person, robin: Membership) -> None:
    change(robin)
    with pytest.raises(AgreementHasChanged):
        join(by=ada, network=robin.network, chosen_name="Heron", version=1, at=NOW)
    heron = join(by=ada, network=robin.network, chosen_name="Heron", version=2, at=NOW)
    assert fresh(heron).agreed_version == 2
    leave(by=ada, network=robin.network, at=NOW)
    change(robin, "Be kind.", version=2)
    join(by=ada, network=robin.network, chosen_name="", version=3, at=NOW)
    assert fresh(heron).agreed_version == 3


@pytest.mark.servers
@pytest.mark.django_db(transaction=True)
def test_who_agrees_while_it_changes_never_agrees_to_what_they_did_not_read(robin: Membership) -> None:
    people = [make_person(f"Person{number}") for number in range(15)]
    parts = [enter(person, robin.network, f"Name {number}") for number, person in enumerate(people)]
    change(robin)

    def press(number: int) -> str:
        try:
            agree(by=people[number], membership=parts[number], version=2)
        except AgreementHasChanged:
            return "changed"
        return "agreed"

    def change_again() -> str:
        change(robin, "Be kind. No names.", version=2)
        return "done"

    presses: list[Callable[[], str]] = [change_again, *(partial(press, number) for number in range(15))]
    pressed = at_once(presses)

    read = {"agreed": 2, "changed": 1}
    assert [fresh(part).agreed_version for part in parts] == [read[answer] for answer in pressed[1:]]
    assert fresh(robin.network).agreement_version == 3


@pytest.mark.servers
@pytest.mark.django_db(transaction=True)
def test_of_many_hosts_who_change_it_at_once_one_does(robin: Membership) -> None:
    hosts = [enter(make_person(f"Host{n}"), robin.network, f"Host {n}", is_host=True) for n in range(16)]

    def press(host: Membership) -> str:
        try:
            change(host, f"By {host.chosen_name}.")
        except AgreementHasChanged:
            return "changed"
        return "done"

    assert sorted(at_once([partial(press, host) for host in hosts])) == ["changed"] * 15 + ["done"]
    assert [one.version for one in Agreement.objects.all()] == [2]
