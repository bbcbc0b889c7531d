"""The pages on which a coordinator works with the desk: lists, many at once, files and paper."""

import csv
import io
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from pytest_django import DjangoAssertNumQueries

from caseload.models import BulkAction, WorkList
from caseload.queries.desk import KINDS
from caseload.sheets import SHEETS
from people.models import Area, Person, RecordRead, Topic
from people.operations import assign
from people.tables import harmless
from tests.caseload.making import make_helper, make_request, pair
from tests.caseload.test_views import one_of_everything
from tests.fixtures import NOW, As, make_person


@pytest.fixture(autouse=True)
def the_same_day() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


# -- Lists


def test_keeping_opening_renaming_and_deleting_a_list(signed_in_as: As, dev: Person, ada: Person) -> None:
    make_request(ada)
    desk = signed_in_as(dev)
    narrowed = "/desk/waiting/?area=north&word=ada"
    assert "/desk/lists/new/?area=north&amp;word=ada&amp;section=waiting" in desk.get(narrowed).content.decode()
    form = desk.get("/desk/lists/new/?area=north&word=ada&section=waiting").content.decode()
    assert "Area: North" in form
    assert "Name: ada" in form
    answer = desk.post("/desk/lists/new/?area=north&word=ada", {"name": "Ada's", "section": "waiting"})
    assert answer["Location"] == narrowed
    assert "Ada&#x27;s" in desk.get("/desk/").content.decode()
    one = WorkList.objects.get()
    assert desk.post(f"/desk/lists/{one.pk}/", {"name": "Up north"})["Location"] == "/desk/lists/"
    assert "Up north" in desk.get("/desk/lists/").content.decode()
    assert desk.get(f"/desk/lists/{one.pk}/deletion/").status_code == 200
    assert WorkList.objects.count() == 1
    desk.post(f"/desk/lists/{one.pk}/deletion/")
    assert WorkList.objects.count() == 0


def test_what_is_wrong_with_a_list_is_said_at_its_name(signed_in_as: As, dev: Person) -> None:
    desk = signed_in_as(dev)
    assert "Give the list a name." in desk.post("/desk/lists/new/", {"name": ""}).content.decode()
    desk.post("/desk/lists/new/", {"name": "Mine"})
    page = desk.post("/desk/lists/new/", {"name": "mine"})
    assert page.context["form"].errors == {
        "name": ["You have a list called “mine” already. Give this one another name."]
    }


def test_the_lists_of_others_do_not_exist(signed_in_as: As, dev: Person, ada: Person) -> None:
    signed_in_as(dev).post("/desk/lists/new/", {"name": "Mine"})
    one, fay = WorkList.objects.get(), signed_in_as(make_person("Fay", "coordinator"))
    assert [fay.get(f"/desk/lists/{one.pk}/{end}").status_code for end in ("", "deletion/")] == [404, 404]


# -- Many at once


def test_from_ticking_to_undoing(signed_in_as: As, dev: Person, ada: Person, north: Area) -> None:
    fay, gil = make_person("Fay", "coordinator", area=north), make_person("Gil", area=north)
    for person in (ada, gil):
        make_request(person)
    assign(carer=dev, person=ada, kind="coordinator", at=NOW)
    desk = signed_in_as(dev)
    section = desk.get("/desk/waiting/").content.decode()
    for person in (ada, gil):
        assert f'name="person" value="{person.pk}"' in section
    ticked: dict[str, Any] = {"kind": "coordinator", "person": [ada.pk, gil.pk], "whom": "ticked"}
    asked = desk.get("/desk/actions/new/", ticked).content.decode()
    assert "Who is to look after them?" in asked
    assert "There is a problem" not in asked
    preview = desk.get("/desk/actions/new/", ticked | {"to_coordinator": fay.pk})
    assert "This will happen to 2 people." in preview.content.decode()
    assert BulkAction.objects.count() == 0
    mark = preview.context["preview"].mark
    answer = desk.post("/desk/actions/new/", ticked | {"to_coordinator": fay.pk, "mark": mark})
    action = BulkAction.objects.get()
    assert answer["Location"] == f"/desk/actions/{action.pk}/"
    assert "Give them a coordinator: Fay" in desk.get("/desk/actions/").content.decode()
    assert "Undo it for 2 people" in desk.get(answer["Location"]).content.decode()
    page = desk.post(f"/desk/actions/{action.pk}/undoing/", follow=True).content.decode()
    assert "Put back as it was for 2 of 2." in page
    assert desk.post(f"/desk/actions/{action.pk}/undoing/").status_code == 409


def test_all_of_a_list(signed_in_as: As, dev: Person, ada: Person, north: Area, south: Area) -> None:
    """Those the list finds by its filters, which are not the target."""
    gil = make_person("Gil")
    for person in (ada, gil):
        make_request(person)
    asked = {"kind": "area", "whom": "all", "section": "waiting", "area": "none", "to_area": str(north.pk)}
    answer = signed_in_as(dev).get("/desk/actions/new/", asked)
    assert [(line.person, line.then.words) for line in answer.context["preview"].lines] == [(gil, "North")]


