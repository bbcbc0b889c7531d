"""Invitations: a link with a code, how often and how long it is good, and who comes in by it."""

from datetime import timedelta
from functools import partial

import pytest

from networks.models import Invitation, Membership, Network
from networks.operations import (
    AgreementHasChanged,
    AskAgainLater,
    InvitationIsOver,
    MayNotHost,
    MayNotJoin,
    NameIsTaken,
    end_hosting,
    join,
    join_by_invitation,
    leave,
    make_host,
    make_invitation,
    withdraw_invitation,
)
from networks.queries import invitation_to
from people.models import Person
from tests.fixtures import NOW, make_person
from tests.matching.making import at_once, fresh
from tests.networks.conftest import enter, make_network

LATER = NOW + timedelta(days=3)


@pytest.fixture
def quiet(db: None) -> Network:
    """A hidden network of adults."""
    return make_network("Quiet corner", joining=Network.Joining.HIDDEN)


@pytest.fixture
def robin(cleo: Person, quiet: Network) -> Membership:
    """Cleo hosts the hidden network."""
    return enter(cleo, quiet, "Robin", is_host=True)


def invite(host: Membership, *, may_be_used: int = 1, days: int = 7) -> Invitation:
    return make_invitation(by=host.person, network=host.network, may_be_used=may_be_used, days=days, at=NOW)


def come(person: Person, invitation: Invitation, name: str = "Heron") -> Membership:
    return join_by_invitation(by=person, invitation=invitation, chosen_name=name, at=LATER)


def test_only_a_host_makes_one_and_its_code_is_long_chance(ada: Person, dev: Person, robin: Membership) -> None:
    enter(ada, robin.network, "Heron")
    made = [invite(robin, may_be_used=3) for _ in range(2)]

    assert [len(one.code) for one in made] == [27, 27]
    assert made[0].code != made[1].code
    assert (made[0].may_be_used, made[0].used, made[0].expires_at) == (3, 0, NOW + timedelta(days=7))
    for person in (ada, dev):
        with pytest.raises(MayNotHost):
            make_invitation(by=person, network=robin.network, may_be_used=1, days=1, at=NOW)
        with pytest.raises(MayNotHost):
            withdraw_invitation(by=person, invitation=made[0], at=NOW)


def test_whoever_has_it_is_in_at_once_and_it_is_used_up(ada: Person, ben: Person, robin: Membership) -> None:
    invitation = invite(robin)

    heron = come(ada, invitation)

    heron.refresh_from_db()
    assert (heron.state, heron.since, heron.chosen_name) == ("joined", LATER, "Heron")
    with pytest.raises(InvitationIsOver):
        come(ben, invitation, "Wren")
    assert fresh(invitation).used == 1
    assert ben.memberships.count() == 0


def test_who_is_in_already_uses_nothing_up(ada: Person, robin: Membership) -> None:
    invitation = invite(robin, may_be_used=2)
    first = come(ada, invitation)

    assert come(ada, invitation, "Other") == first
    assert fresh(invitation).used == 1


def test_into_a_network_by_request_it_lets_in_at_once_also_who_asked(
    ada: Person, ben: Person, cleo: Person, pain: Network
) -> None:
    host = enter(cleo, pain, "Robin", is_host=True)
    invitation = invite(host, may_be_used=2)
    asking = join(by=ada, network=pain, chosen_name="Heron", at=NOW)

    assert come(ada, invitation, "Other").state == "joined"
    assert come(ben, invitation, "Wren").state == "joined"
    asking.refresh_from_db()
    assert (asking.chosen_name, asking.since) == ("Heron", LATER)


