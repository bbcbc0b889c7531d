"""A page is open to those for whom its rule holds: others are asked to sign in, or refused."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from django.views.decorators.http import require_POST

from config.urls import urlpatterns as the_house
from people.access import open_to
from people.models import Person
from people.rules import anyone, coordinators, signed_in


@open_to(anyone)
def for_anyone(request: HttpRequest) -> HttpResponse:
    return HttpResponse("anyone")


@open_to(signed_in)
def for_signed_in(request: HttpRequest) -> HttpResponse:
    return HttpResponse("signed in")


@open_to(coordinators)
@require_POST
def for_coordinators(request: HttpRequest) -> HttpResponse:
    """What only coordinators may do."""
    return HttpResponse("coordinators")


urlpatterns = [
    *the_house,
    path("for/anyone/", for_anyone),
    path("for/signed-in/", for_signed_in),
    path("for/coordinators/", for_coordinators),
]

pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]


def statuses(client: Client) -> list[int]:
    return [client.post(f"/for/{page}/").status_code for page in ("anyone", "signed-in", "coordinators")]


def test_who_may_open_what(client: Client, ada: Person, dev: Person) -> None:
    assert statuses(client) == [200, 302, 302]
    client.force_login(ada)
    assert statuses(client) == [200, 200, 403]
    client.force_login(dev)
    assert statuses(client) == [200, 200, 200]


def test_signing_in_leads_back_to_the_page(client: Client) -> None:
    assert client.get("/for/signed-in/")["Location"] == "/accounts/login/?next=/for/signed-in/"


def test_another_method_is_refused_after_the_rule(client: Client, ada: Person, dev: Person) -> None:
    client.force_login(ada)
    assert client.get("/for/coordinators/").status_code == 403
    client.force_login(dev)
    assert client.get("/for/coordinators/").status_code == 405


def test_the_rule_and_the_view_stay_readable() -> None:
    views = (for_anyone, for_signed_in, for_coordinators)
    assert [view.open_to for view in views] == [anyone, signed_in, coordinators]  # type: ignore[attr-defined]
    assert (for_coordinators.__name__, for_coordinators.__doc__) == (
        "for_coordinators",
        "What only coordinators may do.",
    )
