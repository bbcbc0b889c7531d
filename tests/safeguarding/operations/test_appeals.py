"""Appealing once, and somebody else deciding."""

from datetime import timedelta

import pytest

from messaging.models import Notice
from people.errors import HasMovedOn
from people.models import Person, Role
from safeguarding.models import Appeal, Measure
from safeguarding.operations import (
    MayNotAnswer,
    MayNotAppeal,
    WordsAreMissing,
    answer_appeal,
    appeal_against,
    take_concern,
    take_measure,
)
from safeguarding.queries import appeals_for, kept_back_by, measures_told_to, who_answers
from safeguarding.rules import may_decide_appeal
from tests.fixtures import NOW, make_person
from tests.safeguarding.conftest import Host, ReportPost

LATER = NOW + timedelta(days=2)


@pytest.fixture
def lena(db: None) -> Person:
    """Lena keeps the whole service safe."""
    return make_person("Lena", Role.Kind.SAFEGUARDING_LEAD)


@pytest.fixture
def measure(report_post: ReportPost, host: Host, ada: Person, eve: Person) -> Measure:
    """Hana, who moderates, has hidden what Ada reported of Eve's."""
    hana, concern = host("Hana"), report_post(by=ada, about=eve)
    take_concern(by=hana, concern=concern, at=NOW)
    return take_measure(by=hana, concern=concern, kind="hide", reason="abuse", words="Too harsh", at=NOW)


@pytest.fixture
def appeal(measure: Measure, eve: Person) -> Appeal:
    return appeal_against(by=eve, measure=measure, words=" It was a song. ", at=NOW)


def test_what_is_kept_of_an_appeal(appeal: Appeal, measure: Measure, eve: Person) -> None:
    appeal.refresh_from_db()
    assert (appeal.measure, appeal.by, appeal.against, appeal.words) == (measure, eve, measure.by, "It was a song.")
    assert (appeal.state, appeal.made_at, appeal.due_at) == ("open", NOW, NOW + timedelta(days=7))


def test_once_and_only_by_whom_it_is_about(measure: Measure, ada: Person, eve: Person) -> None:
    for other in (ada, measure.by):
        assert other is not None
        with pytest.raises(MayNotAppeal):
            appeal_against(by=other, measure=measure, words="Wrong", at=NOW)
    with pytest.raises(WordsAreMissing):
        appeal_against(by=eve, measure=measure, words="  ", at=NOW)
    appeal_against(by=eve, measure=measure, words="Wrong", at=NOW)
    with pytest.raises(MayNotAppeal):
        appeal_against(by=eve, measure=measure, words="Wrong again", at=NOW)
    assert Appeal.objects.count() == 1


def test_upheld_it_is_lifted_with_the_reasons_and_told(
    appeal: Appeal, measure: Measure, lena: Person, eve: Person
) -> None:
    answer_appeal(by=lena, appeal=appeal, upheld=True, answer=" It is a song. ", at=LATER)
    measure.refresh_from_db()
    assert (measure.lifted_at, measure.lifted_by, measure.lifted_because) == (LATER, lena, "It is a song.")
    appeal.refresh_from_db()
    assert (appeal.state, appeal.decided_by, appeal.decided_at, appeal.answer) == (
        "upheld",
        lena,
        LATER,
        "It is a song.",
    )
    assert list(kept_back_by("post", "1")) == []
    assert Notice.objects.filter(person=eve).latest("pk").path == f"/safety/measures/{measure.pk}/"


def test_rejected_it_stays(appeal: Appeal, measure: Measure, lena: Person) -> None:
    answer_appeal(by=lena, appeal=appeal, upheld=False, answer="It was no song", at=LATER)
    assert list(kept_back_by("post", "1")) == [measure]


@pytest.mark.parametrize("answer", ["", "  "])
def test_an_answer_needs_reasons(appeal: Appeal, lena: Person, answer: str) -> None:
    with pytest.raises(WordsAreMissing):
        answer_appeal(by=lena, appeal=appeal, upheld=True, answer=answer, at=LATER)


def test_of_two_who_answer_one_wins(appeal: Appeal, lena: Person) -> None:
    lou, stale = make_person("Lou", Role.Kind.COORDINATOR), Appeal.objects.get()
    answer_appeal(by=lena, appeal=appeal, upheld=False, answer="It stays", at=LATER)
    with pytest.raises(HasMovedOn):
        answer_appeal(by=lou, appeal=stale, upheld=True, answer="They are right", at=LATER)
    assert Measure.objects.get().lifted_at is None


def test_who_answers(
    appeal: Appeal, lena: Person, host: Host, ada: Person, dev: Person, eve: Person, report_post: ReportPost
) -> None:
    """Those who keep people safe, in whose area it is, with no part in it; the list, the page and the rule agree."""
    lou = make_person("Lou", Role.Kind.COORDINATOR)
    reporter = make_person("Rita", Role.Kind.SAFEGUARDING_LEAD)
    report_post(by=reporter, about=eve)
    host("Iris")
    everybody = Person.objects.all()
    assert {person.chosen_name for person in everybody if appeal in appeals_for(person)} == {"Lena", "Lou"}
    assert {person.chosen_name for person in who_answers(appeal)} == {"Lena", "Lou"}
    # Dev coordinates another area, which is a question of what he sees.
    assert {one.chosen_name for one in everybody if may_decide_appeal(one, appeal)} == {"Lena", "Lou", "Dev"}
    for person in (ada, eve, reporter, appeal.against):
        assert person is not None
        with pytest.raises(MayNotAnswer):
            answer_appeal(by=person, appeal=appeal, upheld=True, answer="Fine", at=LATER)
    assert lou in who_answers(appeal)


def test_who_took_the_measure_does_not_answer_whatever_their_role(
    report_post: ReportPost, lena: Person, ada: Person, eve: Person
) -> None:
    concern = report_post(by=ada, about=eve)
    take_concern(by=lena, concern=concern, at=NOW)
    measure = take_measure(by=lena, concern=concern, kind="note", reason="abuse", words="Gently", at=NOW)
    appeal = appeal_against(by=eve, measure=measure, words="Why?", at=NOW)
    with pytest.raises(MayNotAnswer):
        answer_appeal(by=lena, appeal=appeal, upheld=False, answer="Because", at=LATER)
    assert appeal not in appeals_for(lena)


def test_somebody_about_whom_a_lead_decided_and_who_is_a_lead_does_not_answer_for_themselves(
    report_post: ReportPost, lena: Person, ada: Person
) -> None:
    hugh = make_person("Hugh", Role.Kind.SAFEGUARDING_LEAD)
    concern = report_post(by=ada, about=hugh)
    take_concern(by=lena, concern=concern, at=NOW)
    measure = take_measure(by=lena, concern=concern, kind="note", reason="abuse", words="Gently", at=NOW)
    appeal = appeal_against(by=hugh, measure=measure, words="Why?", at=NOW)
    with pytest.raises(MayNotAnswer):
        answer_appeal(by=hugh, appeal=appeal, upheld=True, answer="I am right", at=LATER)
    assert [appeal in appeals_for(person) for person in (lena, hugh)] == [False, False]


def test_who_was_told_reads_it_and_nobody_else(measure: Measure, ada: Person, eve: Person, lena: Person) -> None:
    assert {person: list(measures_told_to(person)) for person in (ada, eve, lena)} == {
        ada: [],
        eve: [measure],
        lena: [],
    }