@pytest.mark.parametrize("why", ["withdrawn", "expired", "host left", "host no more"])
def test_it_is_over(ada: Person, ben: Person, robin: Membership, why: str) -> None:
    invitation = invite(robin, days=3 if why == "expired" else 7)
    make_host(by=robin.person, membership=enter(ben, robin.network, "Wren"), at=NOW)
    match why:
        case "withdrawn":
            withdraw_invitation(by=robin.person, invitation=invitation, at=NOW)
        case "host left":
            leave(by=robin.person, network=robin.network, at=NOW)
        case "host no more":
            end_hosting(by=ben, membership=robin, at=NOW)

    with pytest.raises(InvitationIsOver):
        come(ada, invitation)
    assert invitation_to(ada, invitation.code, LATER) is None


@pytest.mark.parametrize("state", [Membership.State.REMOVED, Membership.State.BANNED])
def test_it_is_no_way_back_for_who_was_taken_out(ada: Person, robin: Membership, state: str) -> None:
    enter(ada, robin.network, "Heron", state=state)
    invitation = invite(robin)

    with pytest.raises(MayNotJoin):
        come(ada, invitation)
    assert fresh(invitation).used == 0
    assert invitation_to(ada, invitation.code, NOW) is None


def test_a_hosts_no_holds(ada: Person, cleo: Person, pain: Network) -> None:
    host = enter(cleo, pain, "Robin", is_host=True)
    enter(ada, pain, "Heron", state=Membership.State.REFUSED)
    invitation = invite(host)

    with pytest.raises(AskAgainLater):
        come(ada, invitation)
    assert fresh(invitation).used == 0


@pytest.mark.parametrize("age_group", ["", "under_18"])
def test_age_holds_and_nothing_is_told_of_the_network(ada: Person, robin: Membership, age_group: str) -> None:
    ada.age_group = age_group
    invitation = invite(robin)

    assert invitation_to(ada, invitation.code, NOW) is None
    with pytest.raises(MayNotJoin):
        come(ada, invitation)


def test_advisers_circles_are_for_advisers(ada: Person, ben: Person, cleo: Person) -> None:
    circle = make_network("Advisers", circle=Network.Circle.ADVISERS, joining=Network.Joining.INVITATION)
    invitation = invite(enter(cleo, circle, "Robin", is_host=True), may_be_used=2)

    with pytest.raises(MayNotJoin):
        come(ada, invitation)
    assert come(ben, invitation, "Wren").state == "joined"


def test_a_name_that_is_taken_uses_nothing_up(ada: Person, robin: Membership) -> None:
    invitation = invite(robin)

    with pytest.raises(NameIsTaken):
        come(ada, invitation, "robin")
    assert fresh(invitation).used == 0


def test_the_agreement_that_was_read_is_the_one_agreed_to(ada: Person, robin: Membership) -> None:
    invitation = invite(robin)
    Network.objects.update(agreement_version=3)

    with pytest.raises(AgreementHasChanged):
        join_by_invitation(by=ada, invitation=invitation, chosen_name="Heron", version=2, at=LATER)
    heron = join_by_invitation(by=ada, invitation=invitation, chosen_name="Heron", version=3, at=LATER)
    assert fresh(heron).agreed_version == 3


def test_an_invitation_made_up_is_none(ada: Person, robin: Membership) -> None:
    invitation = invite(robin)

    assert invitation_to(ada, "x" * 27, NOW) is None
    assert invitation_to(ada, invitation.code, NOW) == invitation


@pytest.mark.servers
@pytest.mark.django_db(transaction=True)
def test_the_last_use_is_one_persons(robin: Membership) -> None:
    invitation = invite(robin, may_be_used=3)
    people = [make_person(f"Person {number}".replace(" ", ""), age_group="26_64") for number in range(16)]

    def press(number: int) -> str:
        try:
            come(people[number], invitation, f"Name {number}")
        except InvitationIsOver:
            return "over"
        return "in"

    pressed = at_once([partial(press, number) for number in range(16)])

    assert sorted(pressed) == ["in"] * 3 + ["over"] * 13
    assert (fresh(invitation).used, robin.network.memberships.count()) == (3, 4)
