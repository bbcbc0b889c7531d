"""Ada has Ben alongside; Cora advises too."""

from datetime import timedelta

import pytest

from caseload.models import Cover
from caseload.operations import CoverFacts, plan_cover
from matching.models import Helper, Pairing
from people.models import Area, Person, Role, Topic
from tests.caseload.making import make_helper, make_request, pair
from tests.fixtures import NOW, make_person

TODAY = NOW.date()


@pytest.fixture
def pairing(ada: Person, ben: Person, dev: Person, anxiety: Topic) -> Pairing:
    return pair(
        make_request(ada, anxiety, state="paired", wants="either"), make_helper(ben, anxiety, places_taken=1), days=30
    )


@pytest.fixture
def cora(north: Area, anxiety: Topic) -> Helper:
    return make_helper(make_person("Cora", Role.Kind.ADVISER, area=north, age_group="26_64"), anxiety)


def cover_facts(helper: Helper, *, first: int = 0, last: int = 7, words: str = "Tuesdays are hard.") -> CoverFacts:
    """From so many days from today to so many."""
    from_on, until_on = TODAY + timedelta(days=first), TODAY + timedelta(days=last)
    return CoverFacts(helper, from_on, until_on, why=Cover.Why.SICKNESS, words=words)


@pytest.fixture
def cover(pairing: Pairing, cora: Helper, dev: Person) -> Cover:
    """Cora stands in with Ada from today on."""
    return plan_cover(by=dev, pairing=pairing, facts=cover_facts(cora), at=NOW)
