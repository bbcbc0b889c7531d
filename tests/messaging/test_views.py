"""The pages: for those who take part only, and complete without JavaScript."""

from datetime import timedelta
from urllib.parse import quote
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from messaging.models import Conversation, Message, Preferences
from messaging.operations import close_conversation, open_conversation
from messaging.queries import unread_by
from people.models import Person
from safeguarding.models import Block, Concern
from tests.fixtures import NOW, make_person
from tests.messaging.conftest import Say


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def page_of(talk: Conversation) -> str:
    return reverse("conversation", args=[talk.pk])


def test_to_others_a_conversation_does_not_exist(talk: Conversation, say: Say, ada: Person, eve: Person) -> None:
    message = say(ada)
    pages = [page_of(talk), reverse("report_message", args=[message.pk])]
    assert [signed_in(eve).get(page).status_code for page in pages] == [404, 404]
    posted = signed_in(eve).post(page_of(talk), {"body": "Hello", "client_id": uuid4()})
    assert (posted.status_code, Message.objects.count()) == (404, 1)


def test_a_stranger_is_asked_to_sign_in(talk: Conversation) -> None:
    pages = [reverse("conversations"), page_of(talk)]
    assert [Client().get(page).status_code for page in pages] == [302, 302]


def test_posting_by_form_leads_to_the_message(talk: Conversation, ada: Person) -> None:
    client_id = uuid4()
    for _ in range(2):
        answer = signed_in(ada).post(page_of(talk), {"body": " Hello\r\nBen ", "client_id": client_id})
        assert (answer.status_code, answer["Location"]) == (302, f"{page_of(talk)}#message-{client_id}")
    assert [one.body for one in Message.objects.all()] == ["Hello\nBen"]


@pytest.mark.parametrize(
    ("body", "status", "why"),
    [
        (" ", 422, "Write something first."),
        ("a\0b", 422, "This contains a character that cannot be sent."),
        ("Too long. " + "x" * 10_000, 422, "A message can have 10,000"),
    ],
)
def test_words_that_cannot_be_sent_stay_in_the_box(
    body: str, status: int, why: str, talk: Conversation, ada: Person
) -> None:
    answer = signed_in(ada).post(page_of(talk), {"body": body, "client_id": uuid4()})
    assert (answer.status_code, Message.objects.count()) == (status, 0)
    page = answer.content.decode()
    assert why in page
    assert answer.context["form"]["body"].value() == body


def test_words_are_not_lost_when_the_conversation_ended_meanwhile(talk: Conversation, ada: Person) -> None:
    close_conversation(conversation=talk, at=NOW)
    answer = signed_in(ada).post(page_of(talk), {"body": "My long story", "client_id": uuid4()})
    assert (answer.status_code, Message.objects.count()) == (403, 0)
    page = answer.content.decode()
    assert ("My long story" in page, "This conversation has ended." in page) == (True, True)


def test_a_page_sent_again_with_other_words_gives_them_a_new_identity(
    talk: Conversation, say: Say, ada: Person
) -> None:
    first = say(ada, "Hello")
    answer = signed_in(ada).post(page_of(talk), {"body": "And more", "client_id": first.client_id})
    form = answer.context["form"]
    assert (answer.status_code, form["body"].value()) == (422, "And more")
    assert form["client_id"].value() != str(first.client_id)
    again = signed_in(ada).post(page_of(talk), {"body": "And more", "client_id": form["client_id"].value()})
    assert (again.status_code, [one.body for one in Message.objects.all()]) == (302, ["Hello", "And more"])


def test_a_page_without_identity_is_given_one(talk: Conversation, ada: Person) -> None:
    answer = signed_in(ada).post(page_of(talk), {"body": "Hello", "client_id": "x"})
    form = answer.context["form"]
    assert (answer.status_code, form["body"].value(), len(form["client_id"].value())) == (422, "Hello", 36)


