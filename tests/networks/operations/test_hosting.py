"""Hosts answer those who ask, and name further hosts."""

import pytest

from messaging.models import Notice
from networks.models import Membership, Network
from networks.operations import MayNotHost, approve_membership, make_host, refuse_membership
from people.errors import HasMovedOn
from people.models import Consent, Person, StateChange
from people.operations import give_consent
from tests.fixtures import NOW, make_person
from tests.networks.conftest import enter


@pytest.fixture
def host(cleo: Person, pain: Network) -> Membership:
    return enter(cleo, pain, "Robin", is_host=True)


@pytest.fixture
def asking(ada: Person, pain: Network) -> Membership:
    give_consent(by=ada, purpose=Consent.Purpose.EMAIL, at=NOW)
    return enter(ada, pain, "Heron", state=Membership.State.ASKED)


@pytest.mark.parametrize(("answer", "state"), [(approve_membership, "joined"), (refuse_membership, "refused")])
def test_an_answer_is_kept_and_told(asking: Membership, host: Membership, answer: object, state: str) -> None:
    answer(by=host.person, membership=asking, at=NOW)  # type: ignore[operator]

    asking.refresh_from_db()
    assert asking.state == state
    change = StateChange.objects.get(machine="networks.membership")
    assert (change.before, change.after, change.by, change.person) == ("asked", state, host.person, asking.person)
    notice = Notice.objects.get()
    assert notice.person == asking.person
    assert "pain" not in f"{notice.subject} {notice.body} {notice.path}".lower()


@pytest.mark.parametrize("answer", [approve_membership, refuse_membership])
def test_only_a_host_of_this_network_answers(
    asking: Membership, ben: Person, dev: Person, carers: Network, answer: object
) -> None:
    enter(ben, carers, "Wren", is_host=True)
    enter(ben, asking.network, "Plain member")
    # Where nobody hosts, coordinators stand in.
    enter(make_person("Hana"), asking.network, "Robin", is_host=True)

    for person in (asking.person, ben, dev):
        with pytest.raises(MayNotHost):
            answer(by=person, membership=asking, at=NOW)  # type: ignore[operator]
    asking.refresh_from_db()
    assert asking.state == Membership.State.ASKED


def test_of_two_answers_the_first_counts(asking: Membership, host: Membership) -> None:
    stale = Membership.objects.get(pk=asking.pk)
    approve_membership(by=host.person, membership=asking, at=NOW)

    with pytest.raises(HasMovedOn):
        refuse_membership(by=host.person, membership=stale, at=NOW)
    asking.refresh_from_db()
    assert asking.state == Membership.State.JOINED


def test_hosts_and_coordinators_name_hosts_once(host: Membership, ben: Person, dev: Person, eve: Person) -> None:
    one, other = enter(ben, host.network, "Wren"), enter(eve, host.network, "Swift")
    give_consent(by=ben, purpose=Consent.Purpose.EMAIL, at=NOW)

    make_host(by=host.person, membership=one, at=NOW)
    make_host(by=dev, membership=one, at=NOW)

    one.refresh_from_db()
    assert one.is_host is True
    assert Notice.objects.filter(person=ben).count() == 1
    with pytest.raises(MayNotHost):
        make_host(by=eve, membership=other, at=NOW)


def test_who_is_not_in_is_not_made_host(asking: Membership, host: Membership) -> None:
    with pytest.raises(HasMovedOn):
        make_host(by=host.person, membership=asking, at=NOW)