def test_what_has_changed_is_shown_anew(signed_in_as: As, dev: Person, north: Area) -> None:
    gil = make_person("Gil")
    said = {"kind": "area", "person": [gil.pk], "to_area": north.pk, "mark": "old"}
    answer = signed_in_as(dev).post("/desk/actions/new/", said)
    assert answer.status_code == 422
    assert "Something has changed since you looked." in answer.content.decode()
    assert answer.context["preview"].changing != []


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"kind": "area"},
        {"kind": "area", "person": ["x", "-1", "9" * 40]},
        {"kind": "nothing", "person": ["1"]},
        {"kind": "area", "whom": "all", "section": "proposals"},
        {"kind": "area", "whom": "all", "section": "secrets"},
    ],
)
def test_without_anybody_one_is_sent_back(signed_in_as: As, dev: Person, ada: Person, asked: dict[str, Any]) -> None:
    assert signed_in_as(dev).get("/desk/actions/new/", asked)["Location"] == "/desk/"


def test_a_target_nobody_could_have_chosen(signed_in_as: As, dev: Person, south: Area) -> None:
    gil = make_person("Gil")
    asked = {"kind": "area", "person": str(gil.pk), "to_area": str(south.pk)}
    page = signed_in_as(dev).get("/desk/actions/new/", asked)
    assert "Choose from the list." in page.content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_queries_of_a_preview(
    signed_in_as: As, dev: Person, north: Area, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """The frame, the people, the choices of a target twice, and how it stands with everybody."""
    people = [make_person(f"P{number}", area=north) for number in range(rows)]
    for person in people:
        assign(carer=dev, person=person, kind="coordinator", at=NOW)
    fay, desk = make_person("Fay", "coordinator", area=north), signed_in_as(dev)
    asked: dict[str, Any] = {
        "kind": "coordinator",
        "person": [person.pk for person in people],
        "to_coordinator": fay.pk,
    }
    with django_assert_num_queries(8):
        desk.get("/desk/actions/new/", asked)


# -- Files and paper


def test_every_section_has_a_sheet() -> None:
    assert SHEETS.keys() == {kind.slug for kind in KINDS}


def test_each_section_as_a_file_and_on_paper(signed_in_as: As, dev: Person, north: Area, anxiety: Topic) -> None:
    one_of_everything(north, anxiety, 1, dev)
    desk = signed_in_as(dev)
    for kind in KINDS:
        file = desk.get(f"/desk/{kind.slug}.csv")
        assert file["Content-Disposition"].startswith(f'attachment; filename="{kind.slug}-')
        heads, row = csv.reader(io.StringIO(file.content.decode("utf-8-sig")))
        assert (tuple(heads), len(row)) == (SHEETS[kind.slug].heads, len(heads))
        paper = desk.get(f"/desk/{kind.slug}/on-paper/")
        assert paper.context["lines"] == [row]


def test_a_file_holds_what_the_desk_is_narrowed_to(signed_in_as: As, dev: Person, ada: Person) -> None:
    for person in (ada, make_person("=Gil")):
        make_request(person)
    desk = signed_in_as(dev)
    names = [line.split(",")[0] for line in desk.get("/desk/waiting.csv?area=none").content.decode().splitlines()[1:]]
    assert names == ["'=Gil"]


def test_whoever_is_named_can_see_that_a_list_was_taken(
    signed_in_as: As, dev: Person, ada: Person, ben: Person, cleo: Person
) -> None:
    helper = make_helper(ben)
    for person in (ada, cleo):
        pair(make_request(person, state="paired"), helper, days=30)
    desk = signed_in_as(dev)
    desk.get("/desk/silent.csv")
    desk.get("/desk/silent/on-paper/?word=ada")
    read = RecordRead.objects.order_by("pk").values_list("person__chosen_name", "reader", "why")
    file, paper = "in a list, as a file, as your coordinator", "in a list for a meeting, as your coordinator"
    assert sorted(read) == [
        ("Ada", dev.pk, paper),
        ("Ada", dev.pk, file),
        ("Ben", dev.pk, paper),
        ("Ben", dev.pk, file),
        ("Cleo", dev.pk, file),
    ]


def test_there_is_no_file_of_another_name(signed_in_as: As, dev: Person) -> None:
    assert [signed_in_as(dev).get(f"/desk/secrets{end}").status_code for end in (".csv", "/on-paper/")] == [404, 404]


@pytest.mark.parametrize(
    ("cell", "harmless_cell"), [("Ada", "Ada"), ("=1+1", "'=1+1"), ("-5", "'-5"), ("@x", "'@x"), ("", "")]
)
def test_a_name_is_never_a_formula(cell: str, harmless_cell: str) -> None:
    assert harmless(cell) == harmless_cell
