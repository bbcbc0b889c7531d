"""What somebody writes down while they look into a concern, and who reads which of it."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from django.core.exceptions import ValidationError

from messaging.models import Notice
from people.errors import HasMovedOn
from people.models import Person, Role
from safeguarding.models import Concern, ConcernNote, Sharing
from safeguarding.operations import (
    MayNotDecide,
    SayWhy,
    add_note,
    add_to_report,
    change_plan,
    change_severity,
    close_concern,
    escalate_concern,
    judge_risk,
    note_contact,
    share,
    take_concern,
    take_measure,
)
from safeguarding.queries import chronology_of, concerns_for, who_looks_at
from tests.fixtures import NOW, make_person
from tests.safeguarding.conftest import Host, ReportPost

LATER = NOW + timedelta(hours=3)


@pytest.fixture
def lena(db: None) -> Person:
    return make_person("Lena", Role.Kind.SAFEGUARDING_LEAD)


@pytest.fixture
def concern(report_post: ReportPost, ada: Person, eve: Person) -> Concern:
    return report_post(by=ada, about=eve)


def steps(concern: Concern, by: Person) -> dict[str, Callable[[], object]]:
    facts = {"concern": concern, "by": by, "at": LATER}
    told = {
        "with_whom": "The GP",
        "what": "That she is not well",
        "ground": "vital",
        "why": "",
        "person_was_told": True,
    }
    return {
        "note": partial(add_note, words="A note", **facts),  # type: ignore[arg-type]
        "severity": partial(change_severity, severity="low", words="Calm", **facts),  # type: ignore[arg-type]
        "contact": partial(note_contact, words="I called", **facts),  # type: ignore[arg-type]
        "risk": partial(judge_risk, risk="low", words="Calm", **facts),  # type: ignore[arg-type]
        "plan": partial(change_plan, plan="Call again", **facts),  # type: ignore[arg-type]
        "sharing": partial(share, **facts, **told | {"ground": "consent"}),  # type: ignore[arg-type]
        "escalation": partial(escalate_concern, words="Please look", **facts),  # type: ignore[arg-type]
    }


@pytest.mark.parametrize(
    ("who", "may"),
    [
        ("keeper", {"note", "severity", "contact", "risk", "plan", "sharing", "escalation"}),
        ("moderator", {"note", "severity", "escalation"}),
        ("elsewhere", set()),
        ("reporter", set()),
        ("about", set()),
    ],
)
def test_who_may_write_what(
    who: str, may: set[str], concern: Concern, lena: Person, host: Host, ada: Person, eve: Person
) -> None:
    people = {"keeper": lena, "moderator": host("Hana"), "reporter": ada, "about": eve}
    person = people[who] if who in people else host("Olga", "network:2")
    done = set()
    for name, step in steps(concern, person).items():
        try:
            step()
        except MayNotDecide:
            continue
        done.add(name)
    assert done == may


def test_notes_need_words(concern: Concern, lena: Person) -> None:
    for step in (add_note, note_contact, escalate_concern):
        with pytest.raises(ValidationError):
            step(by=lena, concern=concern, words=" ", at=LATER)
    with pytest.raises(ValidationError):
        judge_risk(by=lena, concern=concern, risk="high", words="", at=LATER)
    assert ConcernNote.objects.count() == 0


def test_risk_and_plan_are_the_latest_and_the_earlier_ones_stay(concern: Concern, lena: Person) -> None:
    for risk, plan in (("high", "Call today"), ("low", "Call on Monday")):
        judge_risk(by=lena, concern=concern, risk=risk, words="What she said", at=LATER)
        change_plan(by=lena, concern=concern, plan=plan, at=LATER)
    concern.refresh_from_db()
    assert (concern.risk, concern.plan) == ("low", "Call on Monday")
    assert list(ConcernNote.objects.values_list("kind", "words")) == [
        ("risk", "High: What she said"),
        ("plan", "Call today"),
        ("risk", "Low: What she said"),
        ("plan", "Call on Monday"),
    ]


@pytest.mark.parametrize(
    ("severity", "due_at"),
    [
        # It was high, due four hours after it was raised; three have gone.
        ("danger", LATER + timedelta(hours=1)),
        ("high", NOW + timedelta(hours=4)),
        ("normal", NOW + timedelta(days=1)),
        ("low", NOW + timedelta(days=3)),
    ],
)
def test_urgency_moves_the_clock(severity: str, due_at: object, concern: Concern, lena: Person) -> None:
    change_severity(by=lena, concern=concern, severity=severity, words="As I see it", at=LATER)
    concern.refresh_from_db()
    assert (concern.severity, concern.due_at) == (severity, due_at)


def test_what_a_person_judged_the_reporter_does_not_change(concern: Concern, ada: Person, lena: Person) -> None:
    change_severity(by=lena, concern=concern, severity="danger", words="I know her", at=LATER)
    add_to_report(by=ada, concern=concern, reason="spam", words="", at=LATER)
    concern.refresh_from_db()
    assert (concern.severity, concern.reason) == ("danger", "spam")


@pytest.mark.parametrize(
    ("reason", "severity", "hours"),
    [("harm", "danger", 1), ("abuse", "high", 4), ("private", "high", 4), ("other", "normal", 24), ("spam", "low", 72)],
)
def test_the_reason_sets_the_clock_at_first_and_when_it_changes(
    reason: str, severity: str, hours: int, report_post: ReportPost, ada: Person, cleo: Person, eve: Person
) -> None:
    first = report_post(by=ada, about=eve, reason=reason)
    later = report_post(by=cleo, about=eve, reason="other")
    add_to_report(by=cleo, concern=later, reason=reason, words="", at=LATER)
    for one in (first, later):
        one.refresh_from_db()
        assert (one.severity, one.due_at) == (severity, NOW + timedelta(hours=hours))
    assert [one.escalated_at for one in (first, later)] == ([NOW, LATER] if reason == "harm" else [None, None])


def test_danger_is_for_those_who_keep_people_safe_who_are_told_at_once(
    report_post: ReportPost, host: Host, ada: Person, cleo: Person, dev: Person, lena: Person, eve: Person
) -> None:
    hana = host("Hana")
    said = report_post(by=ada, about=cleo, reason="harm")
    later = report_post(by=ada, about=eve, reason="other", reference="2")
    assert list(concerns_for(hana)) == [later]
    add_to_report(by=ada, concern=later, reason="harm", words="", at=LATER)
    assert list(concerns_for(hana)) == []
    told = {(notice.person, notice.path) for notice in Notice.objects.all()}
    # Dev coordinates the north, where Cleo is.
    pages = [f"/safety/concerns/{one.pk}/" for one in (said, later)]
    assert told == {(dev, pages[0]), (lena, pages[0]), (lena, pages[1])}


def test_passing_on_takes_every_report_of_it_away_from_the_moderators(
    concern: Concern, report_post: ReportPost, host: Host, cleo: Person, eve: Person, lena: Person
) -> None:
    hana = host("Hana")
    other = report_post(by=cleo, about=eve)
    take_concern(by=hana, concern=concern, at=NOW)
    escalate_concern(by=hana, concern=concern, words="More than I can judge", at=LATER)
    for one in (concern, other):
        one.refresh_from_db()
        assert (one.state, one.taken_by, one.escalated_at, one.severity) == ("open", None, LATER, "high")
    assert (list(concerns_for(hana)), hana in who_looks_at(concern)) == ([], False)
    assert Notice.objects.get(person=lena).path == f"/safety/concerns/{concern.pk}/"
    with pytest.raises(MayNotDecide):
        take_concern(by=hana, concern=concern, at=LATER)
    with pytest.raises(HasMovedOn):
        escalate_concern(by=lena, concern=concern, words="Again", at=LATER)


def test_what_is_shared_without_consent_is_shared_for_a_reason(concern: Concern, lena: Person) -> None:
    facts = {"concern": concern, "with_whom": "The GP", "what": "That she is not well", "by": lena, "at": LATER}
    for ground in ("vital", "child", "law"):
        with pytest.raises(SayWhy):
            share(ground=ground, why=" ", person_was_told=False, **facts)  # type: ignore[arg-type]
    share(ground="vital", why="She has pills", person_was_told=False, **facts)  # type: ignore[arg-type]
    share(ground="consent", why="", person_was_told=True, **facts)  # type: ignore[arg-type]
    assert list(Sharing.objects.values_list("ground", "why", "person_was_told", "by__chosen_name")) == [
        ("vital", "She has pills", False, "Lena"),
        ("consent", "", True, "Lena"),
    ]


def test_the_chronology_is_one_order_of_everything_and_moderators_read_their_part(
    concern: Concern, host: Host, lena: Person
) -> None:
    hana = host("Hana")
    moments = iter(NOW + timedelta(minutes=number) for number in range(1, 20))
    take_concern(by=hana, concern=concern, at=next(moments))
    add_note(by=hana, concern=concern, words="I know them", at=next(moments))
    take_measure(by=hana, concern=concern, kind="hide", reason="abuse", words="Harsh", at=next(moments))
    judge_risk(by=lena, concern=concern, risk="medium", words="Unclear", at=next(moments))
    share(
        by=lena,
        concern=concern,
        with_whom="The GP",
        what="All",
        ground="consent",
        why="",
        person_was_told=True,
        at=next(moments),
    )
    close_concern(by=hana, concern=concern, outcome="We talked", at=next(moments))
    assert [(entry.what, entry.who) for entry in chronology_of(concern, lena)] == [
        ("Reported", ""),
        ("Taken", "Hana"),
        ("A note", "Hana"),
        ("Measure: Hidden", "Hana"),
        ("The risk was judged", "You"),
        ("Shared with The GP", "You"),
        ("Closed", "Hana"),
    ]
    iris = host("Iris")
    assert [(entry.what, entry.who) for entry in chronology_of(concern, iris)] == [
        ("Reported", ""),
        ("Taken", "Another moderator"),
        ("A note", "Another moderator"),
        ("Measure: Hidden", "Another moderator"),
        ("Closed", "Another moderator"),
    ]
