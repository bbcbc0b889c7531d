"""Somebody asks for cover themselves: who hears of it, who answers, and that it can be taken back."""

from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from caseload.models import Absence, Cover
from caseload.operations import answer_absence, ask_for_cover, end_cover, plan_cover, plan_covers, take_back_absence
from caseload.queries import absence_shown, absences_for
from caseload.queries.desk import section_of
from caseload.queries.scope import Filters
from matching.models import Helper, Pairing
from messaging.models import Notice
from people.errors import HasMovedOn
from people.models import Area, Person, Role, Topic
from safeguarding.operations import block
from tests.caseload.conftest import TODAY, cover_facts
from tests.caseload.making import make_request, pair
from tests.fixtures import NOW, make_person
from tests.matching.making import fresh
from tests.matching.test_at_once import during

WEEK = timedelta(days=7)


@pytest.fixture
def asked(pairing: Pairing, ben: Person, dev: Person) -> Absence:
    return ask(ben, pairing.helper)


def ask(by: Person, helper: Helper, **facts: Any) -> Absence:
    said: dict[str, Any] = {
        "from_on": TODAY,
        "until_on": TODAY + WEEK,
        "why": "sickness",
        "words": "Ada first.",
        "at": NOW,
    }
    return ask_for_cover(by=by, helper=helper, **(said | facts))


def told(person: Person) -> list[str]:
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("subject", flat=True))


def on_the_desk(coordinator: Person) -> list[str]:
    found = section_of(coordinator, slug="absences", at=NOW, filters=Filters())
    assert found is not None
    return [str(row.person) for row in found.page.object_list]


@pytest.fixture
def asha(pairing: Pairing, anxiety: Topic, north: Area) -> Pairing:
    """Ben is alongside Asha too."""
    member = make_person("Asha", Role.Kind.MEMBER, area=north, age_group="26_64")
    made = pair(make_request(member, anxiety, state="paired", wants="either"), pairing.helper, days=20)
    Helper.objects.filter(pk=pairing.helper_id).update(places_taken=2)
    return made


def test_coordinators_hear_of_it_and_it_is_on_their_desk(
    ada: Person, dev: Person, eve: Person, asked: Absence, south: Area
) -> None:
    dara = make_person("Dara", Role.Kind.COORDINATOR, area=south)
    assert told(dev) == ["Somebody asks for cover"]
    assert (told(ada), told(eve), told(dara)) == ([], [], [])
    assert (on_the_desk(dev), on_the_desk(dara)) == (["Ben"], [])
    seen = {str(one): absences_for(one).exists() for one in (ada, asked.helper.person, dev, eve, dara)}
    assert seen == {"Ada": False, "Ben": True, "Dev": True, "Eve": False, "Dara": False}


def test_who_coordinates_only_whom_they_are_alongside_hears_of_it_too(
    ben: Person, pairing: Pairing, south: Area, anxiety: Topic
) -> None:
    dara = make_person("Dara", Role.Kind.COORDINATOR, area=south)
    sue = make_person("Sue", Role.Kind.MEMBER, area=south, age_group="26_64")
    pair(make_request(sue, anxiety, state="paired"), pairing.helper)
    asked = ask(ben, pairing.helper)
    assert told(dara) == ["Somebody asks for cover"]
    assert [str(one.request.person) for one in absence_shown(asked, dara).to_cover] == ["Sue"]


def test_one_asking_at_a_time_for_days_to_come_and_only_for_oneself(
    ada: Person, ben: Person, dev: Person, asked: Absence
) -> None:
    with pytest.raises(HasMovedOn, match="asked already"):
        ask(ben, asked.helper)
    take_back_absence(by=ben, absence=asked, at=NOW)
    for person in (ada, dev):
        with pytest.raises(PermissionDenied):
            ask(person, asked.helper)
    for facts in ({"until_on": TODAY - WEEK, "from_on": TODAY - WEEK}, {"from_on": TODAY + 2 * WEEK}):
        with pytest.raises(ValidationError):
            ask(ben, asked.helper, **facts)


