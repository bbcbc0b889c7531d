"""The pages about who stands in."""

from collections.abc import Iterator

import pytest
import time_machine

from caseload.models import Cover
from caseload.operations import ask_handover
from matching.models import Helper, Pairing
from people.models import Person, RecordRead
from tests.caseload.making import make_helper
from tests.fixtures import NOW, As, CountQueries, make_person
from tests.matching.making import fresh


@pytest.fixture(autouse=True)
def the_same_day() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def said(helper: Helper, /, **facts: str) -> dict[str, str]:
    return {"helper": str(helper.pk), "from_on": "2026-11-22", "until_on": "2026-11-29", "why": "leave"} | facts


def test_a_coordinator_arranges_it_and_all_three_read_it(
    ada: Person, ben: Person, dev: Person, pairing: Pairing, cora: Helper, signed_in_as: As
) -> None:
    page = signed_in_as(dev).get(f"/desk/pairings/{pairing.pk}/cover/").content.decode()
    assert "Cora: " in page
    signed_in_as(dev).post(f"/desk/pairings/{pairing.pk}/cover/", said(cora, words="Tuesdays are hard."))
    made = Cover.objects.get()
    for person in (ada, ben, cora.person, dev):
        page = signed_in_as(person).get(f"/covers/{made.pk}/").content.decode()
        assert "Tuesdays are hard." in page
        assert ("<dd>Leave</dd>" in page) is (person == dev)
    reads = RecordRead.objects.filter(person=ada).order_by("pk").values_list("reader__chosen_name", "why")
    assert list(reads) == [("Cora", "as who stands in"), ("Dev", "to arrange who stands in")]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"helper": ""}, "Choose who stands in."),
        ({"helper": "0"}, "Choose somebody from the list"),
        ({"until_on": "2026-11-21"}, "That day has passed."),
        ({"from_on": "2026-12-01"}, "The last day comes before the first."),
        ({"from_on": ""}, "Give the first day."),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    facts: dict[str, str], words: str, dev: Person, pairing: Pairing, cora: Helper, signed_in_as: As
) -> None:
    answer = signed_in_as(dev).post(f"/desk/pairings/{pairing.pk}/cover/", said(cora, **facts))
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Cover.objects.exists()


def test_whoever_stood_in_reads_no_more_about_the_member(ada: Person, cover: Cover, signed_in_as: As) -> None:
    coras = signed_in_as(cover.helper.person)
    assert coras.get(f"/desk/people/{ada.pk}/").status_code == 200
    assert "Ada" in coras.get("/my-people/").content.decode()
    assert signed_in_as(ada).post(f"/covers/{cover.pk}/end/").status_code == 302
    assert fresh(cover).state == "over"
    assert coras.get(f"/desk/people/{ada.pk}/").status_code == 404
    page = coras.get(f"/covers/{cover.pk}/").content.decode()
    assert "Tuesdays are hard." not in page
    assert "It is over." in page
    assert coras.post(f"/covers/{cover.pk}/end/").status_code == 409


def test_the_member_is_told_at_home_who_stands_in(ada: Person, cover: Cover, signed_in_as: As) -> None:
    assert "Cora stands in for Ben" in signed_in_as(ada).get("/home/").content.decode()


def test_nobody_else_reads_it(eve: Person, cleo: Person, cover: Cover, signed_in_as: As) -> None:
    for person in (eve, cleo):
        assert signed_in_as(person).get(f"/covers/{cover.pk}/").status_code == 404
        assert signed_in_as(person).post(f"/covers/{cover.pk}/end/").status_code == 404


def test_the_page_takes_as_many_queries_with_many_helpers(
    dev: Person, pairing: Pairing, cora: Helper, signed_in_as: As, count_queries: CountQueries
) -> None:
    client, path = signed_in_as(dev), f"/desk/pairings/{pairing.pk}/cover/"
    few = count_queries(client, path)
    for name in ("Cato", "Cora2"):
        make_helper(make_person(name, area=dev.area, age_group="26_64"), *cora.topics.all())
    assert count_queries(client, path) == few


def test_what_runs_is_on_the_record_and_not_offered_again(
    ada: Person, dev: Person, pairing: Pairing, cora: Helper, signed_in_as: As
) -> None:
    record = f"/desk/people/{ada.pk}/"
    assert "Somebody stands in for Ben" in signed_in_as(dev).get(record).content.decode()
    signed_in_as(dev).post(f"/desk/pairings/{pairing.pk}/cover/", said(cora))
    page = signed_in_as(dev).get(record).content.decode()
    assert f'<a href="/covers/{Cover.objects.get().pk}/">Cora stands in for Ben</a>' in page
    assert "Somebody stands in for Ben" not in page


def test_who_was_asked_to_go_on_is_on_the_record(
    ada: Person, dev: Person, pairing: Pairing, cora: Helper, signed_in_as: As
) -> None:
    asked = ask_handover(by=dev, pairing=pairing, helper=cora, words="", at=NOW)
    page = signed_in_as(dev).get(f"/desk/people/{ada.pk}/").content.decode()
    assert f'<a href="/handovers/{asked.pk}/">Cora may go on instead of Ben</a>' in page
    assert "Somebody else instead of Ben" not in page