def test_who_is_very_fast_is_asked_to_wait(talk: Conversation, ada: Person) -> None:
    client = signed_in(ada)
    answers = [client.post(page_of(talk), {"body": "Hello", "client_id": uuid4()}) for _ in range(31)]
    assert [answer.status_code for answer in answers] == [302] * 30 + [429]
    assert answers[-1].context["form"]["body"].value() == "Hello"


@pytest.mark.parametrize("blocked_by", ["ada", "ben"])
def test_both_sides_of_a_block_read_the_same(blocked_by: str, talk: Conversation, ada: Person, ben: Person) -> None:
    by, person = (ada, ben) if blocked_by == "ada" else (ben, ada)
    Block.objects.create(by=by, person=person, began_at=NOW)
    page = signed_in(ada).get(page_of(talk)).content.decode()
    assert "Messages cannot be sent in this conversation any more." in page
    assert "data-composer" not in page


def test_what_people_write_is_shown_as_words(talk: Conversation, say: Say, ada: Person, ben: Person) -> None:
    say(ben, "<script>alert(1)</script>\n<img src=x onerror=alert(1)>")
    page = signed_in(ada).get(page_of(talk)).content.decode()
    assert ("<script>alert" in page, "<img src=x" in page) == (False, False)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;\n&lt;img src=x onerror=alert(1)&gt;" in page
    listed = signed_in(ada).get(reverse("conversations")).content.decode()
    assert ("<script>alert" in listed, "&lt;script&gt;alert(1)" in listed) == (False, True)


def test_opening_the_page_reads_it_but_looking_back_does_not(
    talk: Conversation, say: Say, ada: Person, ben: Person
) -> None:
    say(ben)
    signed_in(ada).get(page_of(talk), {"before": 1})
    assert unread_by(ada) == 1
    signed_in(ada).get(page_of(talk))
    assert unread_by(ada) == 0


def test_earlier_messages_are_a_link_away(talk: Conversation, say: Say, ada: Person) -> None:
    for number in range(51):
        say(ada, f"Number {number}.")
    page = signed_in(ada).get(page_of(talk)).content.decode()
    assert ("Number 0." in page, "Number 1." in page, "?before=2" in page) == (False, True, True)
    page = signed_in(ada).get(page_of(talk), {"before": 2}).content.decode()
    assert ("Number 0." in page, "Number 1." in page, "?before" in page) == (True, False, False)


@pytest.mark.parametrize("seq", ["x", "-1", "1.5", "9" * 30, "²"])
def test_a_seq_that_is_no_number_finds_nothing(seq: str, talk: Conversation, ada: Person) -> None:
    answers = [signed_in(ada).get(page_of(talk), {name: seq}) for name in ("before", "after", "reply_to")]
    assert [answer.status_code for answer in answers] == [404, 404, 404]


def test_the_last_message_that_was_read_says_so_and_the_last_of_all_that_it_is_kept(
    talk: Conversation, say: Say, ada: Person, ben: Person
) -> None:
    say(ada)
    say(ada)
    signed_in(ben).get(page_of(talk))
    say(ada)
    states = [line.state for line in signed_in(ada).get(page_of(talk)).context["lines"]]
    assert states == ["", "Seen", "Sent"]


def test_whoever_hides_what_they_read_is_not_shown_what_others_read(
    talk: Conversation, say: Say, ada: Person, ben: Person
) -> None:
    say(ada)
    signed_in(ben).get(page_of(talk))
    for person in (ada, ben):
        wish = Preferences.objects.create(person=person, shows_reading=False)
        page = signed_in(ada).get(page_of(talk))
        assert [line.state for line in page.context["lines"]] == ["Sent"]
        assert "data-read=" not in page.content.decode()
        wish.delete()
    assert [line.state for line in signed_in(ada).get(page_of(talk)).context["lines"]] == ["Seen"]


def test_a_reply_quotes_what_it_answers(talk: Conversation, say: Say, ada: Person, ben: Person) -> None:
    asked = say(ben, "How was your night?")
    page = signed_in(ada).get(page_of(talk), {"reply_to": asked.pk})
    assert (page.context["answered"]["name"], page.context["answered"]["body"]) == ("Ben", "How was your night?")
    signed_in(ada).post(page_of(talk), {"body": "Good", "client_id": uuid4(), "reply_to": asked.pk})
    assert Message.objects.get(body="Good").reply_to == asked


