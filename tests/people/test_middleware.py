"""No answer to a signed-in person is stored, and a lost race is told kindly."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from pytest_django.asserts import assertContains

from config.urls import urlpatterns as the_house
from people.access import open_to
from people.errors import HasMovedOn
from people.models import Person
from people.rules import anyone, signed_in


@open_to(anyone)
def quiet(request: HttpRequest) -> HttpResponse:
    return HttpResponse("quiet")


@open_to(anyone)
def cached(request: HttpRequest) -> HttpResponse:
    return HttpResponse("cached", headers={"Cache-Control": "max-age=600"})


@open_to(signed_in)
def too_late(request: HttpRequest) -> HttpResponse:
    raise HasMovedOn("Ben has <taken> it.")


@open_to(anyone)
def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("Not ours to answer")


urlpatterns = [
    *the_house,
    path("quiet/", quiet),
    path("cached/", cached),
    path("too-late/", too_late),
    path("broken/", broken),
]

pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]


@pytest.mark.parametrize(
    ("address", "status"),
    [("/quiet/", 200), ("/cached/", 200), ("/record/", 200), ("/nothing/", 404), ("/desk/", 403), ("/too-late/", 409)],
)
def test_nothing_given_to_a_signed_in_person_is_stored(client: Client, ada: Person, address: str, status: int) -> None:
    client.force_login(ada)
    answer = client.get(address)
    assert (answer.status_code, answer["Cache-Control"]) == (status, "no-store")


def test_signed_out_an_answer_is_left_as_it_is(client: Client) -> None:
    answers = [client.get(address).get("Cache-Control") for address in ("/quiet/", "/cached/", "/nothing/")]
    assert answers == [None, "max-age=600", None]


def test_a_lost_race_is_told_in_words(client: Client, ada: Person) -> None:
    client.force_login(ada)
    answer = client.get("/too-late/")
    assertContains(answer, "<h1>Something has changed</h1>", status_code=409, html=True)
    assertContains(answer, '<p class="lede">Ben has &lt;taken&gt; it.</p>', status_code=409, html=True)


def test_other_errors_are_not_answered_here(client: Client) -> None:
    with pytest.raises(RuntimeError, match="Not ours to answer"):
        client.get("/broken/")
