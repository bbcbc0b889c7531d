"""Hosts answer and name hosts, coordinators found networks, by form."""

import pytest

from networks.models import Membership, Network
from people.models import Person
from tests.fixtures import As
from tests.networks.conftest import enter


@pytest.fixture
def asking(ada: Person, cleo: Person, pain: Network) -> Membership:
    enter(cleo, pain, "Robin", is_host=True)
    return enter(ada, pain, "Heron", state=Membership.State.ASKED)


@pytest.mark.parametrize(("answer", "state"), [("approval", "joined"), ("refusal", "refused")])
def test_a_host_answers(cleo: Person, asking: Membership, signed_in_as: As, answer: str, state: str) -> None:
    path = f"/networks/memberships/{asking.pk}/{answer}/"

    assert signed_in_as(cleo).post(path).headers["Location"] == "/networks/living-with-pain/"
    asking.refresh_from_db()
    assert asking.state == state
    assert signed_in_as(cleo).post(path).status_code == 409


@pytest.mark.parametrize("answer", ["approval", "refusal"])
def test_for_others_it_does_not_exist_and_one_cannot_answer_oneself(
    ada: Person, ben: Person, dev: Person, asking: Membership, signed_in_as: As, answer: str
) -> None:
    path = f"/networks/memberships/{asking.pk}/{answer}/"

    assert [signed_in_as(one).post(path).status_code for one in (ben, dev, ada)] == [404, 404, 403]


def test_hosts_name_hosts(ben: Person, cleo: Person, asking: Membership, signed_in_as: As) -> None:
    member = enter(ben, asking.network, "Wren")
    path = "/networks/living-with-pain/hosts/"

    assert signed_in_as(ben).get(path).status_code == 404
    assert signed_in_as(cleo).post(path, {"member": asking.pk}).status_code == 200
    assert signed_in_as(cleo).post(path, {"member": member.pk}).status_code == 302
    member.refresh_from_db()
    assert member.is_host is True
    assert "Every member is a host already." in signed_in_as(cleo).get(path).content.decode()


def test_a_coordinator_founds_a_network_and_names_its_host(
    ben: Person, dev: Person, eve: Person, signed_in_as: As
) -> None:
    words = {
        "name": "Night owls",
        "purpose": "For the sleepless.",
        "agreement": "Be kind.",
        "joining": "request",
        "for_under_18s": "adults",
        "circle": "everyone",
        "first_look": "newcomers",
        "languages": ["cy"],
        "host_name": "Wren",
    }
    client = signed_in_as(dev)

    assert "nobody in your area" in client.post("/networks/new/", words | {"host": "eve@example.org"}).content.decode()
    assert (
        client.post("/networks/new/", words | {"host": "Ben@example.org"}).headers["Location"]
        == "/networks/night-owls/"
    )
    network = Network.objects.get()
    assert (network.joining, network.for_under_18s, network.first_look) == ("request", False, "newcomers")
    # A box that is not ticked is a no.
    assert (network.languages, network.area, network.is_sensitive) == (["cy"], None, False)
    assert Membership.objects.hosts().get().person == ben
    assert (
        "There is a network of this name."
        in client.post("/networks/new/", words | {"host": "ben@example.org"}).content.decode()
    )


def test_nobody_else_founds(ada: Person, ben: Person, cleo: Person, signed_in_as: As) -> None:
    assert [signed_in_as(one).get("/networks/new/").status_code for one in (ada, ben, cleo)] == [403, 403, 403]