def test_with_the_last_who_has_somebody_it_is_answered(
    ben: Person, dev: Person, asked: Absence, pairing: Pairing, asha: Pairing, cora: Helper
) -> None:
    plan_cover(by=dev, pairing=pairing, facts=cover_facts(cora), at=NOW)
    assert fresh(asked).state == "asked"
    assert [one.pk for one in absence_shown(asked, dev).to_cover] == [asha.pk]
    plan_cover(by=dev, pairing=asha, facts=cover_facts(cora), at=NOW)
    assert (fresh(asked).state, fresh(asked).answered_by) == ("arranged", dev)
    assert told(ben)[-1] == "There is an answer: you asked for cover"
    assert on_the_desk(dev) == []
    assert len(absence_shown(fresh(asked), ben).covers) == 2


def test_the_same_for_all_but_with_whom_they_cannot_be(
    ada: Person, dev: Person, asked: Absence, pairing: Pairing, asha: Pairing, cora: Helper
) -> None:
    block(by=ada, person=cora.person, known_as="Cora", at=NOW)
    made, stay = plan_covers(by=dev, pairings=[pairing, asha], facts=cover_facts(cora), at=NOW)
    assert ([one.pairing for one in made], stay) == ([asha], [pairing])
    assert fresh(asked).state == "asked"


def test_who_is_covered_at_another_time_is_not_covered(
    dev: Person, asked: Absence, pairing: Pairing, cora: Helper
) -> None:
    plan_cover(by=dev, pairing=pairing, facts=cover_facts(cora, first=20, last=30), at=NOW)
    assert fresh(asked).state == "asked"


def test_a_coordinator_answers_in_words(ada: Person, ben: Person, dev: Person, asked: Absence) -> None:
    for person in (ada, ben):
        with pytest.raises(PermissionDenied):
            answer_absence(by=person, absence=asked, words="", at=NOW)
    answer_absence(by=dev, absence=asked, words="Ada would rather wait.", at=NOW)
    shown = absence_shown(fresh(asked), ben)
    assert (shown.absence.answer, shown.may_take_back) == ("Ada would rather wait.", False)
    with pytest.raises(HasMovedOn):
        take_back_absence(by=ben, absence=fresh(asked), at=NOW)


def test_it_is_taken_back_by_whoever_asked_and_what_was_planned_is_theirs_to_end(
    ben: Person, dev: Person, asked: Absence, pairing: Pairing, asha: Pairing, cora: Helper
) -> None:
    with pytest.raises(PermissionDenied):
        take_back_absence(by=dev, absence=asked, at=NOW)
    cover = plan_cover(by=dev, pairing=pairing, facts=cover_facts(cora, first=2), at=NOW)
    take_back_absence(by=ben, absence=fresh(asked), at=NOW)
    assert on_the_desk(dev) == []
    assert fresh(cover).state == "planned"
    end_cover(by=ben, cover=fresh(cover), at=NOW)
    assert fresh(cover).state == "called_off"
    ask(ben, asked.helper)


def test_nobody_arranges_for_themselves(ben: Person, north: Area, pairing: Pairing) -> None:
    """An adviser who coordinates too asks like anybody."""
    lou = make_person("Lou", Role.Kind.COORDINATOR)
    ben.roles.create(kind=Role.Kind.COORDINATOR, area=north, granted_at=NOW)
    asked = ask(fresh(ben), pairing.helper)
    assert (told(fresh(ben)), told(lou)) == ([], ["Somebody asks for cover"])
    assert on_the_desk(fresh(ben)) == []
    with pytest.raises(PermissionDenied):
        answer_absence(by=fresh(ben), absence=asked, words="", at=NOW)


def test_what_is_over_waits_for_nobody(dev: Person, asked: Absence) -> None:
    Absence.objects.update(from_on=TODAY - 2 * WEEK, until_on=TODAY - WEEK)
    assert on_the_desk(dev) == []
    assert not Cover.objects.exists()


@pytest.mark.servers
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_who_takes_it_back_while_somebody_is_found_stands_in_nobodys_way(
    ben: Person, dev: Person, asked: Absence, pairing: Pairing, cora: Helper
) -> None:
    plan = partial(plan_cover, by=dev, pairing=pairing, facts=cover_facts(cora), at=NOW)
    during(partial(take_back_absence, by=ben, absence=asked, at=NOW), plan)
    assert (fresh(asked).state, Cover.objects.get().state) == ("taken_back", "running")
