"""The pages about who is there for a member too."""

from collections.abc import Iterator

import pytest
import time_machine

from caseload.models import Companion
from matching.models import Helper, Pairing
from people.models import Person
from tests.fixtures import NOW, As
from tests.matching.making import fresh
from tests.support.making import a_step, goal_of_both


@pytest.fixture(autouse=True)
def the_same_day() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def test_from_asking_to_speaking_and_back(
    ada: Person, dev: Person, pairing: Pairing, cora: Helper, signed_in_as: As
) -> None:
    said = {"kind": "advocate", "person": cora.person_id, "words": "For letters."}
    assert signed_in_as(dev).post(f"/desk/people/{ada.pk}/companions/", said).status_code == 302
    made = Companion.objects.get()
    path = f"/companions/{made.pk}/"
    assert signed_in_as(cora.person).get(path).status_code == 404
    assert "Would you like Cora there too?" in signed_in_as(ada).get("/home/").content.decode()
    signed_in_as(ada).post(f"{path}yes/", {"acts": ["speak"]})
    assert (fresh(made).state, fresh(made).may_read) == ("there", False)
    signed_in_as(cora.person).post(f"{path}speaking/", {"words": "Larger print, please."})
    for person in (ada, dev, cora.person):
        assert "Larger print, please." in signed_in_as(person).get(path).content.decode()
    signed_in_as(ada).post(f"{path}yes/", {"acts": ["steps"]})
    page = signed_in_as(cora.person).get(path).content.decode()
    assert f'href="/together/for/{ada.pk}/"' in page
    step = a_step(cora.person, goal_of_both(pairing))
    page = signed_in_as(ada).get(path).content.decode()
    assert ("Added a step" in page, "Cora for Ada" in page, f'href="/together/goals/{step.goal_id}/"' in page) == (
        True,
        True,
        True,
    )
    assert "Added a step" not in signed_in_as(dev).get(path).content.decode()
    signed_in_as(ada).post(f"{path}yes/", {})
    assert signed_in_as(cora.person).get(f"{path}speaking/").status_code == 404
    signed_in_as(ada).post(f"{path}no/")
    assert fresh(made).state == "ended"


def test_the_member_says_no_after_a_page_that_says_what_happens(
    ada: Person, dev: Person, pairing: Pairing, cora: Helper, signed_in_as: As
) -> None:
    said = {"kind": "expert", "person": cora.person_id, "words": "For sums."}
    signed_in_as(dev).post(f"/desk/people/{ada.pk}/companions/", said)
    path = f"/companions/{Companion.objects.get().pk}/no/"
    assert "Cora does not learn that anybody was asked." in signed_in_as(ada).get(path).content.decode()
    signed_in_as(ada).post(path)
    assert Companion.objects.get().state == "refused"


def test_who_cannot_be_that_is_not_accepted(
    ada: Person, ben: Person, dev: Person, pairing: Pairing, cora: Helper, signed_in_as: As
) -> None:
    path = f"/desk/people/{ada.pk}/companions/"
    for said, words in (
        ({}, "Choose who."),
        ({"kind": "expert", "person": ben.pk, "words": "W"}, "Choose somebody from the list."),
        ({"kind": "interpreter", "person": cora.person_id, "words": "W"}, "cannot be there for Ada as that"),
    ):
        answer = signed_in_as(dev).post(path, said)
        assert answer.status_code == 422
        assert words in answer.content.decode()
