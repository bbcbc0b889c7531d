"""The pages on which somebody asks for cover and a coordinator answers."""

from collections.abc import Iterator

import pytest
import time_machine

from caseload.models import Absence, Cover
from matching.models import Helper, Pairing
from people.models import Area, Person, Role, Topic
from tests.caseload.making import make_request, pair
from tests.fixtures import NOW, As, make_person
from tests.matching.making import fresh

SAID = {"from_on": "2026-11-24", "until_on": "2026-11-30", "why": "sickness", "words": "Ada first."}


@pytest.fixture(autouse=True)
def the_same_day() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def test_asked_arranged_for_all_and_told(
    ada: Person, ben: Person, dev: Person, pairing: Pairing, cora: Helper, anxiety: Topic, north: Area, signed_in_as: As
) -> None:
    asha = make_person("Asha", Role.Kind.MEMBER, area=north, age_group="26_64")
    pair(make_request(asha, anxiety, state="paired", wants="either"), pairing.helper)
    bens, devs = signed_in_as(ben), signed_in_as(dev)
    assert "Ask for cover" in bens.get("/my-people/").content.decode()
    assert bens.post("/my-people/absence/", SAID).status_code == 302
    path = f"/absences/{Absence.objects.get().pk}/"
    assert bens.get("/my-people/absence/")["Location"] == path
    assert "You have asked for cover from 24 November" in bens.get("/my-people/").content.decode()
    assert f'href="{path}"' in devs.get("/desk/").content.decode()
    page = devs.get(path).content.decode()
    assert "Ada first." in page
    assert "Choose somebody for Ada" in page
    plan = f"/desk/pairings/{pairing.pk}/cover/"
    page = devs.get(plan).content.decode()
    # It begins with what Ben has said.
    assert 'value="2026-11-24"' in page
    assert "The same for Asha" in page
    cover = {**SAID, "helper": cora.pk, "words": "", "for_all": "on"}
    answer = devs.post(plan, cover, follow=True).content.decode()
    assert "The same with Asha." in answer
    assert Cover.objects.count() == 2
    page = bens.get(path).content.decode()
    assert "Arranged" in page
    assert "Cora with Asha" in page
    assert signed_in_as(ada).get(path).status_code == 404


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"from_on": ""}, "Give the first day."),
        ({"until_on": "2026-11-23"}, "The last day comes before the first."),
        ({"until_on": "2026-11-20"}, "That day has passed."),
        ({"why": ""}, "Choose one."),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    facts: dict[str, str], words: str, ben: Person, pairing: Pairing, signed_in_as: As
) -> None:
    answer = signed_in_as(ben).post("/my-people/absence/", SAID | facts)
    assert (answer.status_code, words in answer.content.decode()) == (422, True)
    assert not Absence.objects.exists()


def test_answered_in_words_or_taken_back(ben: Person, dev: Person, pairing: Pairing, signed_in_as: As) -> None:
    bens, devs = signed_in_as(ben), signed_in_as(dev)
    bens.post("/my-people/absence/", SAID)
    first = Absence.objects.get()
    assert "Nobody stands in with 1 of your people" in devs.get(f"/absences/{first.pk}/answer/").content.decode()
    devs.post(f"/absences/{first.pk}/answer/", {"words": "Ada would rather wait."})
    assert "Ada would rather wait." in bens.get(f"/absences/{first.pk}/").content.decode()
    assert bens.post(f"/absences/{first.pk}/taking-back/").status_code == 302
    assert fresh(first).state == "arranged"
    bens.post("/my-people/absence/", SAID)
    second = Absence.objects.first()
    assert second is not None
    assert "Are you there after all?" in bens.get(f"/absences/{second.pk}/taking-back/").content.decode()
    assert devs.post(f"/absences/{second.pk}/taking-back/").status_code == 404
    bens.post(f"/absences/{second.pk}/taking-back/")
    assert fresh(second).state == "taken_back"
    assert devs.post(f"/absences/{second.pk}/answer/", {"words": ""}).status_code == 302


def test_whoever_has_not_offered_to_help_asks_for_nothing(dev: Person, ben: Person, signed_in_as: As) -> None:
    assert signed_in_as(ben).get("/my-people/absence/").status_code == 404
    assert signed_in_as(dev).get("/my-people/absence/").status_code in (403, 404)
