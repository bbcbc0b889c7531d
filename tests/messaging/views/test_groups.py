"""The pages of groups: what somebody is told before they decide, and forms that refuse what the operations refuse."""

from uuid import uuid4

import pytest
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from messaging.models import Conversation, Participant
from messaging.operations import (
    accept_invitation,
    close_conversation,
    invite,
    leave_conversation,
    remove_participant,
)
from people.models import Person, Role
from people.operations import assign
from safeguarding.models import Block
from tests.fixtures import NOW, make_person
from tests.messaging.conftest import Say, place
from tests.people.making import words_of

BEGIN = reverse("begin_group")
MESSAGES = reverse("conversations")


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def page(name: str, group: Conversation, *more: int) -> str:
    return reverse(name, args=[group.pk, *more])


def led_to(answer: HttpResponseBase) -> tuple[int, str]:
    return answer.status_code, answer.headers.get("Location", "")


# -- Beginning


def test_beginning_a_group_leads_into_it_once(ada: Person, ben: Person) -> None:
    assign(carer=ben, person=ada, kind=Role.Kind.ADVISER, at=NOW)
    said = {"title": "Clinic", "people": [ada.pk], "client_id": str(uuid4())}
    answers = [signed_in(ben).post(BEGIN, said) for _ in range(2)]
    group = Conversation.objects.get()
    assert [led_to(answer) for answer in answers] == [(302, page("conversation", group))] * 2


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"title": ""}, "Give it a name, in a few words."),
        ({"title": "x" * 61}, "A name can have 60 characters. This one has 61."),
        ({"people": []}, "Choose whom to ask."),
        ({"people": ["eve"]}, "You cannot ask this person."),
        ({"people": ["two apart"]}, "These people cannot all be in one conversation. Please ask fewer of them."),
    ],
)
def test_what_is_wrong_is_said_beside_it(
    said: dict[str, object], error: str, ada: Person, ben: Person, cleo: Person, eve: Person
) -> None:
    for person in (ada, cleo):
        assign(carer=ben, person=person, kind=Role.Kind.ADVISER, at=NOW)
    Block.objects.create(by=ada, person=cleo, began_at=NOW)
    ids = {"eve": [eve.pk], "two apart": [ada.pk, cleo.pk]}
    form = {"title": "Clinic", "people": [ada.pk], "client_id": str(uuid4())} | said
    form["people"] = [one for name in form["people"] for one in ids.get(name, [name])]  # type: ignore[attr-defined]
    answer = signed_in(ben).post(BEGIN, form)
    assert (answer.status_code, error in words_of(answer)) == (200, True)
    assert not Conversation.objects.exists()


def test_one_chooses_among_those_one_may_ask_and_finds_them_by_name(
    ada: Person, ben: Person, eve: Person, ines: Person
) -> None:
    assign(carer=ben, person=ada, kind=Role.Kind.ADVISER, at=NOW)
    shown = {name: words_of(signed_in(ben).get(BEGIN, {"name": name})) for name in ("", "NE", "Eve", "\0")}
    names = "Ada (member)", "Ines (interpreter)", "Eve"
    assert {name: [one for one in names if one in words] for name, words in shown.items()} == {
        "": ["Ada (member)", "Ines (interpreter)"],
        "NE": ["Ines (interpreter)"],
        "Eve": [],
        "\0": ["Ada (member)", "Ines (interpreter)"],
    }
    assert "Nobody with that name" in shown["Eve"]


def test_who_has_nobody_to_ask_is_told_so_instead_of_shown_a_form(eve: Person) -> None:
    answer = signed_in(eve).get(BEGIN)
    assert "There is nobody you can ask" in words_of(answer)
    assert 'name="title"' not in answer.content.decode()


def test_from_a_conversation_the_other_is_chosen_already(talk: Conversation, ada: Person, ben: Person) -> None:
    assign(carer=ben, person=ada, kind=Role.Kind.ADVISER, at=NOW)
    link = f"{BEGIN}?with={ada.pk}"
    assert link in signed_in(ben).get(page("conversation", talk)).content.decode()
    assert f'value="{ada.pk}" id="id_people_0" checked' in signed_in(ben).get(link).content.decode()
    close_conversation(conversation=talk, at=NOW)
    assert link not in signed_in(ben).get(page("conversation", talk)).content.decode()


# -- Being asked


