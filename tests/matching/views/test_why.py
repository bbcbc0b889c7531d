"""A member asks why these people and not someone else, and is told in numbers that give nobody away."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils.html import strip_tags
from pytest_django import DjangoAssertNumQueries

from matching.models import Helper, Proposal, Request
from matching.operations import accept_offer, decline_as_helper, place_arrivals, run_round
from messaging.models import Conversation
from people.models import Person
from people.operations import change_profile
from safeguarding.operations import block
from tests.fixtures import NOW, make_person
from tests.matching.making import active_helper, fresh, offered, paired, sent_request


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def page(client: Client, person: Person) -> str:
    """The words of the page, each space one space."""
    client.force_login(person)
    response = client.get("/offers/why/")
    assert response.status_code == 200
    main = response.content.decode().split("<main", 1)[1].split(">", 1)[1].split("</main>", 1)[0]
    return re.sub(r"\s+", " ", strip_tags(main))


def another(dev: Person, name: str, *, capacity: int = 1, about: str = "anxiety", **facts: Any) -> Helper:
    helper = active_helper(make_person(name, area=dev.area), dev, about, capacity=capacity)
    change_profile(by=helper.person, facts=facts)
    return helper


def test_offers_with_what_spoke_for_them_and_who_sent_them(client: Client, dev: Person, ada: Person) -> None:
    sent_request(ada)
    another(dev, "Bea")
    offered(dev, ada)
    words = page(client, ada)
    assert "Why these people, and not someone else? We looked at 1 person who helps here. 1 of them fits" in words
    assert "Anxiety and worry.You can talk in English.You can talk the way you like: by message.They live" in words
    assert "Dev, who coordinates, read this suggestion and sent it to you on 22 November." in words


def test_an_offer_on_arrival_says_that_nobody_sent_it(client: Client, dev: Person, ada: Person) -> None:
    run_round(by=dev, area=dev.area, at=NOW)
    another(dev, "Bea")
    sent_request(ada)
    place_arrivals(at=NOW)
    assert "A place was free, so it came to you at once on 22 November" in page(client, ada)


def test_those_who_fit_and_are_not_offered_are_full_kept_or_free(client: Client, dev: Person, ada: Person) -> None:
    full, kept = another(dev, "Bea"), another(dev, "Bo")
    paired_with(full, dev)
    sent_request(make_person("Asha", area=dev.area))
    run_round(by=dev, area=dev.area, at=NOW)
    another(dev, "Bill")
    sent_request(ada)
    words = page(client, ada)
    assert "We looked at 3 people who help here. 3 of them fit what you told us." in words
    assert "Those who fit 1 is alongside as many people as they can be." in words
    assert "1 has a place, and it is kept for somebody who is deciding now." in words
    assert "1 has a place. We look at them when we next look for you." in words
    assert "As many people as possible get someone." in words
    assert str(kept) not in words


def paired_with(helper: Helper, dev: Person) -> None:
    """Somebody is alongside them, so that they have no place left."""
    paired_member = make_person("Abe", area=dev.area)
    sent_request(paired_member)
    # Whom a draw between equals put first depends on their ids.
    [proposal] = [each for each in offered(dev, paired_member) if each.helper == helper]
    accept_offer(by=paired_member, proposal=fresh(proposal), at=NOW)
    assert fresh(helper).places_taken == 1


@pytest.mark.parametrize(
    ("theirs", "mine", "keeps_away", "opens"),
    [
        ({"languages": ["pl"]}, {}, "They share no language with you", "If you could also talk in Polish"),
        ({"ways": ["phone"]}, {}, "They talk in other ways than you would like", "If you could also talk by phone"),
        (
            {"hours": ["mon-morning"]},
            {"hours": ["tue-morning"]},
            "They are free at other times than you",
            "If you had other times in the week too",
        ),
    ],
)
def test_what_keeps_people_away_and_what_would_open_more(
    theirs: dict[str, Any], mine: dict[str, Any], keeps_away: str, opens: str, client: Client, dev: Person, ada: Person
) -> None:
    for name in ("Bea", "Bo", "Bill"):
        another(dev, name, **theirs)
    sent_request(ada)
    change_profile(by=ada, facts=mine)
    words = page(client, ada)
    assert "None of them fits everything you told us." in words
    assert f"{keeps_away} 3 people {opens}, 3 more people could be alongside you. Change" in words


@pytest.mark.parametrize(
    ("answers", "keeps_away", "opens"),
    [
        ({"wants": "peer"}, "They are not the adviser, or not the peer,", "If an adviser and a peer are both fine"),
        (
            {"prefers_gender": "man", "gender_required": True},
            "They are not the woman, or not the man, you need",
            "If a woman or a man were a wish and not a must",
        ),
    ],
)
def test_wishes_about_the_person(
    answers: dict[str, Any], keeps_away: str, opens: str, client: Client, dev: Person, ada: Person
) -> None:
    another(dev, "Bea")
    sent_request(ada, **answers)
    words = page(client, ada)
    assert keeps_away in words
    assert f"{opens}, 1 more person could be alongside you." in words


def test_face_to_face_opens_nobody_who_lives_elsewhere(client: Client, dev: Person, ada: Person) -> None:
    another(dev, "Bea", ways=["in_person"])
    Person.objects.filter(chosen_name="Bea").update(area=None)
    sent_request(ada)
    assert "They talk in other ways than you would like 1 person Change" in page(client, ada)


def test_what_opens_nothing_by_itself_promises_nothing(client: Client, dev: Person, ada: Person) -> None:
    """One is kept away by two answers, the other has no place."""
    another(dev, "Bea", languages=["pl"], ways=["phone"])
    paired_with(another(dev, "Bo"), dev)
    change_profile(by=Person.objects.get(chosen_name="Bo"), facts={"languages": ["pl"]})
    sent_request(ada)
    words = page(client, ada)
    assert "They share no language with you 2 people Change" in words
    assert "could be alongside you" not in words


def out_of_date(helper: Helper, ada: Person, dev: Person) -> None:
    Helper.objects.filter(pk=helper.pk).update(vetted_until=NOW.date() - timedelta(days=1))


def blocked_by_them(helper: Helper, ada: Person, dev: Person) -> None:
    block(by=helper.person, person=ada, known_as="Ada", at=NOW)


def named_as_one_to_avoid(helper: Helper, ada: Person, dev: Person) -> None:
    Request.objects.filter(person=ada).update(avoid_names="Bea")


def said_no_before(helper: Helper, ada: Person, dev: Person) -> None:
    proposal = next(each for each in offered(dev, ada) if each.helper == helper)
    decline_as_helper(by=helper.person, proposal=proposal, at=NOW)


@pytest.mark.parametrize("is_out", [out_of_date, blocked_by_them, named_as_one_to_avoid, said_no_before])
def test_whom_an_unspoken_rule_keeps_away_is_in_no_number(
    is_out: Any, client: Client, dev: Person, ada: Person
) -> None:
    """Word for word the page of somebody for whom they are not there at all."""
    helper, _ = another(dev, "Bea"), another(dev, "Bo", languages=["pl"])
    sent_request(ada)
    is_out(helper, ada, dev)
    as_it_is = page(client, ada)
    Proposal.objects.all().delete()
    Helper.objects.filter(pk=helper.pk).update(state="paused")
    Request.objects.update(avoid_names="")
    without_them = page(client, ada)
    assert as_it_is.replace("We last looked for you on 22 November. ", "") == without_them
    assert "Some people are never counted here, for everybody" in without_them


def test_nobody_is_named_who_is_not_offered(client: Client, dev: Person, ada: Person) -> None:
    names = ["Bea", "Bo", "Bill", "Bertha", "Bruno"]
    for name in names:
        another(dev, name)
    sent_request(ada)
    shown = {str(each.helper) for each in offered(dev, ada)}
    words = page(client, ada)
    assert {name for name in names if name in words} == shown


def test_nobody_helps_yet(client: Client, ada: Person) -> None:
    sent_request(ada)
    assert "There is no adviser or peer just now" in page(client, ada)


def test_answers_can_be_changed_only_while_there_are_no_offers(client: Client, dev: Person, ada: Person) -> None:
    another(dev, "Bea")
    another(dev, "Bo", languages=["pl"])
    sent_request(ada)
    assert "Change your answer: They share no language with you" in page(client, ada)
    offered(dev, ada)
    words = page(client, ada)
    assert "Change your answer" not in words
    assert "You can change your answers once you have said yes or no" in words


def test_whoever_has_not_asked_or_has_somebody_is_shown_that(
    client: Client, dev: Person, ada: Person, ben: Person, eve: Person
) -> None:
    client.force_login(eve)
    assert client.get("/offers/why/").headers["Location"] == "/ask/"
    paired(ada, ben, dev)
    client.force_login(ada)
    assert client.get("/offers/why/").headers["Location"] == "/request/"


def test_asking_a_person_opens_one_conversation_with_the_coordinator(client: Client, dev: Person, ada: Person) -> None:
    dev.consents.create(purpose="email", given_at=NOW)
    sent_request(ada)
    client.force_login(ada)
    where = {client.post("/offers/why/question/").headers["Location"] for _ in range(2)}
    talk = Conversation.objects.get()
    assert where == {f"/messages/{talk.pk}/"}
    assert {place.person for place in talk.participants.all()} == {ada, dev}
    assert [notice.subject for notice in dev.notices.all()] == ["Somebody asks you about their suggestions"]


def test_without_a_coordinator_it_is_said(client: Client, ada: Person) -> None:
    sent_request(ada)
    client.force_login(ada)
    response = client.post("/offers/why/question/", follow=True)
    assert "Nobody coordinates your area yet." in response.content.decode()
    assert not Conversation.objects.exists()


def test_the_page_asks_a_fixed_number_of_questions(
    client: Client, dev: Person, ada: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    sent_request(ada)
    client.force_login(ada)
    for rows in (1, 2):
        for number in range(rows):
            another(dev, f"Bo{rows}{number}")
            another(dev, f"Bea{rows}{number}", languages=["pl"])
        offered(dev, ada)
        with django_assert_num_queries(17):
            client.get("/offers/why/")
