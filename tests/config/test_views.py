"""The landing page and everybody's home."""

from uuid import uuid4

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from matching.operations import accept_offer, ask
from messaging.operations import post_message
from networks.models import Network
from networks.operations import join
from people.models import Person
from people.operations import grant_role
from tests.config.world import found
from tests.fixtures import NOW, make_person
from tests.matching.making import active_helper, fresh, offered, sent_request

# Those of the matter of each app, among them who stands in, who goes on and who else is there.
HOME_QUERIES = 20


def home_of(person: Person) -> str:
    client = Client()
    client.force_login(person)
    return client.get("/home/").content.decode()


def test_the_landing_page_is_for_whoever_is_not_signed_in(client: Client, ada: Person) -> None:
    page = client.get("/").content.decode()
    assert "In danger now?" in page
    assert "Ask for support" in page
    client.force_login(ada)
    assert client.get("/")["Location"] == "/home/"


@pytest.mark.django_db
def test_somebody_new_may_ask_or_offer() -> None:
    page = home_of(make_person("Noor"))
    assert "Ask for support" in page
    assert "Offer support" in page


def test_home_says_what_comes_next(ada: Person, ben: Person, dev: Person) -> None:
    ask(by=ada, at=NOW)
    assert "You began to ask for support" in home_of(ada)
    sent_request(ada)
    assert "We are looking for someone for you" in home_of(ada)
    active_helper(ben, dev)
    offered(dev, ada)
    assert "1 offer to choose from" in home_of(ada)
    assert "1 person may choose you" in home_of(ben)
    assert "To the desk" in home_of(dev)


def test_whoever_keeps_people_safe_is_led_to_the_concerns(eve: Person) -> None:
    grant_role(person=eve, kind="safeguarding_lead", by=None, at=NOW)
    assert "See the concerns" in home_of(eve)


def test_a_host_is_told_who_waits_to_join(ada: Person, cleo: Person, dev: Person) -> None:
    network = found(dev, "Carers", joining=Network.Joining.REQUEST, host=cleo)
    assert "to join Carers" not in home_of(cleo)
    join(by=ada, network=network, chosen_name="Adder", at=NOW)
    assert "1 person asks to join Carers" in home_of(cleo)
    assert "to join Carers" not in home_of(ada)


def test_home_asks_the_same_questions_however_much_there_is(
    ada: Person, ben: Person, dev: Person, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    def more(number: int) -> None:
        for name in ("Asha", "Amal"):
            sent_request(make_person(f"{name}{number}", area=dev.area))
        member = Person.objects.get(chosen_name=f"Asha{number}")
        [first, *_] = offered(dev, member)
        accept_offer(by=member, proposal=fresh(first), at=NOW)
        network = found(dev, f"Network {number}")
        join(by=ben, network=network, chosen_name=f"Heron {number}", at=NOW)

    active_helper(ben, dev, capacity=9)
    sent_request(ada)
    [proposal] = offered(dev, ada)
    pairing = accept_offer(by=ada, proposal=fresh(proposal), at=NOW)
    post_message(by=ada, conversation=pairing.conversation, client_id=uuid4(), body="Hello", at=NOW)
    client.force_login(ben)
    for number in (1, 2, 3):
        more(number)
        with django_assert_num_queries(HOME_QUERIES):
            client.get("/home/")
