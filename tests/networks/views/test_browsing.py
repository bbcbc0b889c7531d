"""Looking for a network, and a network's page from outside and inside."""

from datetime import timedelta

import pytest
from django.test import Client

from networks.models import Membership, Network, Thread
from people.models import Person
from safeguarding.operations import block
from tests.fixtures import NOW, As, CountQueries
from tests.networks.conftest import enter, make_network, reply


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_networks_of_ones_own_age_are_listed(
    ada: Person, finn: Person, carers: Network, young: Network, signed_in_as: As
) -> None:
    adults, under_18s = page(signed_in_as(ada), "/networks/"), page(signed_in_as(finn), "/networks/")

    assert ("/networks/carers/" in adults, "/networks/young-carers/" in adults) == (True, False)
    assert ("/networks/carers/" in under_18s, "/networks/young-carers/" in under_18s) == (False, True)


def test_who_gave_no_age_may_look_and_is_told_what_to_do(gwen: Person, carers: Network, signed_in_as: As) -> None:
    client = signed_in_as(gwen)

    for path in ("/networks/", "/networks/carers/", "/networks/carers/join/"):
        assert "tell us your age group" in page(client, path)
    assert client.post("/networks/carers/join/", {"chosen_name": "Swift", "agreed": "on"}).status_code == 403


def test_searching_by_word(ada: Person, carers: Network, pain: Network, signed_in_as: As) -> None:
    found = page(signed_in_as(ada), "/networks/?word=pain")

    assert ("/networks/carers/" in found, "/networks/living-with-pain/" in found) == (False, True)
    assert "No network like that" in page(signed_in_as(ada), "/networks/?word=xyz")


def test_empty_states(ada: Person, signed_in_as: As) -> None:
    assert "No networks yet" in page(signed_in_as(ada), "/networks/")
    enter(ada, make_network("Walkers"), "Heron")
    assert "Nobody has written yet" in page(signed_in_as(ada), "/networks/walkers/")


def test_from_outside_one_reads_purpose_and_agreement_and_no_thread(
    ben: Person, nights: Thread, signed_in_as: As
) -> None:
    door = page(signed_in_as(ben), "/networks/carers/")

    assert "Carers, together." in door
    assert "Be kind." in door
    assert "Nights" not in door
    assert "Heron" not in door


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("asked", "You asked to join on 22 November, as Heron"),
        ("refused", "You are welcome to ask again from 20 December"),
        ("left", "You were here as Heron, and are welcome back"),
    ],
)
def test_the_door_says_where_one_stands(
    ada: Person, pain: Network, state: str, words: str, signed_in_as: As, time_machine: object
) -> None:
    time_machine.move_to(NOW + timedelta(days=1))  # type: ignore[attr-defined]
    enter(ada, pain, "Heron", state=state)

    assert words in page(signed_in_as(ada), "/networks/living-with-pain/")


def test_the_other_ages_door_does_not_exist_except_for_coordinators_who_see_no_further(
    ada: Person, finn: Person, dev: Person, carers: Network, young: Network, signed_in_as: As
) -> None:
    assert signed_in_as(ada).get("/networks/young-carers/").status_code == 404
    assert signed_in_as(finn).get("/networks/carers/").status_code == 404
    assert "This network is for people under 18." in page(signed_in_as(dev), "/networks/young-carers/")


def test_hosts_see_who_asks_and_others_do_not(
    ada: Person, ben: Person, cleo: Person, pain: Network, signed_in_as: As
) -> None:
    enter(cleo, pain, "Robin", is_host=True)
    enter(ben, pain, "Wren")
    enter(ada, pain, "Heron", state=Membership.State.ASKED)

    assert "Heron" in page(signed_in_as(cleo), "/networks/living-with-pain/")
    assert "Heron" not in page(signed_in_as(ben), "/networks/living-with-pain/")


def test_a_blocked_persons_thread_is_not_listed(
    ada: Person, ben: Person, wren: Membership, nights: Thread, signed_in_as: As
) -> None:
    assert "Nights" in page(signed_in_as(ben), "/networks/carers/")
    block(by=ben, person=ada, known_as="Heron", at=NOW)
    assert "Nights" not in page(signed_in_as(ben), "/networks/carers/")


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_of_networks_takes_a_fixed_number_of_queries(
    ada: Person, rows: int, signed_in_as: As, count_queries: CountQueries
) -> None:
    for number in range(rows):
        enter(ada, make_network(f"Network {number}"), "Heron")

    assert count_queries(signed_in_as(ada), "/networks/") == 19


@pytest.mark.parametrize("rows", [1, 3])
def test_a_networks_page_takes_a_fixed_number_of_queries(
    ada: Person,
    ben: Person,
    carers: Network,
    wren: Membership,
    rows: int,
    signed_in_as: As,
    count_queries: CountQueries,
) -> None:
    enter(ada, carers, "Heron", is_host=True)
    for number in range(rows):
        thread = Thread.objects.create(
            network=carers, begun_by=wren, title=f"Thread {number}", began_at=NOW, last_at=NOW
        )
        reply(ben, thread)
        asking = Person.objects.create_user(f"{number}@example.org", chosen_name=f"Person {number}", age_group="26_64")
        enter(asking, carers, f"Name {number}", state=Membership.State.ASKED)

    assert count_queries(signed_in_as(ada), "/networks/carers/") == 23
