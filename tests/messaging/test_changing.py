"""Pages that do something with a message: for those who may, and each a press or two."""

import pytest
from django.test import Client
from django.urls import reverse

from messaging.models import Conversation, Message, Reaction
from people.models import Person
from tests.messaging.conftest import Say
from tests.messaging.test_views import page_of, signed_in

PAGES = ["edit_message", "withdraw_message", "react_to_message", "message"]


def place_of(message: Message) -> str:
    return f"{reverse('conversation', args=[message.conversation_id])}#message-{message.client_id}"


def test_to_others_a_message_does_not_exist(say: Say, ada: Person, eve: Person) -> None:
    message = say(ada)
    pages = [reverse(name, args=[message.pk]) for name in PAGES]
    assert [signed_in(eve).get(page).status_code for page in pages] == [404] * 4
    assert [signed_in(eve).post(page, {"body": "x", "add": "hug"}).status_code for page in pages] == [
        404,
        404,
        404,
        405,
    ]


@pytest.mark.parametrize(
    ("name", "posted"), [("edit_message", {"body": "Mine now"}), ("withdraw_message", {})], ids=["edit", "withdraw"]
)
def test_what_others_said_stays_theirs(name: str, posted: dict[str, str], say: Say, ada: Person, ben: Person) -> None:
    message = say(ada)
    page = reverse(name, args=[message.pk])
    assert (signed_in(ben).get(page).status_code, signed_in(ben).post(page, posted).status_code) == (403, 403)
    assert Message.objects.values_list("body", "changed_seq").get() == ("Hello", 1)


def test_editing(say: Say, ada: Person) -> None:
    message = say(ada)
    page = reverse("edit_message", args=[message.pk])
    assert signed_in(ada).get(page).context["form"]["body"].value() == "Hello"
    refused = signed_in(ada).post(page, {"body": " "})
    assert (refused.status_code, refused.context["form"].errors) == (200, {"body": ["Write something first."]})
    answer = signed_in(ada).post(page, {"body": "Hello Ben"})
    assert (answer.status_code, answer["Location"]) == (302, place_of(message))
    assert Message.objects.get().body == "Hello Ben"


def test_withdrawing_takes_a_second_press(say: Say, ada: Person) -> None:
    message = say(ada)
    page = reverse("withdraw_message", args=[message.pk])
    asked = signed_in(ada).get(page).content.decode()
    assert ("Hello" in asked, "This cannot be undone." in asked) == (True, True)
    assert Message.objects.get().withdrawn_at is None
    assert signed_in(ada).post(page)["Location"] == place_of(message)
    assert Message.objects.get().withdrawn_at is not None
    assert [signed_in(ada).get(reverse(name, args=[message.pk])).status_code for name in PAGES] == [403, 403, 403, 302]


def test_reacting_and_taking_it_back(say: Say, ada: Person, ben: Person) -> None:
    page = reverse("react_to_message", args=[say(ada).pk])
    client = signed_in(ben)
    # A second press of the same changes nothing.
    for kind in ("hug", "hug", "yes"):
        client.post(page, {"add": kind})
    assert set(Reaction.objects.values_list("person", "kind")) == {(ben.pk, "hug"), (ben.pk, "yes")}
    client.post(page, {"remove": "hug"})
    assert set(Reaction.objects.values_list("person", "kind")) == {(ben.pk, "yes")}


@pytest.mark.parametrize("posted", [{}, {"add": "anger"}, {"remove": ""}])
def test_a_reaction_that_there_is_not(posted: dict[str, str], say: Say, ada: Person, ben: Person) -> None:
    answer = signed_in(ben).post(reverse("react_to_message", args=[say(ada).pk]), posted)
    assert (answer.status_code, Reaction.objects.count()) == (400, 0)


def test_a_message_is_found_where_it_is(talk: Conversation, say: Say, ada: Person) -> None:
    first = say(ada)
    for _ in range(20):
        say(ada)
    middle = say(ada)
    client: Client = signed_in(ada)
    assert client.get(reverse("message", args=[first.pk]))["Location"] == place_of(first)
    for _ in range(50):
        say(ada)
    found = client.get(reverse("message", args=[middle.pk]))["Location"]
    assert found == f"{page_of(talk)}?after={middle.seq - 10}#message-{middle.client_id}"
    assert f'id="message-{middle.client_id}"' in client.get(found).content.decode()
    assert client.get(reverse("message", args=[first.pk]))["Location"].startswith(f"{page_of(talk)}?after=0#")