@pytest.mark.parametrize("given", ["x", "²", "-1", "9" * 30])
def test_a_reply_to_no_message_at_all_is_refused(given: str, talk: Conversation, ada: Person) -> None:
    answer = signed_in(ada).post(page_of(talk), {"body": "Hm", "client_id": uuid4(), "reply_to": given})
    assert (answer.status_code, answer.context["answered"], Message.objects.count()) == (422, None, 0)


def test_a_reply_to_what_one_may_not_see_goes_nowhere(talk: Conversation, say: Say, ada: Person, eve: Person) -> None:
    elsewhere = say(eve, "Secret", conversation=open_conversation(people=[eve, make_person("Fay")], at=NOW))
    page = signed_in(ada).get(page_of(talk), {"reply_to": elsewhere.pk})
    assert (page.context["answered"], "Secret" in page.content.decode()) == (None, False)
    answer = signed_in(ada).post(page_of(talk), {"body": "Hm", "client_id": uuid4(), "reply_to": elsewhere.pk})
    assert (answer.status_code, answer.context["form"]["body"].value()) == (422, "Hm")


def test_reporting_a_message_takes_one_press(talk: Conversation, say: Say, ada: Person, ben: Person) -> None:
    message = say(ben, "Give me your bank card")
    page = reverse("report_message", args=[message.pk])
    assert f'action="{page}"' in signed_in(ada).get(page_of(talk)).content.decode()
    answer = signed_in(ada).post(page)
    concern = Concern.objects.get()
    back = quote(f"{page_of(talk)}#message-{message.client_id}", safe="")
    assert answer["Location"] == f"{reverse('report', args=[concern.pk])}?next={back}"
    assert (concern.evidence_text, concern.reason, concern.raised_by) == ("Give me your bank card", "other", ada)


def test_a_link_alone_reports_nothing(say: Say, ada: Person, ben: Person) -> None:
    page = reverse("report_message", args=[say(ben, "Give me your bank card").pk])
    assert "Give me your bank card" in signed_in(ada).get(page).content.decode()
    assert [signed_in(ben).get(page).status_code, signed_in(ben).post(page).status_code] == [403, 403]
    assert not Concern.objects.exists()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_the_same_queries_for_any_number_of_rows(
    rows: int, say: Say, ada: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(rows):
        other = make_person(f"Other{number}")
        say(other, conversation=open_conversation(people=[ada, other], at=NOW), at=NOW + timedelta(hours=number))
    client = signed_in(ada)
    client.get(reverse("conversations"))
    with django_assert_num_queries(10):
        client.get(reverse("conversations"))


@pytest.mark.parametrize("rows", [1, 3])
def test_a_conversation_takes_the_same_queries_for_any_number_of_messages(
    rows: int, talk: Conversation, say: Say, ada: Person, ben: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(rows):
        say(ben)
        say(ada)
    client = signed_in(ada)
    client.get(page_of(talk))
    with django_assert_num_queries(21):
        client.get(page_of(talk))


def test_blocking_names_what_will_happen_and_then_does(talk: Conversation, ada: Person, ben: Person) -> None:
    page = reverse("block_participant", args=[talk.pk, ben.pk])
    assert "Block Ben?" in signed_in(ada).get(page).content.decode()
    assert not Block.objects.exists()
    signed_in(ada).post(page)
    assert Block.objects.values_list("by", "person", "known_as").get() == (ada.pk, ben.pk, "Ben")


def test_only_somebody_one_talks_with_can_be_blocked_here(talk: Conversation, ada: Person, eve: Person) -> None:
    pages = [reverse("block_participant", args=[talk.pk, person]) for person in (ada.pk, eve.pk, 10**6)]
    assert [signed_in(ada).post(page).status_code for page in pages] == [404, 404, 404]
