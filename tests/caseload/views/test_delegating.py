"""The pages on which it is said who coordinates an area."""

import pytest

from people.models import Area, Person, Role
from people.operations import add_area, grant_role
from tests.fixtures import NOW, As, CountQueries, make_person


@pytest.fixture
def village(north: Area) -> Area:
    return add_area(by=make_person("Lou", Role.Kind.COORDINATOR), name="Village", below=north)


@pytest.fixture
def vera(village: Area) -> Person:
    return make_person("Vera", Role.Kind.ADVISER, area=village)


def test_from_the_tree_to_a_coordinator_and_back(dev: Person, vera: Person, village: Area, signed_in_as: As) -> None:
    devs = signed_in_as(dev)
    path = f"/areas/{village.pk}/coordinators/"
    assert f'href="{path}"' in devs.get("/areas/").content.decode()
    assert "Nobody of its own." in devs.get(path).content.decode()
    assert "Nobody among the people of your areas" in devs.get(f"{path}?name=Zed").content.decode()
    assert f'href="{path}{vera.pk}/"' in devs.get(f"{path}?name=ver").content.decode()
    asked = devs.get(f"{path}{vera.pk}/").content.decode()
    assert "everybody looked after in Village, now 1 person, and whoever is of no area yet" in asked
    assert not vera.holds(Role.Kind.COORDINATOR)
    answer = devs.post(f"{path}{vera.pk}/", follow=True).content.decode()
    assert "Vera coordinates Village from now on, and is told." in answer
    veras = signed_in_as(vera)
    assert veras.get("/desk/").status_code == 200
    # Whoever holds a role in it reads who else does, and gives nobody one.
    assert "is said by those who coordinate North" in veras.get(path).content.decode()
    assert veras.get(f"{path}{dev.pk}/").status_code == 404
    assert "Shall Vera coordinate Village no more?" in devs.get(f"{path}{vera.pk}/end/").content.decode()
    devs.post(f"{path}{vera.pk}/end/")
    assert veras.get("/desk/").status_code == 403


def test_whoever_wants_to_stop_does(dev: Person, vera: Person, village: Area, signed_in_as: As) -> None:
    grant_role(person=vera, kind=Role.Kind.COORDINATOR, by=dev, at=NOW, area=village)
    path = f"/areas/{village.pk}/coordinators/{vera.pk}/end/"
    veras = signed_in_as(vera)
    assert "Stop coordinating Village?" in veras.get(path).content.decode()
    assert veras.post(path)["Location"] == "/home/"


def test_the_last_of_a_service_is_told_what_to_do_first(dev: Person, north: Area, signed_in_as: As) -> None:
    answer = signed_in_as(dev).post(f"/areas/{north.pk}/coordinators/{dev.pk}/end/")
    assert answer.status_code == 409
    assert "Nobody else coordinates North. Let somebody else do so first." in answer.content.decode()
    assert dev.roles.current().filter(area=north).exists()


@pytest.mark.parametrize("count", [1, 3])
def test_more_rows_need_no_more_queries(
    count: int, dev: Person, village: Area, signed_in_as: As, count_queries: CountQueries
) -> None:
    for number in range(count):
        holder = make_person(f"Vera{number}", area=village)
        grant_role(person=holder, kind=Role.Kind.COORDINATOR, by=dev, at=NOW, area=village)
        make_person(f"Vic{number}", area=village)
    assert count_queries(signed_in_as(dev), f"/areas/{village.pk}/coordinators/?name=vic") == 9
