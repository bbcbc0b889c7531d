"""Everybody somebody is alongside goes on with others: as the matcher proposes, looked at once more, then done."""

from collections.abc import Iterator

import pytest
import time_machine

from caseload.models import BulkAction, Handover
from caseload.operations import reassign
from matching.models import Helper, Pairing
from people.models import Area, Person, Role, Topic
from tests.caseload.making import make_helper, make_request, pair
from tests.fixtures import NOW, As, CountQueries, make_person
from tests.matching.making import fresh


@pytest.fixture(autouse=True)
def the_same_day() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def more_members(pairing: Pairing, topic: Topic, *names: str) -> list[Pairing]:
    """Whom Ben is alongside too."""
    north = pairing.request.person.area
    made = [
        pair(make_request(make_person(name, area=north, age_group="26_64"), topic, state="paired"), pairing.helper)
        for name in names
    ]
    Helper.objects.filter(pk=pairing.helper_id).update(places_taken=1 + len(made))
    return made


def path_of(pairing: Pairing) -> str:
    return f"/desk/people/{pairing.helper.person_id}/others/"


def test_the_best_plan_is_chosen_beforehand_and_done_when_confirmed(
    ada: Person, dev: Person, pairing: Pairing, cora: Helper, anxiety: Topic, signed_in_as: As
) -> None:
    [other] = more_members(pairing, anxiety, "Asha")
    client, path = signed_in_as(dev), path_of(pairing)
    page = client.get(path).content.decode()
    assert f'<option value="{cora.pk}" selected>Cora' in page
    said = {f"pairing_{one.pk}": str(cora.pk) for one in (pairing, other)} | {"words": "Ben is ill."}
    check = client.post(path, said).content.decode()
    assert "Is this right?" in check
    assert not Handover.objects.exists()
    done = client.post(path, said | {"confirmed": "1"}).content.decode()
    assert done.count("Cora goes on") == 2
    assert (fresh(cora).places_taken, fresh(pairing.helper).places_taken) == (2, 0)
    assert set(Pairing.objects.active().values_list("helper", flat=True)) == {cora.pk}
    assert Pairing.objects.active().count() == 2


def test_it_is_undone_from_the_page_that_says_what_came_of_it(
    dev: Person, pairing: Pairing, cora: Helper, anxiety: Topic, signed_in_as: As
) -> None:
    [other] = more_members(pairing, anxiety, "Asha")
    client = signed_in_as(dev)
    said = {f"pairing_{one.pk}": str(cora.pk) for one in (pairing, other)} | {"words": "W", "confirmed": "1"}
    done = client.post(path_of(pairing), said).content.decode()
    path = f"/desk/actions/{BulkAction.objects.get().pk}/"
    assert f'href="{path}"' in done
    page = client.get(path).content.decode()
    assert "Let them go on with others: instead of Ben" in page
    assert "for as long as nothing was said or done between the two" in page
    assert "Undo it for 2 people" in page
    answer = client.post(f"{path}undoing/", follow=True).content.decode()
    assert "Put back as it was for 2 of 2." in answer
    assert set(Pairing.objects.active()) == {pairing, other}
    assert client.post(f"{path}undoing/").status_code == 409


def test_the_page_of_undoing_takes_as_many_queries_for_three_as_for_one(
    dev: Person, pairing: Pairing, cora: Helper, anxiety: Topic, signed_in_as: As, count_queries: CountQueries
) -> None:
    client, counted = signed_in_as(dev), []
    for going in ([pairing], more_members(fresh(pairing), anxiety, "Asha", "Abel")):
        found = reassign(by=dev, going=[(fresh(one), fresh(cora)) for one in going], words="", at=NOW)
        assert found.action is not None
        counted.append(count_queries(client, f"/desk/actions/{found.action.pk}/"))
    assert counted[0] == counted[1]


def test_who_finds_no_place_stays_and_is_told_to_the_coordinator(
    dev: Person, pairing: Pairing, cora: Helper, anxiety: Topic, signed_in_as: As
) -> None:
    [other] = more_members(pairing, anxiety, "Asha")
    Helper.objects.filter(pk=cora.pk).update(capacity=1)
    page = signed_in_as(dev).get(path_of(pairing)).content.decode()
    assert "stays for now: places are taken." in page
    # Somebody was quicker while the page was open.
    said = {f"pairing_{one.pk}": str(cora.pk) for one in (pairing, other)} | {"words": "W", "confirmed": "1"}
    answer = signed_in_as(dev).post(path_of(pairing), said)
    assert answer.status_code == 200
    assert fresh(cora).places_taken == 1
    assert Pairing.objects.active().count() == 2


def test_everybody_may_stay_only_by_not_pressing(dev: Person, pairing: Pairing, cora: Helper, signed_in_as: As) -> None:
    answer = signed_in_as(dev).post(path_of(pairing), {f"pairing_{pairing.pk}": "stays", "words": "W"})
    assert answer.status_code == 422
    assert "Everybody would stay." in answer.content.decode()


def test_what_if_shows_another_plan_beside_and_changes_nothing(
    dev: Person, pairing: Pairing, cora: Helper, signed_in_as: As
) -> None:
    Helper.objects.filter(pk=cora.pk).update(capacity=1, places_taken=1)
    asked = {"change": "places", "who": str(cora.pk), "places": "2"}
    answer = signed_in_as(dev).get(path_of(pairing), asked, follow=True)
    page = answer.content.decode()
    assert "Cora with 2 places instead of 1" in page
    assert "would have Cora, and has nobody now" in page
    assert (fresh(cora).capacity, fresh(pairing).state) == (1, "active")


def test_people_of_other_coordinators_are_counted_and_not_named(
    dev: Person, south: Area, pairing: Pairing, cora: Helper, anxiety: Topic, signed_in_as: As
) -> None:
    sue = make_person("Sue", area=south, age_group="26_64")
    pair(make_request(sue, anxiety, state="paired"), pairing.helper)
    page = signed_in_as(dev).get(path_of(pairing)).content.decode()
    assert "1 more person is looked after by other coordinators." in page
    assert "Sue" not in page


def test_oneself_and_people_elsewhere_are_not_there(
    dev: Person, south: Area, pairing: Pairing, signed_in_as: As
) -> None:
    dara = make_person("Dara", Role.Kind.COORDINATOR, area=south)
    assert signed_in_as(dara).get(path_of(pairing)).status_code == 404
    make_helper(dev)
    assert signed_in_as(dev).get(f"/desk/people/{dev.pk}/others/").status_code == 404


def test_the_page_takes_as_many_queries_for_three_as_for_one(
    dev: Person, pairing: Pairing, cora: Helper, anxiety: Topic, signed_in_as: As, count_queries: CountQueries
) -> None:
    client, path = signed_in_as(dev), path_of(pairing)
    few = count_queries(client, path)
    more_members(pairing, anxiety, "Asha", "Abel")
    assert count_queries(client, path) == few