def test_an_invitation_says_who_asks_who_is_there_and_what_one_would_read(
    group: Conversation, say: Say, ada: Person, ines: Person
) -> None:
    empty = words_of(signed_in(ines).get(MESSAGES))
    say(ada, "Secret", conversation=group)
    words = words_of(signed_in(ines).get(MESSAGES))
    for told in ("Ada and the clinic", "Ben asks you to join", "Here now: Ben, Ada.", "everything: 1 message so far."):
        assert told in words
    assert "Nothing has been said yet." in empty
    assert "Secret" not in words


def test_who_would_read_from_now_on_is_told_since_when(
    group: Conversation, say: Say, ada: Person, ben: Person, dev: Person
) -> None:
    assign(carer=dev, person=ada, kind=Role.Kind.COORDINATOR, at=NOW)
    say(ada, conversation=group)
    invite(by=ben, conversation=group, person=dev, reads_back=False, at=NOW)
    assert "You would read what is said from 22 November, 12:00 on." in words_of(signed_in(dev).get(MESSAGES))
    say(ada, conversation=group)
    assert "from 22 November, 12:00 on: 1 message so far." in words_of(signed_in(dev).get(MESSAGES))


@pytest.mark.parametrize("case", ["closed", "taken back", "apart from somebody there"])
def test_an_invitation_that_is_over_is_not_shown(
    case: str, group: Conversation, ada: Person, ben: Person, ines: Person
) -> None:
    assert "asks you to join" in words_of(signed_in(ines).get(MESSAGES))
    match case:
        case "closed":
            leave_conversation(by=ben, conversation=group, at=NOW)
        case "taken back":
            remove_participant(by=ben, conversation=group, person=ines, at=NOW)
        case "apart from somebody there":
            Block.objects.create(by=ines, person=ada, began_at=NOW)
    assert "asks you to join" not in words_of(signed_in(ines).get(MESSAGES))
    assert signed_in(ines).post(page("accept_invitation", group)).status_code == 409


def test_accepting_leads_into_the_conversation_and_declining_back_to_the_list(
    group: Conversation, ada: Person, ines: Person
) -> None:
    client = signed_in(ines)
    assert client.get(page("conversation", group)).status_code == 404
    assert led_to(client.post(page("accept_invitation", group))) == (302, page("conversation", group))
    assert "Ines joined." in words_of(client.get(page("conversation", group)))
    client.post(page("leave_conversation", group))
    assert led_to(client.post(page("decline_invitation", group))) == (302, MESSAGES)


# -- Being there


def test_everyone_sees_who_is_there_and_since_when_each_reads(
    group: Conversation, say: Say, ada: Person, ben: Person, cleo: Person
) -> None:
    assign(carer=ben, person=cleo, kind=Role.Kind.ADVISER, at=NOW)
    invite(by=ben, conversation=group, person=cleo, reads_back=False, at=NOW)
    accept_invitation(by=cleo, conversation=group, at=NOW)
    words = words_of(signed_in(ada).get(page("conversation", group)))
    assert "Who is here: 4 people" in words
    for told in ("Ben reads everything", "Ada (you) read everything", "Cleo reads from 22 Nov, 12:00 on"):
        assert told in words
    assert "Ines asked to join; would read everything" in words
    assert ("Ask somebody to join" in words, "Rename" in words, "Remove" in words) == (True, False, False)


def test_a_newcomers_page_begins_where_they_came(
    group: Conversation, say: Say, ada: Person, ben: Person, dev: Person
) -> None:
    assign(carer=dev, person=ada, kind=Role.Kind.COORDINATOR, at=NOW)
    say(ada, "Before", conversation=group)
    invite(by=ben, conversation=group, person=dev, reads_back=False, at=NOW)
    accept_invitation(by=dev, conversation=group, at=NOW)
    pages = [
        page("conversation", group),
        f"/api/v1/conversations/{group.pk}/messages?since=0",
        f"{page('conversation', group)}?before=6",
    ]
    for address in pages:
        shown = signed_in(dev).get(address).content.decode()
        assert ("Dev can read from here on." in shown, "Before" in shown) == (True, False), address


