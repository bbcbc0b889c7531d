"""A helper's record of checks: what is asked, what was seen, who is told, and that whoever lacks something is matched
with nobody new."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from matching.errors import CannotBeOffered, PlaceIsGone
from matching.models import CheckRule, Credential, Helper, Level
from matching.operations import (
    accept_offer,
    approve_proposal,
    change_check_rule,
    confirm_helper,
    note_credential,
    offer_help,
    place_arrivals,
    run_round,
    save_helper,
    send_offer_of_help,
    take_back_credential,
    tell_of_checks_running_out,
)
from matching.queries import checks_of
from people.models import Area, Person, RecordRead, Role
from people.operations import belong
from tests.fixtures import NOW, As, make_person
from tests.matching.making import FACTS, IN_DATE, active_helper, fresh, sent_request, topics

TODAY = NOW.date()
YEAR = TODAY + timedelta(days=365)


@pytest.fixture
def gwen(db: None) -> Person:
    """Gwen coordinates everywhere."""
    return make_person("Gwen", Role.Kind.COORDINATOR)


@pytest.fixture
def helper(ben: Person, dev: Person) -> Helper:
    """Ben, vetted for a year."""
    return active_helper(ben, dev)


def ask_of_advisers(by: Person, *, level: int = 1, trainings: tuple[str, ...] = (), supervision: bool = False) -> None:
    change_check_rule(
        by=by, helper_kind="adviser", level=level, trainings=trainings, needs_supervision=supervision, at=NOW
    )


def until(helper: Helper) -> date | None:
    return Helper.objects.get(pk=helper.pk).vetted_until


def note(by: Person, helper: Helper, kind: str, valid_until: date, **facts: Any) -> Credential:
    return note_credential(by=by, helper=helper, kind=kind, valid_until=valid_until, at=NOW, **facts)


# -- Until when all that is asked is good


def test_nothing_is_asked_but_vetting_before_somebody_asks_for_more(helper: Helper, gwen: Person, dev: Person) -> None:
    assert until(helper) == IN_DATE
    assert [one.need.words for one in checks_of(helper, at=NOW).standings] == ["Vetting: Identity and references"]
    note(dev, helper, "training", TODAY, name="First aid")
    assert checks_of(helper, at=NOW).is_good


def test_what_runs_out_first_counts_and_what_is_missing_closes(helper: Helper, gwen: Person, dev: Person) -> None:
    ask_of_advisers(gwen, level=Level.ENHANCED, trainings=("Safeguarding",), supervision=True)
    assert until(helper) is None
    note(dev, helper, "vetting", YEAR, level=Level.BARRED)
    note(dev, helper, "training", TODAY + timedelta(days=60), name="safeguarding ")
    assert until(helper) is None
    note(dev, helper, "supervision", TODAY + timedelta(days=90), name="Gwen")
    assert until(helper) == TODAY + timedelta(days=60)
    ask_of_advisers(gwen, level=Level.ENHANCED, supervision=True)
    assert until(helper) == TODAY + timedelta(days=90)


@pytest.mark.parametrize(("level", "counts"), [(level, level >= Level.STANDARD) for level in Level.values])
def test_a_lower_level_does_not_count(helper: Helper, gwen: Person, dev: Person, level: int, counts: bool) -> None:
    ask_of_advisers(gwen, level=Level.STANDARD)
    note(dev, helper, "vetting", YEAR, level=level)
    assert until(helper) == (YEAR if counts else None)


def test_a_rule_for_advisers_asks_nothing_of_peers(cleo: Person, dev: Person, gwen: Person) -> None:
    peer = active_helper(cleo, dev, kind="peer")
    before = until(peer)
    ask_of_advisers(gwen, level=Level.BARRED)
    assert until(peer) == before is not None


def test_the_newest_counts_and_can_be_taken_back(helper: Helper, dev: Person) -> None:
    before = until(helper)
    newer = confirm_helper(by=dev, helper=helper, vetted_until=TODAY, at=NOW)
    assert until(helper) == TODAY
    take_back_credential(by=dev, credential=newer, at=NOW)
    assert until(helper) == before
    take_back_credential(by=dev, credential=helper.credentials.current().get(), at=NOW)
    assert until(helper) is None
    assert [one.ended_by for one in helper.credentials.all()] == [dev, dev]


def test_a_rule_is_a_row_and_the_newest_counts(gwen: Person) -> None:
    for level in (Level.BARRED, Level.BASIC):
        ask_of_advisers(gwen, level=level)
    assert list(CheckRule.objects.values_list("level", "set_by")) == [(Level.BASIC, gwen.pk), (Level.BARRED, gwen.pk)]
    assert CheckRule.objects.newest_for("adviser").level == Level.BASIC


@pytest.mark.parametrize("others", [0, 3])
def test_a_new_rule_takes_as_many_queries_for_many(helper: Helper, dev: Person, gwen: Person, others: int) -> None:
    for number in range(others):
        active_helper(make_person(f"Abi{number}", area=dev.area), dev)
    with CaptureQueriesContext(connection) as queries:
        ask_of_advisers(gwen, level=Level.BASIC)
    assert len([one for one in queries if "SAVEPOINT" not in one["sql"]]) == 7
    assert set(Helper.objects.values_list("vetted_until", flat=True)) == {None}


@pytest.mark.parametrize(
    "facts", [{"kind": "vetting"}, {"kind": "training", "name": ""}, {"kind": "supervision", "level": 1}], ids=str
)
def test_the_database_holds_what_a_credential_must_say(helper: Helper, facts: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError):
        helper.credentials.create(valid_until=TODAY, noted_at=NOW, **facts)


# -- Who may


def test_only_coordinators_of_the_helper_note_and_only_of_others(
    helper: Helper, ben: Person, dev: Person, south: Area
) -> None:
    dara = make_person("Dara", Role.Kind.COORDINATOR, area=south)
    for by in (ben, dara):
        with pytest.raises(PermissionDenied):
            note(by, helper, "vetting", YEAR, level=1)
        with pytest.raises(PermissionDenied):
            take_back_credential(by=by, credential=helper.credentials.get(), at=NOW)
    with pytest.raises(PermissionDenied):
        ask_of_advisers(dev)


# -- Nobody new


def test_who_lacks_something_is_in_no_round(helper: Helper, ada: Person, dev: Person, gwen: Person) -> None:
    sent_request(ada)
    ask_of_advisers(gwen, trainings=("Safeguarding",))
    assert run_round(by=dev, area=dev.area, at=NOW).placed == 0
    note(dev, helper, "training", YEAR, name="Safeguarding")
    assert run_round(by=dev, area=dev.area, at=NOW).placed == 1


def test_who_lacks_something_is_offered_to_nobody_who_comes(
    helper: Helper, ada: Person, dev: Person, gwen: Person
) -> None:
    run_round(by=dev, area=dev.area, at=NOW)
    ask_of_advisers(gwen, trainings=("Safeguarding",))
    sent_request(ada)
    assert place_arrivals(at=NOW) is None
    note(dev, helper, "training", YEAR, name="Safeguarding")
    assert place_arrivals(at=NOW) is not None


def test_what_is_proposed_or_offered_already_cannot_be_taken(
    helper: Helper, ada: Person, dev: Person, gwen: Person
) -> None:
    sent_request(ada)
    proposal = run_round(by=dev, area=dev.area, at=NOW).proposals.get()
    ask_of_advisers(gwen, supervision=True)
    with pytest.raises(CannotBeOffered, match="out of date"):
        approve_proposal(by=dev, proposal=fresh(proposal), at=NOW)
    note(dev, helper, "supervision", YEAR)
    approve_proposal(by=dev, proposal=fresh(proposal), at=NOW)
    ask_of_advisers(gwen, supervision=True, trainings=("Safeguarding",))
    with pytest.raises(PlaceIsGone):
        accept_offer(by=ada, proposal=fresh(proposal), at=NOW)


def test_whoever_offers_help_is_opened_once_nothing_is_missing(ben: Person, dev: Person, gwen: Person) -> None:
    ask_of_advisers(gwen, trainings=("Safeguarding",))
    helper = offer_help(by=ben, at=NOW)
    said = {"kind": "adviser", "capacity": 1, "topics": topics("anxiety")}
    save_helper(by=ben, helper=helper, answers=said, facts=FACTS)
    send_offer_of_help(by=ben, helper=helper, at=NOW)
    confirm_helper(by=dev, helper=helper, vetted_until=YEAR, at=NOW)
    assert helper.state == Helper.State.TO_CHECK
    note(dev, helper, "training", YEAR, name="Safeguarding")
    assert (fresh(helper).state, ben.notices.count()) == (Helper.State.ACTIVE, 1)


# -- Told a month before


def told(*people: Person) -> list[int]:
    return [one.notices.filter(subject__icontains="run").count() for one in people]


def test_told_a_month_before_once_each(helper: Helper, ben: Person, dev: Person, south: Area) -> None:
    dara = make_person("Dara", Role.Kind.COORDINATOR, area=south)
    last = until(helper)
    assert last is not None
    heard = []
    for days in (31, 30, 29, 0, -5):
        tell_of_checks_running_out(at=NOW + (last - TODAY) - timedelta(days=days))
        heard.append(told(ben, dev, dara))
    assert heard == [[0, 0, 0], [1, 1, 0], [1, 1, 0], [1, 1, 0], [1, 1, 0]]


def test_of_what_was_renewed_nobody_is_told(helper: Helper, ben: Person, dev: Person) -> None:
    last = until(helper)
    assert last is not None
    confirm_helper(by=dev, helper=helper, vetted_until=last + timedelta(days=365), at=NOW)
    tell_of_checks_running_out(at=NOW + (last - TODAY))
    assert told(ben, dev) == [0, 0]


def test_of_what_is_not_asked_nobody_is_told(helper: Helper, ben: Person, dev: Person) -> None:
    note(dev, helper, "training", TODAY, name="First aid")
    tell_of_checks_running_out(at=NOW)
    assert told(ben, dev) == [0, 0]


def test_the_coordinators_of_both_services_are_told(helper: Helper, ben: Person, dev: Person, south: Area) -> None:
    dara = make_person("Dara", Role.Kind.COORDINATOR, area=south)
    belong(person=ben, area=south, at=NOW)
    tell_of_checks_running_out(at=NOW + timedelta(days=400))
    assert told(ben, dev, dara) == [1, 1, 1]


# -- Pages


def test_the_pages(helper: Helper, ben: Person, dev: Person, gwen: Person, signed_in_as: As) -> None:
    hers = signed_in_as(gwen)
    said = {"level": Level.ENHANCED, "trainings": "Safeguarding\n\n Safeguarding ", "needs_supervision": ""}
    hers.post("/checks/asked/adviser/", said)
    assert CheckRule.objects.get().trainings == ["Safeguarding"]
    page = signed_in_as(ben).get("/helping/checks/").content.decode()
    assert page.count("Missing") == 2
    his = signed_in_as(dev)
    new = f"/helpers/{helper.pk}/checks/new/"
    assert "Say how far they were vetted." in his.post(new, {"kind": "vetting", "valid_until": YEAR}).content.decode()
    assert "Say which training it was." in his.post(new, {"kind": "training", "valid_until": YEAR}).content.decode()
    # By the real clock, which the form asks.
    assert (
        "That day has passed." in his.post(new, {"kind": "supervision", "valid_until": "2020-01-01"}).content.decode()
    )
    far = date(2999, 1, 1)
    his.post(new, {"kind": "vetting", "level": Level.ENHANCED, "valid_until": far})
    his.post(new, {"kind": "training", "name": "Safeguarding", "valid_until": far})
    assert until(helper) == far
    page = his.get(f"/helpers/{helper.pk}/checks/").content.decode()
    assert (page.count("In date"), page.count("Noted on")) == (2, 3)
    assert RecordRead.objects.filter(person=ben, reader=dev, why="to check your offer of help").exists()
    his.post(f"/checks/{helper.credentials.first().pk}/taking-back/")  # type: ignore[union-attr]
    assert until(helper) is None
