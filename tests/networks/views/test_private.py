"""Pages of what is said between a few: the list, writing to the hosts, details asked about, help for the writer."""

from uuid import uuid4

import pytest

from networks.models import Membership, Network, Thread
from networks.operations import begin_private
from people.models import Person
from safeguarding.operations import block
from tests.fixtures import NOW, As, CountQueries
from tests.networks.conftest import enter, reply

BETWEEN = "/networks/carers/between/"
TO_HOSTS = "/networks/carers/between/hosts/"


@pytest.fixture
def robin(cleo: Person, carers: Network) -> Membership:
    """Cleo hosts the carers."""
    return enter(cleo, carers, "Robin", is_host=True)


@pytest.fixture
def tuesday(ada: Person, carers: Network, heron: Membership, wren: Membership) -> Thread:
    """What Ada wrote to Ben."""
    return begin_private(
        by=ada, network=carers, with_=[wren], title="Tuesday", body="At two?", client_id=uuid4(), at=NOW
    )


def words(**more: str) -> dict[str, str]:
    return {"title": "A worry", "body": "May I ask something?", "client_id": str(uuid4()), **more}


def test_writing_to_the_hosts(
    ada: Person, cleo: Person, heron: Membership, robin: Membership, signed_in_as: As
) -> None:
    client = signed_in_as(ada)
    assert "Write to the hosts" in client.get(BETWEEN).content.decode()
    page = client.post(TO_HOSTS, words(), follow=True).content.decode()
    assert "Only you and Robin (host) can read this." in page

    listed = signed_in_as(cleo).get(BETWEEN).content.decode()
    assert "A worry" in listed
    assert "A worry" not in signed_in_as(cleo).get("/networks/carers/").content.decode()


def test_the_list_is_of_ones_own(
    ada: Person, ben: Person, cleo: Person, eve: Person, tuesday: Thread, robin: Membership, signed_in_as: As
) -> None:
    seen = {person.chosen_name: signed_in_as(person).get(BETWEEN) for person in (ada, ben, cleo, eve)}
    assert {name: "Tuesday" in page.content.decode() for name, page in seen.items()} == {
        "Ada": True,
        "Ben": True,
        "Cleo": False,
        "Eve": False,
    }
    assert seen["Eve"].status_code == 404
    address = f"/networks/carers/threads/{tuesday.pk}/"
    assert [signed_in_as(one).get(address).status_code for one in (ada, ben, cleo, eve)] == [200, 200, 404, 404]


def test_the_number_of_queries_does_not_grow(
    ada: Person, carers: Network, wren: Membership, tuesday: Thread, signed_in_as: As, count_queries: CountQueries
) -> None:
    client = signed_in_as(ada)
    before = count_queries(client, BETWEEN)
    for _ in range(2):
        begin_private(by=ada, network=carers, with_=[wren], title="T", body="B", client_id=uuid4(), at=NOW)
    assert count_queries(client, BETWEEN) == before


def test_details_are_asked_about_on_the_page(
    ada: Person, heron: Membership, robin: Membership, tuesday: Thread, signed_in_as: As
) -> None:
    client = signed_in_as(ada)
    for path in (TO_HOSTS, f"/networks/carers/threads/{tuesday.pk}/"):
        given = words(body="Ring 07700 900123")
        page = client.post(path, given).content.decode()
        assert "a telephone number" in page
        assert "Yes, send it with these details" in page
        assert client.post(path, given | {"sure": "on"}).status_code == 302


def test_nobody_left_to_read_it(ada: Person, ben: Person, tuesday: Thread, signed_in_as: As) -> None:
    block(by=ben, person=ada, known_as="Heron", at=NOW)
    page = signed_in_as(ada).get(f"/networks/carers/threads/{tuesday.pk}/").content.decode()

    assert "Nobody else is there to read it any more." in page
    assert "Wren" not in page
    assert "Your reply" not in page


@pytest.mark.parametrize(("said", "helped"), [("I want to die.", True), ("I am tired.", False)])
def test_the_writer_is_shown_where_to_turn_at_once(
    said: str, helped: bool, ada: Person, nights: Thread, robin: Membership, signed_in_as: As
) -> None:
    client = signed_in_as(ada)
    for path in (f"/networks/carers/threads/{nights.pk}/", "/networks/carers/threads/new/", TO_HOSTS):
        page = client.post(path, words(body=said), follow=True).content.decode()
        assert ("You do not have to carry this alone" in page) is helped, path
    again = client.get(f"/networks/carers/threads/{nights.pk}/").content.decode()
    assert "You do not have to carry this alone" not in again


def test_hosts_and_others_see_no_help_meant_for_the_writer(
    ada: Person, cleo: Person, nights: Thread, robin: Membership, signed_in_as: As
) -> None:
    reply(ada, nights, "I want to die.")
    page = signed_in_as(cleo).get(f"/networks/carers/threads/{nights.pk}/").content.decode()
    assert "You do not have to carry this alone" not in page
