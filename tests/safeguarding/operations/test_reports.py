"""What whoever reported something may still do: say more, take it back, block whoever wrote it."""

from datetime import timedelta

import pytest

from people.errors import HasMovedOn
from people.models import Person, StateChange
from safeguarding.models import Block, Concern
from safeguarding.operations import (
    NobodyToBlock,
    NotYourReport,
    add_to_report,
    block_reported,
    close_concern,
    take_concern,
    withdraw_report,
)
from tests.fixtures import NOW
from tests.safeguarding.conftest import Report

LATER = NOW + timedelta(hours=1)


def test_saying_more_keeps_the_evidence(report: Report, ada: Person, eve: Person) -> None:
    concern = report(by=ada, about=eve, text="I know where you live")
    add_to_report(by=ada, concern=concern, reason=Concern.Reason.HARM, words="She waits outside", at=LATER)
    concern.refresh_from_db()
    assert (concern.reason, concern.words, concern.evidence_text) == (
        "harm",
        "She waits outside",
        "I know where you live",
    )


def test_taking_it_back(report: Report, ada: Person, dev: Person, eve: Person) -> None:
    concern = report(by=ada, about=eve)
    withdraw_report(by=ada, concern=concern, at=LATER)
    concern.refresh_from_db()
    assert concern.state == "withdrawn"
    changes = StateChange.objects.filter(by=ada, person=None).order_by("pk")
    assert [change.after for change in changes] == ["open", "withdrawn"]
    with pytest.raises(HasMovedOn):
        take_concern(by=dev, concern=concern, at=LATER)


def test_what_was_taken_back_can_be_reported_again(report: Report, ada: Person, eve: Person) -> None:
    withdraw_report(by=ada, concern=report(by=ada, about=eve), at=LATER)
    report(by=ada, about=eve)
    assert list(Concern.objects.order_by("pk").values_list("state", flat=True)) == ["withdrawn", "open"]


@pytest.mark.parametrize("state", ["taken", "closed", "withdrawn"])
def test_once_somebody_looks_into_it_it_stays_as_it_is(
    state: str, report: Report, ada: Person, dev: Person, eve: Person
) -> None:
    concern = report(by=ada, about=eve)
    stale = Concern.objects.get(pk=concern.pk)
    if state == "withdrawn":
        withdraw_report(by=ada, concern=concern, at=NOW)
    else:
        take_concern(by=dev, concern=concern, at=NOW)
    if state == "closed":
        close_concern(by=dev, concern=concern, outcome="We talked", at=NOW)
    with pytest.raises(HasMovedOn):
        add_to_report(by=ada, concern=stale, reason=Concern.Reason.SPAM, words="Never mind", at=LATER)
    with pytest.raises(HasMovedOn):
        withdraw_report(by=ada, concern=stale, at=LATER)
    concern.refresh_from_db()
    assert (concern.state, concern.reason, concern.words) == (state, "abuse", "It frightens me")


@pytest.mark.parametrize("who", ["ben", "dev", "eve"])
def test_nobody_else_does_anything_with_it(
    who: str, report: Report, ada: Person, eve: Person, request: pytest.FixtureRequest
) -> None:
    concern, person = report(by=ada, about=eve), request.getfixturevalue(who)
    with pytest.raises(NotYourReport):
        add_to_report(by=person, concern=concern, reason="spam", words="", at=LATER)
    with pytest.raises(NotYourReport):
        withdraw_report(by=person, concern=concern, at=NOW)
    with pytest.raises(NotYourReport):
        block_reported(by=person, concern=concern, at=NOW)
    concern.refresh_from_db()
    assert (concern.state, concern.reason, Block.objects.count()) == ("open", "abuse", 0)


def test_blocking_from_a_report_keeps_to_the_name_it_was_shown_under(report: Report, ada: Person, eve: Person) -> None:
    concern = report(by=ada, about=eve)
    Concern.objects.update(evidence_author="Nightjar")
    concern.refresh_from_db()
    row = block_reported(by=ada, concern=concern, at=LATER)
    assert (row.by, row.person, row.known_as) == (ada, eve, "Nightjar")


def test_nobody_is_blocked_where_nobody_is_left(report: Report, ada: Person) -> None:
    with pytest.raises(NobodyToBlock):
        block_reported(by=ada, concern=report(by=ada, about=None), at=NOW)
