"""The pages of check-ins: who reads what, and how they say it."""

from datetime import timedelta

import pytest

from matching.models import Pairing
from matching.operations import end_pairing
from people.models import Person
from support.models import CheckIn
from support.operations import check_in
from tests.fixtures import NOW, As, CountQueries

WORDS = "It was a long week."


def say(ada: Person, pairing: Pairing, weeks: int, words: str = WORDS) -> CheckIn:
    at = NOW + timedelta(weeks=weeks)
    return check_in(by=ada, pairing=pairing, confidence=6, wellbeing=4, wish="same", words=words, at=at)


def test_answering(ada: Person, pairing: Pairing, signed_in_as: As) -> None:
    page = signed_in_as(ada)
    path = f"/together/{pairing.pk}/check-ins/now/"
    assert "skip it: that is fine" in page.post(path, {}).content.decode()
    assert page.post(path, {"confidence": "11"}).status_code == 200
    assert page.post(path, {"confidence": "6", "words": WORDS}).status_code == 302
    said = CheckIn.objects.get()
    assert (said.confidence, said.wellbeing, said.words) == (6, None, WORDS)


def test_both_read_it_and_nobody_else(
    ada: Person, ben: Person, dev: Person, eve: Person, pairing: Pairing, signed_in_as: As
) -> None:
    said = say(ada, pairing, 0)
    path = f"/together/{pairing.pk}/check-ins/"
    for person in (ada, ben):
        shown = signed_in_as(person).get(path).content.decode()
        assert WORDS in shown
        assert 'aria-label="Wellbeing: 4 of 10."' in shown
        assert ("Take back" in shown) == (person == ada)
    for person in (dev, eve):
        assert signed_in_as(person).get(path).status_code == 404
    for page in ("now/", "rhythm/"):
        assert signed_in_as(ben).get(f"{path}{page}").status_code == 403
    assert signed_in_as(ben).post(f"{path}{said.pk}/withdrawal/").status_code == 404


def test_whoever_was_alongside_reads_only_of_that_time(
    ada: Person, ben: Person, pairing: Pairing, signed_in_as: As
) -> None:
    CheckIn.objects.create(person=ada, state="answered", words="Before", asked_at=NOW - timedelta(1), over_at=NOW)
    say(ada, pairing, 1)
    end_pairing(by=ada, pairing=pairing, look_again=False, at=NOW + timedelta(weeks=2))
    later = NOW + timedelta(weeks=3)
    CheckIn.objects.create(person=ada, state="answered", words="After", asked_at=later, over_at=later)
    path = f"/together/{pairing.pk}/check-ins/"
    bens, adas = (signed_in_as(person).get(path).content.decode() for person in (ben, ada))
    assert [words in bens for words in ("Before", WORDS, "After")] == [False, True, False]
    assert [words in adas for words in ("Before", WORDS, "After")] == [True, True, True]
    assert "Check in now" not in adas


@pytest.mark.parametrize("rows", [1, 3])
def test_queries(ada: Person, pairing: Pairing, rows: int, signed_in_as: As, count_queries: CountQueries) -> None:
    for week in range(rows):
        say(ada, pairing, week)
    assert count_queries(signed_in_as(ada), f"/together/{pairing.pk}/check-ins/") == 11