def test_asking_one_more_names_how_much_they_could_read(
    group: Conversation, say: Say, ada: Person, ben: Person, dev: Person
) -> None:
    assign(carer=dev, person=ada, kind=Role.Kind.COORDINATOR, at=NOW)
    for _ in range(2):
        say(ada, conversation=group)
    client = signed_in(ben)
    assert "All that I can read: 2 messages so far" in words_of(client.get(page("invite", group)))
    said = {"person": dev.pk, "reads_back": "yes"}
    assert led_to(client.post(page("invite", group), said)) == (302, page("conversation", group))
    assert place(dev, group).from_seq == 0


@pytest.mark.parametrize(("said", "status"), [({}, 200), ({"person": "eve"}, 200), ({"person": "ada"}, 200)])
def test_nobody_else_can_be_asked(
    said: dict[str, str], status: int, group: Conversation, ada: Person, ben: Person, eve: Person
) -> None:
    ids = {"eve": eve.pk, "ada": ada.pk}
    form = {"reads_back": "no"} | {name: ids[one] for name, one in said.items()}
    assert signed_in(ben).post(page("invite", group), form).status_code == status
    assert Participant.objects.count() == 3


def test_an_interpreter_does_not_invite(group: Conversation, ines: Person) -> None:
    accept_invitation(by=ines, conversation=group, at=NOW)
    client = signed_in(ines)
    assert client.get(page("invite", group)).status_code == 403
    assert "Ask somebody to join" not in words_of(client.get(page("conversation", group)))


def test_leaving_says_what_will_happen_and_pressing_twice_is_like_once(
    group: Conversation, ada: Person, ben: Person, ines: Person
) -> None:
    accept_invitation(by=ines, conversation=group, at=NOW)
    asked = {one.chosen_name: words_of(signed_in(one).get(page("leave_conversation", group))) for one in (ada, ben)}
    assert {name: "ends for everybody" in words for name, words in asked.items()} == {"Ada": False, "Ben": True}
    client = signed_in(ada)
    for _ in range(2):
        assert led_to(client.post(page("leave_conversation", group))) == (302, MESSAGES)
    assert led_to(client.get(page("leave_conversation", group))) == (302, MESSAGES)
    assert client.get(page("conversation", group)).status_code == 404
    assert "Ada and the clinic" not in words_of(client.get(MESSAGES)).replace("You left “Ada and the clinic”.", "")


def test_removing_and_taking_back_say_what_will_happen(
    group: Conversation, ada: Person, ben: Person, ines: Person
) -> None:
    client = signed_in(ben)
    pages = {one.chosen_name: page("remove_participant", group, one.pk) for one in (ada, ines)}
    assert "Remove Ada?" in words_of(client.get(pages["Ada"]))
    assert "Take back the invitation to Ines?" in words_of(client.get(pages["Ines"]))
    for address in pages.values():
        for _ in range(2):
            assert led_to(client.post(address)) == (302, page("conversation", group))
    assert signed_in(ada).get(page("conversation", group)).status_code == 404


def test_renaming(group: Conversation, ada: Person, ben: Person) -> None:
    assert led_to(signed_in(ben).post(page("rename_conversation", group), {"title": "May"})) == (
        302,
        page("conversation", group),
    )
    assert signed_in(ben).post(page("rename_conversation", group), {"title": " "}).status_code == 200
    assert "May" in words_of(signed_in(ada).get(MESSAGES))


@pytest.mark.parametrize("rows", [1, 3])
def test_invitations_take_the_same_queries_for_any_number(
    rows: int, group: Conversation, ines: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(rows - 1):
        other = Conversation.objects.create(title=f"T{number}", is_group=True, began_at=NOW)
        people = [make_person(f"X{number}"), make_person(f"Y{number}")]
        Participant.objects.bulk_create(Participant(conversation=other, person=one, joined_at=NOW) for one in people)
        Participant.objects.create(conversation=other, person=ines, invited_at=NOW, invited_by=people[0])
    client = signed_in(ines)
    client.get(MESSAGES)
    with django_assert_num_queries(9):
        assert client.get(MESSAGES).content.decode().count("asks you to join") == rows


@pytest.mark.parametrize("people", [2, 5])
def test_a_group_takes_the_same_queries_for_any_number_of_people(
    people: int, group: Conversation, ben: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(people - 2):
        Participant.objects.create(conversation=group, person=make_person(f"X{number}"), joined_at=NOW)
    client = signed_in(ben)
    client.get(page("conversation", group))
    with django_assert_num_queries(24):
        client.get(page("conversation", group))
