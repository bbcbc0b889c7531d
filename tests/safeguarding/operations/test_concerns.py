"""Raising, taking, handing back and closing a concern."""

from datetime import timedelta

import pytest

from people.errors import HasMovedOn
from people.models import Area, Person, StateChange
from people.queries import history_of
from safeguarding.evidence import Evidence
from safeguarding.models import Concern
from safeguarding.operations import (
    MayNotDecide,
    OutcomeIsMissing,
    close_concern,
    hand_back_concern,
    raise_concern,
    take_concern,
)
from tests.fixtures import NOW, make_person
from tests.safeguarding.conftest import Report

LATER = NOW + timedelta(days=1)


def history() -> list[tuple[str, str]]:
    return list(StateChange.objects.order_by("pk").values_list("before", "after"))


# -- Raising


def test_a_concern_keeps_what_was_reported(ada: Person, eve: Person, south: Area) -> None:
    evidence = Evidence(kind="post", reference="12", author="Nightjar", text="I know where you live", written_at=NOW)
    concern = raise_concern(
        by=ada, about=eve, reason=Concern.Reason.HARM, words="She means it", evidence=evidence, at=LATER
    )
    concern.refresh_from_db()
    kept = Evidence(
        concern.evidence_kind,
        concern.evidence_reference,
        concern.evidence_author,
        concern.evidence_text,
        concern.evidence_written_at,
    )
    assert kept == evidence
    assert (concern.raised_by, concern.about, concern.area, concern.reason, concern.words) == (
        ada,
        eve,
        south,
        "harm",
        "She means it",
    )
    assert (concern.state, concern.outcome, concern.raised_at) == ("open", "", LATER)


def test_reporting_twice_is_one_concern_with_the_words_as_they_were_first(
    report: Report, ada: Person, eve: Person
) -> None:
    first = report(by=ada, about=eve, text="I know where you live")
    Person.objects.filter(pk=eve.pk).update(chosen_name="Innocent")
    second = report(by=ada, about=eve, text="Have a nice day", at=LATER)

    concern = Concern.objects.get()
    assert (first, second) == (concern, concern)
    assert (concern.evidence_author, concern.evidence_text, concern.raised_at) == ("Eve", "I know where you live", NOW)
    assert history() == [("", "open")]


def test_reporting_again_while_it_is_looked_into_is_the_same_concern(
    report: Report, ada: Person, dev: Person, eve: Person
) -> None:
    first = report(by=ada, about=eve)
    take_concern(by=dev, concern=first, at=NOW)
    assert report(by=ada, about=eve) == first


def test_reporting_again_after_it_was_closed_is_a_new_concern(
    report: Report, ada: Person, dev: Person, eve: Person
) -> None:
    first = report(by=ada, about=eve, text="First words")
    take_concern(by=dev, concern=first, at=NOW)
    close_concern(by=dev, concern=first, outcome="We talked", at=NOW)
    report(by=ada, about=eve, text="Other words", at=LATER)
    assert list(Concern.objects.values_list("state", "evidence_text")) == [
        ("closed", "First words"),
        ("open", "Other words"),
    ]


def test_two_people_and_two_messages_are_concerns_of_their_own(
    report: Report, ada: Person, cleo: Person, eve: Person
) -> None:
    for by, reference in ((ada, "1"), (cleo, "1"), (ada, "2")):
        report(by=by, about=eve, reference=reference)
    rows = Concern.objects.order_by("pk").values_list("raised_by__chosen_name", "evidence_reference")
    assert list(rows) == [("Ada", "1"), ("Cleo", "1"), ("Ada", "2")]


def test_the_area_is_of_whom_it_is_about_else_of_who_raised_it(
    report: Report, ada: Person, eve: Person, north: Area, south: Area
) -> None:
    finn = make_person("Finn")
    concerns = (
        report(by=ada, about=eve, reference="1"),
        report(by=ada, about=finn, reference="2"),
        report(by=ada, about=None, reference="3"),
        report(by=finn, about=None, reference="4"),
    )
    assert [concern.area for concern in concerns] == [south, north, north, None]


