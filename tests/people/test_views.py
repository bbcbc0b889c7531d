"""One's own record: what is held, what one agreed to, who has read it and why."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from people.models import Area, Consent, Person, Role
from people.operations import give_consent, grant_role, record_read
from tests.fixtures import NOW, make_person

RECORD = reverse("my_record")
DETAILS = {
    "chosen_name": "A. of the North",
    "full_name": "Ada Lovelace",
    "languages": ["en", "cy"],
    "hours": ["mon-morning", "sun-evening"],
    "ways": ["chat", "phone"],
    "age_group": "18_25",
    "gender": "woman",
}


@pytest.fixture
def adas(client: Client, ada: Person) -> Client:
    client.force_login(ada)
    return client


def rows(page: str) -> list[list[str]]:
    """The table of who has read, cell by cell."""
    return [
        re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)
        for row in re.findall(r"(?s)<tr>(.*?)</tr>", page)
        if "data-label" in row
    ]


# -- The record


def test_who_has_read_and_why(adas: Client, ada: Person, ben: Person, dev: Person) -> None:
    record_read(by=ben, person=ada, why="To prepare our first talk", at=NOW)
    record_read(by=dev, person=ada, why="<b>Waiting</b> long", at=NOW + timedelta(hours=2))
    record_read(by=dev, person=ben, why="About Ben", at=NOW)

    assert rows(adas.get(RECORD).content.decode()) == [
        ["22 November 2026, 14:00", "Dev", "&lt;b&gt;Waiting&lt;/b&gt; long"],
        ["22 November 2026, 12:00", "Ben", "To prepare our first talk"],
    ]


def test_nobody_has_read_yet(adas: Client) -> None:
    page = adas.get(RECORD)
    assertContains(page, "Nobody yet")
    assertNotContains(page, "<table")


def test_reads_come_twenty_a_page(adas: Client, ada: Person, dev: Person) -> None:
    for number in range(21):
        record_read(by=dev, person=ada, why=f"Reason {number}", at=NOW + timedelta(minutes=number))

    first, second, beyond = (adas.get(RECORD, {"page": page}).content.decode() for page in ("1", "2", "99"))
    assert [row[2] for row in rows(first)] == [f"Reason {number}" for number in range(20, 0, -1)]
    assert [row[2] for row in rows(second)] == [row[2] for row in rows(beyond)] == ["Reason 0"]
    assert re.findall(r'rel="(prev|next)" href="(.*?)"', first) == [("next", "?page=2")]
    assert re.findall(r'rel="(prev|next)" href="(.*?)"', second) == [("prev", "?page=1")]


def test_the_record_shows_what_is_held_in_words(adas: Client, ada: Person) -> None:
    assert held(adas) == {
        "Name others see": "Ada",
        "Full name": "Not given",
        "E-mail": "ada@example.org",
        "Mobile number": "Not given",
        "Age group": "26 to 64",
        "Languages": "English",
        "Ways to talk": "Not given",
        "Free": "Not given",
        "Area": "North",
        "What matters to you": "Not given",
        "Here as": "Member",
    }


def held(client: Client) -> dict[str, str]:
    return dict(re.findall(r"<div><dt>(.*?)</dt><dd>(.*?)</dd></div>", client.get(RECORD).content.decode()))


# The session, the person, roles, purposes, the area, areas besides, unread messages, the lines of crisis help; reads:
# count and rows.
RECORD_QUERIES = 11


@pytest.mark.parametrize("count", [1, 3])
def test_more_rows_need_no_more_queries(
    client: Client, ada: Person, north: Area, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        area = Area.objects.create(name=f"Area {number}", slug=f"area-{number}")
        grant_role(person=ada, kind=Role.Kind.COORDINATOR, by=None, at=NOW, area=area)
        record_read(by=make_person(f"Reader{number}"), person=ada, why="To see", at=NOW)
        give_consent(by=ada, purpose=Consent.Purpose.values[number], at=NOW)
    client.force_login(ada)
    with django_assert_num_queries(RECORD_QUERIES):
        page = client.get(RECORD)
    assert len(rows(page.content.decode())) == count


# -- Details


def test_the_details_begin_with_what_is_held(adas: Client) -> None:
    page = adas.get(reverse("profile")).content.decode()
    assert re.findall(r'name="chosen_name" value="(.*?)"', page) == ["Ada"]
    assert re.findall(r'<input[^>]* name="languages" value="(\w+)"[^>]* checked', page) == ["en"]
    assert re.findall(r'<input[^>]* name="age_group" value="(\w+)"[^>]* checked', page) == ["26_64"]
    assert re.findall(r"<option value=\"\d+\" selected>(.*?)</option>", page) == ["North"]


def test_details_are_saved(adas: Client, ada: Person, south: Area) -> None:
    """All but the area: one looks after her, so she asks another one instead."""
    answer = adas.post(reverse("profile"), DETAILS | {"area": south.pk}, follow=True)

    assertRedirects(answer, RECORD)
    assertContains(answer, "Your details are saved.")
    assert held(adas) == {
        "Name others see": "A. of the North",
        "Full name": "Ada Lovelace",
        "E-mail": "ada@example.org",
        "Mobile number": "Not given",
        "Age group": "18 to 25",
        "Languages": "English, Welsh",
        "Ways to talk": "Messages on this site, by phone",
        "Free": "Monday morning, Sunday evening",
        "Area": "North",
        "What matters to you": "Not given",
        "Here as": "Member",
    }
    ada.refresh_from_db()
    assert ada.gender == "woman"


@pytest.mark.parametrize(
    "wrong",
    [{"chosen_name": " "}, {"languages": ["tlh"]}, {"hours": ["mon-midnight"]}, {"age_group": "9"}],
)
def test_details_that_do_not_fit_change_nothing(adas: Client, ada: Person, wrong: dict[str, object]) -> None:
    answer = adas.post(reverse("profile"), DETAILS | wrong)

    assertContains(answer, "There is a problem")
    assert (Person.objects.get(pk=ada.pk).chosen_name, held(adas)["Full name"]) == ("Ada", "Not given")


@pytest.mark.parametrize("area", ["South", "nowhere"])
def test_whom_no_area_looks_after_says_where_they_live(area: str, client: Client, south: Area) -> None:
    finn = make_person("Finn")
    client.force_login(finn)
    client.post(reverse("profile"), DETAILS | {"area": south.pk if area == "South" else 0})
    assert str(Person.objects.get(pk=finn.pk).area) == ("South" if area == "South" else "None")


def test_nobody_changes_what_the_page_does_not_ask(adas: Client, ada: Person, ben: Person) -> None:
    adas.post(reverse("profile"), DETAILS | {"email": "x@example.org", "is_active": "", "reference": "1", "pk": ben.pk})
    ada.refresh_from_db()
    assert (ada.email, ada.is_active, ada.reference) == ("ada@example.org", True, None)
    assert Person.objects.get(pk=ben.pk).chosen_name == "Ben"


# -- Consent


def agreed() -> list[tuple[str, str]]:
    return list(Consent.objects.current().order_by("pk").values_list("person__chosen_name", "purpose"))


def test_agreeing_and_taking_it_back(adas: Client) -> None:
    given = adas.post(reverse("give_consent"), {"purpose": "story"}, follow=True)
    assertRedirects(given, RECORD)
    assertContains(given, "Thank you. You can take this back at any time.")
    assert agreed() == [("Ada", "story")]

    taken = adas.post(reverse("withdraw_consent"), {"purpose": "story"}, follow=True)
    assertRedirects(taken, RECORD)
    assertContains(taken, "You have taken this back. It holds from now on.")
    assert agreed() == []


@pytest.mark.parametrize("data", [{}, {"purpose": ""}, {"purpose": "advertising"}])
@pytest.mark.parametrize("name", ["give_consent", "withdraw_consent"])
def test_a_purpose_that_is_none_changes_nothing(adas: Client, ada: Person, name: str, data: dict[str, str]) -> None:
    give_consent(by=ada, purpose="email", at=NOW)
    answer = adas.post(reverse(name), data, follow=True)
    assertRedirects(answer, RECORD)
    assertNotContains(answer, "Thank you. You can take this back")
    assertNotContains(answer, "You have taken this back")
    assert agreed() == [("Ada", "email")]


def test_one_agrees_and_takes_back_for_oneself_only(adas: Client, ben: Person) -> None:
    give_consent(by=ben, purpose="story", at=NOW)
    adas.post(reverse("withdraw_consent"), {"purpose": "story", "person": ben.pk})
    assert agreed() == [("Ben", "story")]


# -- Who, and how


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["my_record", "profile", "give_consent", "withdraw_consent"])
def test_signed_out_one_is_asked_to_sign_in(client: Client, name: str) -> None:
    assertRedirects(client.post(reverse(name)), f"/accounts/login/?next={reverse(name)}")


@pytest.mark.parametrize("name", ["give_consent", "withdraw_consent"])
def test_a_link_alone_agrees_to_nothing(adas: Client, name: str) -> None:
    assert adas.get(reverse(name), {"purpose": "story"}).status_code == 405


def test_a_form_from_elsewhere_is_refused(ada: Person) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(ada)
    assert client.post(reverse("give_consent"), {"purpose": "story"}).status_code == 403
    assert agreed() == []
