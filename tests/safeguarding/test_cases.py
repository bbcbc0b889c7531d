"""The queue: one row a case, the one due first first, taken by one, closed together."""

from datetime import timedelta
from functools import partial

import pytest

from messaging.models import Notice
from people.errors import HasMovedOn
from people.models import Person, Role, StateChange
from safeguarding.models import Concern
from safeguarding.operations import MayNotDecide, close_concern, hand_back_concern, take_concern
from safeguarding.queries import MINE, NOBODYS, cases_for, cases_over, cases_waiting
from tests.fixtures import NOW, make_person
from tests.matching.making import at_once
from tests.safeguarding.conftest import Host, Report, ReportPost

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def lena(db: None) -> Person:
    return make_person("Lena", Role.Kind.SAFEGUARDING_LEAD)


def rows(viewer: Person, whose: str = "all") -> list[tuple[str, int]]:
    return [(one.evidence_reference, one.people) for one in cases_for(viewer, whose)]  # type: ignore[attr-defined]


def test_several_reports_of_one_thing_are_one_row_and_the_one_due_first_is_first(
    report_post: ReportPost, ada: Person, cleo: Person, eve: Person, lena: Person
) -> None:
    report_post(by=ada, about=eve, reference="1", reason="spam")
    report_post(by=ada, about=eve, reference="2", reason="abuse")
    report_post(by=cleo, about=eve, reference="1", reason="other")
    assert rows(lena) == [("2", 1), ("1", 2)]
    report_post(by=cleo, about=eve, reference="3", reason="harm")
    assert rows(lena) == [("3", 1), ("2", 1), ("1", 2)]


def test_moderators_count_only_what_they_see(
    report_post: ReportPost, host: Host, ada: Person, cleo: Person, eve: Person, lena: Person
) -> None:
    report_post(by=ada, about=eve, reason="other")
    report_post(by=cleo, about=eve, reason="harm")
    assert (rows(host("Hana")), rows(lena)) == ([("1", 1)], [("1", 2)])


def test_mine_nobodys_and_all(report_post: ReportPost, ada: Person, eve: Person, lena: Person, host: Host) -> None:
    hana = host("Hana")
    concerns = [report_post(by=ada, about=eve, reference=str(number)) for number in range(3)]
    take_concern(by=lena, concern=concerns[0], at=NOW)
    take_concern(by=hana, concern=concerns[1], at=NOW)
    assert {whose: [name for name, _ in rows(lena, whose)] for whose in ("all", MINE, NOBODYS)} == {
        "all": ["0", "1", "2"],
        MINE: ["0"],
        NOBODYS: ["2"],
    }
    assert [one.evidence_reference for one in cases_waiting(lena)] == ["2"]


def test_what_is_closed_is_in_its_own_list(report_post: ReportPost, ada: Person, eve: Person, lena: Person) -> None:
    concern = report_post(by=ada, about=eve)
    take_concern(by=lena, concern=concern, at=NOW)
    close_concern(by=lena, concern=concern, outcome="Done", at=NOW)
    assert (rows(lena), list(cases_over(lena))) == ([], [concern])


def test_taking_one_report_takes_the_case(
    report_post: ReportPost, ada: Person, cleo: Person, eve: Person, lena: Person, host: Host
) -> None:
    hana = host("Hana")
    first, second = (report_post(by=person, about=eve) for person in (ada, cleo))
    take_concern(by=hana, concern=first, at=NOW)
    second.refresh_from_db()
    assert (second.state, second.taken_by) == ("taken", hana)
    with pytest.raises(HasMovedOn) as told:
        take_concern(by=lena, concern=second, at=NOW)
    assert told.value.words == "Hana is looking into this, since 22 November, 12:00."
    with pytest.raises(HasMovedOn) as told:
        take_concern(by=host("Iris"), concern=second, at=NOW)
    assert told.value.words == "Another moderator is looking into this, since 22 November, 12:00."


def test_only_who_has_it_closes_it_and_moderators_leave_it_to_them_to_hand_it_back(
    report_post: ReportPost, ada: Person, eve: Person, lena: Person, host: Host
) -> None:
    hana, iris, concern = host("Hana"), host("Iris"), report_post(by=ada, about=eve)
    take_concern(by=hana, concern=concern, at=NOW)
    for other in (iris, lena):
        with pytest.raises(HasMovedOn):
            close_concern(by=other, concern=concern, outcome="Done", at=NOW)
    with pytest.raises(MayNotDecide):
        hand_back_concern(by=iris, concern=concern, at=NOW)
    # Nothing stays with somebody who is away.
    hand_back_concern(by=lena, concern=concern, at=NOW)
    concern.refresh_from_db()
    assert (concern.state, concern.taken_by) == ("open", None)


def test_closing_one_closes_every_report_of_it_that_one_may_decide_on(
    report_post: ReportPost, ada: Person, cleo: Person, ben: Person, dev: Person, eve: Person, host: Host
) -> None:
    hana = host("Hana")
    concern = report_post(by=ada, about=eve)
    take_concern(by=hana, concern=concern, at=NOW)
    report_post(by=cleo, about=eve)
    report_post(by=dev, about=eve, reason="harm")
    report_post(by=ben, about=eve, reference="2")
    close_concern(by=hana, concern=concern, outcome="We talked", at=LATER)
    states = Concern.objects.order_by("pk").values_list("raised_by__chosen_name", "state", "outcome")
    assert list(states) == [
        ("Ada", "closed", "We talked"),
        ("Cleo", "closed", "We talked"),
        # Danger is not for moderators, and another post is another case.
        ("Dev", "open", ""),
        ("Ben", "open", ""),
    ]
    looked = Notice.objects.filter(subject="Your report has been looked into")
    assert {notice.person.chosen_name for notice in looked} == {"Ada", "Cleo"}


def test_what_a_program_noticed_is_a_case_of_its_own(report: Report, ada: Person, cleo: Person, lena: Person) -> None:
    for number, kind in enumerate(("self_harm", "child")):
        noticed = report(by=ada, about=cleo, reference=f"n{number}")
        Concern.objects.filter(pk=noticed.pk).update(
            reason="noticed", noticed_kind=kind, raised_by=None, evidence_reference="7"
        )
    report(by=ada, about=cleo, reference="7")
    assert len(cases_for(lena)) == 3


@pytest.mark.servers
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_many_who_take_a_case_at_once_one_has_all_of_it(report_post: ReportPost) -> None:
    eve = make_person("Eve")
    keepers = [make_person(f"Keeper{number}", Role.Kind.SAFEGUARDING_LEAD) for number in range(16)]
    reporters = [make_person(f"Reporter{number}") for number in range(4)]
    for reference in range(12):
        reports = [report_post(by=one, about=eve, reference=str(reference)) for one in reporters]

        def take(by: Person, concern: Concern) -> bool:
            try:
                take_concern(by=by, concern=Concern.objects.get(pk=concern.pk), at=NOW)
            except HasMovedOn:
                return False
            return True

        won = at_once([partial(take, by, reports[number % 4]) for number, by in enumerate(keepers)])
        assert won.count(True) == 1
        case = Concern.objects.filter(evidence_reference=str(reference))
        assert {one.taken_by for one in case} == {keepers[won.index(True)]}
        assert StateChange.objects.filter(subject__in=case.values("pk"), after="taken").count() == 4
