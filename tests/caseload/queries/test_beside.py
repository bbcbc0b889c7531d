"""The page of two people leads to what a caseload knows of them, in the words of whoever reads it."""

from datetime import timedelta

from caseload.models import Companion, Cover
from caseload.operations import (
    CoverFacts,
    agree_to_companion,
    agree_to_handover,
    ask_companion,
    ask_handover,
    plan_cover,
)
from matching.models import Helper, Pairing
from people.models import Person
from support.beside import what_is_beside
from tests.fixtures import NOW, As
from tests.matching.making import fresh


def words(viewer: Person, pairing: Pairing) -> list[tuple[str, str]]:
    return [(one.words, one.when) for one in what_is_beside(viewer, pairing)]


def test_who_stands_in_until_it_is_over(ada: Person, ben: Person, dev: Person, pairing: Pairing, cora: Helper) -> None:
    today = NOW.date()
    facts = CoverFacts(cora, today, today + timedelta(days=7), Cover.Why.LEAVE)
    plan_cover(by=dev, pairing=pairing, facts=facts, at=NOW)

    assert words(ada, pairing) == [("Cora stands in for Ben", "22 November to 29 November")]
    assert words(ben, pairing) == [("Cora stands in for you", "22 November to 29 November")]
    Cover.objects.update(state=Cover.State.OVER)
    assert words(ada, pairing) == []


def test_who_goes_on_before_and_after(ada: Person, ben: Person, dev: Person, pairing: Pairing, cora: Helper) -> None:
    asked = ask_handover(by=dev, pairing=pairing, helper=cora, words="", at=NOW)

    assert words(ada, pairing) == [("Would you go on with Cora?", "")]
    assert words(ben, pairing) == [("Cora may go on with Ada for you", "")]
    agree_to_handover(by=ada, handover=asked, parts=[], words="", at=NOW)
    after = fresh(asked).after
    assert after is not None
    assert words(ada, pairing) == [("Cora goes on with you", "")]
    assert words(ben, pairing) == [("Cora goes on with Ada", "")]
    assert words(ada, after) == [("What you hand on to Cora", "")]
    assert words(cora.person, after) == [("What Ada has handed on", "")]


def test_who_is_there_too_is_told_as_far_as_they_may_know(
    ada: Person, ben: Person, dev: Person, pairing: Pairing, cora: Helper
) -> None:
    kind = Companion.Kind.ADVOCATE
    asked = ask_companion(by=dev, member=ada, person=cora.person, kind=kind, words="For letters.", at=NOW)

    assert words(ada, pairing) == [("Would you like Cora there too?", "")]
    agree_to_companion(by=ada, companion=asked, may_read=False, acts=(), at=NOW)
    assert words(ada, pairing) == [("Cora is your advocate", "")]
    assert words(ben, pairing) == []


def test_the_page_shows_it_and_says_nothing_where_there_is_none(
    ada: Person, dev: Person, pairing: Pairing, cora: Helper, signed_in_as: As
) -> None:
    page = f"/together/{pairing.pk}/"
    assert "Who else is there" not in signed_in_as(ada).get(page).content.decode()
    asked = ask_handover(by=dev, pairing=pairing, helper=cora, words="", at=NOW)
    link = f'<a href="/handovers/{asked.pk}/">Would you go on with Cora?</a>'
    assert link in signed_in_as(ada).get(page).content.decode()
