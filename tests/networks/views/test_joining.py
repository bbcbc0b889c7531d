"""Joining and leaving by form."""

from networks.models import Membership, Network
from people.models import Person
from tests.fixtures import As
from tests.networks.conftest import enter


def test_joining_an_open_network(ada: Person, carers: Network, signed_in_as: As) -> None:
    client = signed_in_as(ada)
    form = client.get("/networks/carers/join/").content.decode()
    assert 'value="Ada"' not in form

    answer = client.post("/networks/carers/join/", {"chosen_name": "Heron", "agreed": "on"}, follow=True)

    assert answer.redirect_chain == [("/networks/carers/", 302)]
    assert "Welcome, Heron." in answer.content.decode()


def test_without_agreeing_one_does_not_join_and_the_name_stays_in_the_form(
    ada: Person, carers: Network, signed_in_as: As
) -> None:
    answer = signed_in_as(ada).post("/networks/carers/join/", {"chosen_name": "Heron"})

    assert "To join, agree to the house agreement." in answer.content.decode()
    assert 'value="Heron"' in answer.content.decode()
    assert Membership.objects.count() == 0


def test_a_taken_name_is_an_error_in_the_form(ada: Person, wren: Membership, signed_in_as: As) -> None:
    answer = signed_in_as(ada).post("/networks/carers/join/", {"chosen_name": "wren", "agreed": "on"})

    assert "Somebody here has this name." in answer.content.decode()


def test_asking_to_join_and_taking_it_back(ada: Person, pain: Network, signed_in_as: As) -> None:
    client = signed_in_as(ada)
    client.post("/networks/living-with-pain/join/", {"chosen_name": "Heron", "agreed": "on"})
    assert Membership.objects.get().state == "asked"

    assert "Take back your request?" in client.get("/networks/living-with-pain/leave/").content.decode()
    client.post("/networks/living-with-pain/leave/")
    assert Membership.objects.get().state == "left"


def test_leaving_says_what_happens_and_coming_back_asks_for_no_name(
    ada: Person, heron: Membership, signed_in_as: As
) -> None:
    client = signed_in_as(ada)
    assert "What you wrote stays, under the name Heron." in client.get("/networks/carers/leave/").content.decode()
    assert client.post("/networks/carers/leave/").headers["Location"] == "/networks/"

    assert "chosen_name" not in client.get("/networks/carers/join/").content.decode()
    client.post("/networks/carers/join/", {"agreed": "on"})
    heron.refresh_from_db()
    assert (heron.state, heron.chosen_name) == ("joined", "Heron")


def test_the_only_host_is_told_to_name_another(cleo: Person, carers: Network, signed_in_as: As) -> None:
    enter(cleo, carers, "Robin", is_host=True)

    answer = signed_in_as(cleo).post("/networks/carers/leave/")

    assert "You are the only host." in answer.content.decode()
