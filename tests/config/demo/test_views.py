"""One press signs in as somebody made up, only while DEBUG, and never as anybody else."""

import pytest
from django.conf import LazySettings
from django.test import Client

from config.demo.town import DOMAIN, GUISES
from people.models import Person
from tests.config.test_settings import PRODUCTION, run
from tests.fixtures import make_person

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.config.demo.urls")]


@pytest.fixture
def debug(settings: LazySettings) -> None:
    settings.DEBUG = True


@pytest.fixture
def demo_ada(db: None) -> Person:
    return Person.objects.create_user(f"ada{DOMAIN}", chosen_name="Ada")


@pytest.mark.usefixtures("debug")
def test_each_named_person_has_a_button(client: Client) -> None:
    for guise in GUISES:
        Person.objects.create_user(guise.email, chosen_name=guise.name)

    page = client.get("/demo/").content.decode()

    assert [page.count(f"Sign in as {guise.name}") for guise in GUISES] == [1] * len(GUISES)


@pytest.mark.usefixtures("debug")
def test_without_a_town_the_page_says_how_to_make_one(client: Client) -> None:
    page = client.get("/demo/").content.decode()

    assert "manage.py make_demo" in page
    assert "Sign in as" not in page


@pytest.mark.usefixtures("debug")
def test_one_press_signs_in_and_goes_home(client: Client, demo_ada: Person) -> None:
    answer = client.post("/demo/ada/session/")

    assert (answer.status_code, answer.headers["Location"]) == (302, "/home/")
    assert client.session["_auth_user_id"] == str(demo_ada.pk)


@pytest.mark.usefixtures("debug", "demo_ada")
def test_following_a_link_signs_nobody_in(client: Client) -> None:
    assert client.get("/demo/ada/session/").status_code == 405
    assert "_auth_user_id" not in client.session


@pytest.mark.usefixtures("debug")
@pytest.mark.parametrize("name", ["eve", "ada"])
def test_nobody_else_can_be_tried(client: Client, name: str) -> None:
    make_person("Eve")
    make_person("Ada")

    assert client.post(f"/demo/{name}/session/").status_code == 404
    assert "_auth_user_id" not in client.session


@pytest.mark.usefixtures("demo_ada")
def test_without_debug_the_view_refuses_even_if_it_were_included(client: Client) -> None:
    assert client.post("/demo/ada/session/").status_code == 403
    assert "_auth_user_id" not in client.session


@pytest.mark.usefixtures("debug")
def test_who_has_left_cannot_be_tried(client: Client, demo_ada: Person) -> None:
    demo_ada.is_active = False
    demo_ada.save()

    assert client.post("/demo/ada/session/").status_code == 403


def test_in_production_neither_the_address_nor_the_app_exists() -> None:
    look = """
import django
django.setup()
from django.apps import apps
from django.urls import Resolver404, resolve
try:
    print(resolve("/demo/"))
except Resolver404:
    print("no address,", apps.is_installed("config.demo"))
"""
    ended = run("-c", look, DJANGO_SETTINGS_MODULE="config.settings", **PRODUCTION)

    assert (ended.stdout, ended.stderr) == ("no address, False\n", "")
