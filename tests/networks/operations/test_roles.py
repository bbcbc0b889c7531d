"""Who hosts and who leads, and who does no longer; what a moderator may see keeps pace."""

from datetime import date
from functools import partial

import pytest

from messaging.models import Notice
from networks.models import Membership, Network
from networks.operations import (
    LastHost,
    MayNotHost,
    end_hosting,
    end_leading,
    leave,
    look_at_hosts,
    make_host,
    make_leader,
)
from people.errors import HasMovedOn
from people.models import Person, RecordRead
from safeguarding.models import Moderator
from tests.fixtures import NOW, make_person
from tests.matching.making import at_once, fresh
from tests.networks.conftest import enter

TRAINED = date(2026, 5, 4)


@pytest.fixture
def robin(cleo: Person, carers: Network, dev: Person) -> Membership:
    """Cleo hosts the carers' network, named by a coordinator."""
    member = enter(cleo, carers, "Robin")
    make_host(by=dev, membership=member, at=NOW)
    Notice.objects.all().delete()
    member.refresh_from_db()
    return member


def moderating(network: Network) -> list[Person]:
    return [one.person for one in Moderator.objects.current().filter(scope=network.scope).order_by("pk")]


def test_a_host_makes_and_unmakes_hosts(cleo: Person, robin: Membership, wren: Membership) -> None:
    make_host(by=cleo, membership=wren, at=NOW)
    assert moderating(robin.network) == [cleo, wren.person]

    end_hosting(by=cleo, membership=wren, at=NOW)
    end_hosting(by=cleo, membership=wren, at=NOW)

    assert moderating(robin.network) == [cleo]
    assert (fresh(wren).is_host, fresh(wren).state) == (False, "joined")
    assert [notice.person for notice in Notice.objects.all()] == [wren.person] * 2


def test_one_stops_by_oneself_and_is_told_nothing(cleo: Person, robin: Membership, wren: Membership) -> None:
    make_host(by=cleo, membership=wren, at=NOW)
    Notice.objects.all().delete()

    end_hosting(by=wren.person, membership=wren, at=NOW)

    assert moderating(robin.network) == [cleo]
    assert Notice.objects.count() == 0


def test_the_last_host_stays(cleo: Person, dev: Person, robin: Membership) -> None:
    with pytest.raises(LastHost):
        end_hosting(by=cleo, membership=robin, at=NOW)
    assert moderating(robin.network) == [cleo]

    # A coordinator may end it all the same, and then answers there until there is another.
    end_hosting(by=dev, membership=robin, at=NOW)
    assert moderating(robin.network) == []


def test_coordinators_make_and_unmake_hosts(dev: Person, robin: Membership, wren: Membership) -> None:
    make_host(by=dev, membership=wren, at=NOW)
    end_hosting(by=dev, membership=robin, at=NOW)

    assert moderating(robin.network) == [wren.person]


def test_nobody_makes_themselves_or_others_host_or_leader(
    ada: Person, ben: Person, robin: Membership, heron: Membership, wren: Membership
) -> None:
    for person in (ada, ben):
        with pytest.raises(MayNotHost):
            make_host(by=person, membership=wren, at=NOW)
        with pytest.raises(MayNotHost):
            make_leader(by=person, membership=wren, trained_on=TRAINED, at=NOW)
    with pytest.raises(MayNotHost):
        end_hosting(by=ada, membership=robin, at=NOW)
    make_leader(by=robin.person, membership=wren, trained_on=TRAINED, at=NOW)
    with pytest.raises(MayNotHost):
        end_leading(by=ada, membership=wren, at=NOW)


def test_a_leader_is_named_with_the_day_of_training(cleo: Person, robin: Membership, wren: Membership) -> None:
    make_leader(by=cleo, membership=wren, trained_on=TRAINED, at=NOW)
    leader = fresh(wren)
    assert (leader.is_leader, leader.trained_on, leader.is_host) == (True, TRAINED, False)
    assert moderating(robin.network) == [cleo]

    end_leading(by=wren.person, membership=leader, at=NOW)
    assert (fresh(wren).is_leader, fresh(wren).trained_on) == (False, None)
    assert [notice.person for notice in Notice.objects.all()] == [wren.person]


def test_who_is_not_in_it_is_named_nothing(ada: Person, cleo: Person, robin: Membership) -> None:
    gone = enter(ada, robin.network, "Heron", state=Membership.State.LEFT)

    with pytest.raises(HasMovedOn):
        make_host(by=cleo, membership=gone, at=NOW)
    with pytest.raises(HasMovedOn):
        make_leader(by=cleo, membership=gone, trained_on=TRAINED, at=NOW)


def test_leaving_ends_every_part(cleo: Person, robin: Membership, wren: Membership) -> None:
    make_host(by=cleo, membership=wren, at=NOW)
    make_leader(by=cleo, membership=wren, trained_on=TRAINED, at=NOW)

    leave(by=wren.person, network=robin.network, at=NOW)

    left = fresh(wren)
    assert (left.is_host, left.is_leader, left.trained_on) == (False, False, None)
    assert moderating(robin.network) == [cleo]


def test_a_coordinator_reads_who_hosts_and_each_sees_that(
    ada: Person, cleo: Person, dev: Person, eve: Person, robin: Membership
) -> None:
    Person.objects.filter(pk=cleo.pk).update(full_name="Cleo Campbell")
    # Eve lives where Dev coordinates nobody.
    make_host(by=dev, membership=enter(eve, robin.network, "Finch"), at=NOW)

    assert look_at_hosts(by=dev, network=robin.network, at=NOW) == {robin.pk: "Cleo Campbell"}
    assert [(read.reader, read.person) for read in RecordRead.objects.all()] == [(dev, cleo)]
    assert look_at_hosts(by=ada, network=robin.network, at=NOW) == {}
    assert look_at_hosts(by=cleo, network=robin.network, at=NOW) == {}
    assert RecordRead.objects.count() == 1


@pytest.mark.servers
@pytest.mark.django_db(transaction=True)
def test_of_many_who_stop_at_once_one_goes_on(robin: Membership) -> None:
    hosts = [enter(make_person(f"Host{n}"), robin.network, f"Host {n}", is_host=True) for n in range(15)] + [robin]

    def press(host: Membership) -> str:
        try:
            end_hosting(by=host.person, membership=host, at=NOW)
        except LastHost:
            return "last"
        return "stopped"

    assert sorted(at_once([partial(press, host) for host in hosts])) == ["last"] + ["stopped"] * 15
    assert robin.network.memberships.hosts().count() == 1