# -- Deciding


def test_taking_handing_back_and_closing(report: Report, ada: Person, dev: Person, eve: Person) -> None:
    concern = report(by=ada, about=eve)
    take_concern(by=dev, concern=concern, at=NOW)
    hand_back_concern(by=dev, concern=concern, at=NOW)
    take_concern(by=dev, concern=concern, at=LATER)
    close_concern(by=dev, concern=concern, outcome="  We talked to Eve.\n", at=LATER)

    concern.refresh_from_db()
    assert (concern.state, concern.outcome) == ("closed", "We talked to Eve.")
    assert history() == [("", "open"), ("open", "taken"), ("taken", "open"), ("open", "taken"), ("taken", "closed")]


def test_nobody_learns_of_a_concern_from_their_history(report: Report, ada: Person, dev: Person, eve: Person) -> None:
    concern = report(by=ada, about=eve)
    take_concern(by=dev, concern=concern, at=NOW)
    assert [list(history_of(person)) for person in (ada, eve)] == [[], []]
    assert [change.by for change in StateChange.objects.order_by("pk")] == [ada, dev]


@pytest.mark.parametrize("who", ["ada", "ben", "cleo", "eve", "about", "raised"])
def test_who_may_not_decide(who: str, report: Report, request: pytest.FixtureRequest, dev: Person, eve: Person) -> None:
    hugh = make_person("Hugh", "safeguarding_lead")
    by, about = {"about": (dev, hugh), "raised": (hugh, eve)}.get(who, (dev, eve))
    person = hugh if who in ("about", "raised") else request.getfixturevalue(who)
    concern = report(by=by, about=about)
    for decide in (take_concern, hand_back_concern):
        with pytest.raises(MayNotDecide):
            decide(by=person, concern=concern, at=NOW)
    with pytest.raises(MayNotDecide):
        close_concern(by=person, concern=concern, outcome="Nothing to see", at=NOW)

    concern.refresh_from_db()
    assert (concern.state, concern.outcome, history()) == ("open", "", [("", "open")])


@pytest.mark.parametrize("outcome", ["", "  ", "\n"])
def test_closing_needs_words(report: Report, ada: Person, dev: Person, eve: Person, outcome: str) -> None:
    concern = report(by=ada, about=eve)
    take_concern(by=dev, concern=concern, at=NOW)
    with pytest.raises(OutcomeIsMissing) as missing:
        close_concern(by=dev, concern=concern, outcome=outcome, at=NOW)
    concern.refresh_from_db()
    assert (concern.state, missing.value.message_dict) == (
        "taken",
        {"outcome": ["Say what was done, for whoever reads this next."]},
    )


def test_what_nobody_has_taken_is_not_closed(report: Report, ada: Person, dev: Person, eve: Person) -> None:
    concern = report(by=ada, about=eve)
    with pytest.raises(HasMovedOn):
        close_concern(by=dev, concern=concern, outcome="We talked", at=NOW)
    concern.refresh_from_db()
    assert (concern.state, concern.outcome) == ("open", "")


def test_of_two_who_close_at_once_the_words_of_the_first_stay(
    report: Report, ada: Person, dev: Person, eve: Person
) -> None:
    hugh = make_person("Hugh", "safeguarding_lead")
    mine = report(by=ada, about=eve)
    take_concern(by=dev, concern=mine, at=NOW)
    theirs = Concern.objects.get(pk=mine.pk)
    close_concern(by=dev, concern=mine, outcome="We talked", at=NOW)
    with pytest.raises(HasMovedOn):
        close_concern(by=hugh, concern=theirs, outcome="Nothing happened", at=NOW)
    assert Concern.objects.get().outcome == "We talked"
