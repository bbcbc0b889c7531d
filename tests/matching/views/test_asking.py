"""A member's pages: one question each, saved, checked, sent; offers and what may become of them."""

from django.test import Client
from django.urls import reverse

from matching.models import Helper, Pairing, Request
from people.models import Person
from tests.matching.making import active_helper, fresh, offered, sent_request

ANSWERS: dict[str, dict[str, object]] = {
    "story": {"story": "It is a lot."},
    "who": {"wants": "either"},
    "languages": {"languages": ["en"]},
    "hours": {"hours": ["mon-morning"]},
    "place": {"area": "", "ways": ["chat"]},
    "age": {"age_group": "26_64"},
    "wishes": {"wish_names": "Ben\nCleo", "avoid_names": "Mrs Grey"},
}


LIKES = "I would like: Ben, Cleo"
AVOIDS = "I would rather not be put together with: Mrs Grey"


def answer(client: Client, slug: str, answers: dict[str, object], *, then: str) -> None:
    response = client.post(reverse("ask_step", args=[slug]), answers)
    assert response.headers.get("Location") == then, response.content.decode()


def test_all_the_way_from_the_first_question_to_waiting(client: Client, ada: Person, anxiety: object) -> None:
    client.force_login(ada)
    assert client.post(reverse("ask")).headers["Location"] == "/ask/topics/"
    steps = list(ANSWERS)
    answer(client, "topics", {"topics": [fresh(anxiety).pk]}, then="/ask/story/")
    for slug, after in zip(steps, [f"/ask/{step}/" for step in steps[1:]] + ["/ask/check/"], strict=True):
        answer(client, slug, ANSWERS[slug], then=after)
    page = client.get("/ask/check/").content.decode()
    for words in ("It is a lot.", "Anxiety and worry", "Monday morning", "Either is fine", "26 to 64", LIKES, AVOIDS):
        assert words in page
    assert client.post("/ask/check/", {"consents": ["matching", "email"]}).headers["Location"] == "/request/"
    request = Request.objects.get()
    assert (request.state, request.person.hours) == ("waiting", ["mon-morning"])
    assert (request.wish_names.split(), request.avoid_names) == (["Ben", "Cleo"], "Mrs Grey")
    page = client.get("/request/").content.decode()
    assert [words in page for words in (LIKES, AVOIDS)] == [True, True]
    assert set(ada.consents.values_list("purpose", flat=True)) == {"matching", "email"}


def test_saving_for_later_keeps_the_answer_and_goes_home(client: Client, ada: Person) -> None:
    client.force_login(ada)
    client.post(reverse("ask"))
    response = client.post("/ask/story/", {"story": "Later more", "later": "1"})
    assert response.headers["Location"] == "/home/"
    assert Request.objects.get().story == "Later more"
    assert "You began to ask for support" in client.get("/home/").content.decode()


def test_changing_one_answer_goes_back_to_the_check(client: Client, ada: Person) -> None:
    client.force_login(ada)
    client.post(reverse("ask"))
    response = client.post("/ask/who/?change", {"wants": "peer"})
    assert response.headers["Location"] == "/ask/check/"


def test_a_missing_answer_is_said_beside_the_question_and_nothing_is_sent(client: Client, ada: Person) -> None:
    client.force_login(ada)
    client.post(reverse("ask"))
    assert "Choose at least one, even if it only half fits." in client.post("/ask/topics/").content.decode()
    page = client.post("/ask/check/", {"consents": ["matching", "email"]}).content.decode()
    assert "Please answer: what it is about." in page
    assert Request.objects.get().state == "draft"


def test_nothing_is_sent_without_consent(client: Client, ada: Person) -> None:
    client.force_login(ada)
    client.post(reverse("ask"))
    page = client.post("/ask/check/").content.decode()
    assert "We may only look for someone if you agree" in page
    page = client.post("/ask/check/", {"consents": ["story"]}).content.decode()
    assert "Please answer: what it is about." in page


def test_an_unknown_question_does_not_exist(client: Client, ada: Person) -> None:
    client.force_login(ada)
    client.post(reverse("ask"))
    assert client.get("/ask/nonsense/").status_code == 404


def test_offers_say_why_and_choosing_opens_the_conversation(
    client: Client, ada: Person, ben: Person, dev: Person
) -> None:
    sent_request(ada)
    active_helper(ben, dev, about="I like to listen.")
    [proposal] = offered(dev, ada)
    client.force_login(ada)
    page = client.get("/offers/").content.decode()
    assert "They can help with what you named: Anxiety and worry." in page
    assert "I like to listen." in page
    response = client.post(reverse("accept_offer", args=[proposal.pk]))
    assert response.headers["Location"] == f"/messages/{Pairing.objects.get().conversation_id}/"


def test_who_comes_too_late_is_told_kindly(client: Client, ada: Person, ben: Person, dev: Person) -> None:
    sent_request(ada)
    helper = active_helper(ben, dev)
    [proposal] = offered(dev, ada)
    Helper.objects.filter(pk=helper.pk).update(places_taken=1)
    client.force_login(ada)
    response = client.post(reverse("accept_offer", args=[proposal.pk]))
    assert response.status_code == 409
    assert "We are sorry: Ben has no place left." in response.content.decode()
    assert client.post(reverse("accept_offer", args=[proposal.pk])).status_code == 409


def test_stopping_says_what_will_happen_first(client: Client, ada: Person) -> None:
    request = sent_request(ada)
    client.force_login(ada)
    assert "you have the place in the queue that you have now" in client.get("/request/withdrawal/").content.decode()
    assert fresh(request).state == "waiting"
    client.post("/request/withdrawal/")
    assert fresh(request).state == "withdrawn"
