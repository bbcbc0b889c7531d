"""How the service did month by month, counted from what was written when things changed state."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from caseload.models import FollowUp
from caseload.operations import reassign, undo_for_many
from caseload.queries import Filters, Indicator, Scope, indicators_of
from caseload.queries.indicators import after, last_months
from matching.machines import PAIRING, REQUEST
from matching.models import Helper, Pairing, Request
from people.models import Area, Person
from people.operations import assign, move, remember
from tests.caseload.making import make_helper, pair
from tests.fixtures import NOW, make_person

AT = datetime(2026, 6, 15, 12, tzinfo=UTC)
# The last three of the twelve are April, May and June.
APRIL, MAY, JUNE = -3, -2, -1


def on(month: int, day: int) -> datetime:
    return datetime(2026, month, day, 12, tzinfo=UTC)


def asked(person: Person, at: datetime, **moves: datetime) -> Request:
    """A request sent then, and moved on at these times."""
    request = Request.objects.create(person=person, began_at=at, asked_at=at)
    remember(request, machine=REQUEST, before="", by=person, at=at, about=person)
    move(request, "waiting", machine=REQUEST, by=person, at=at, about=person)
    for to, when in moves.items():
        move(request, to, machine=REQUEST, by=person, at=when, about=person)
    return request


def found(coordinator: Person, filters: Filters | None = None) -> dict[str, Indicator]:
    scope = Scope(coordinator, AT, filters or Filters())
    return {each.slug: each for each in indicators_of(scope)}


def last_three(indicator: Indicator, series: int = 0) -> tuple[int | None, ...]:
    return indicator.series[series].numbers[-3:]


def test_the_last_twelve_months() -> None:
    months = last_months(date(2026, 2, 28))
    assert (len(months), months[0], months[-1]) == (12, date(2025, 3, 1), date(2026, 2, 1))
    assert after(date(2025, 12, 1)) == date(2026, 1, 1)


def test_who_waits_counts_at_the_end_of_each_month(dev: Person, ada: Person, cleo: Person) -> None:
    """Choosing is waiting too, and who waits again after somebody left counts again."""
    asked(ada, on(4, 10), choosing=on(4, 20), paired=on(5, 2))
    request = asked(cleo, on(4, 30), choosing=on(5, 1), paired=on(5, 20))
    move(request, "waiting", machine=REQUEST, by=cleo, at=on(6, 1), about=cleo)
    assert last_three(found(dev)["waiting"]) == (2, 0, 1)


def test_days_waited_by_the_month_in_which_somebody_was_found(dev: Person, ada: Person, cleo: Person) -> None:
    gil = make_person("Gil", area=ada.area)
    asked(ada, on(4, 1), choosing=on(4, 20), paired=on(5, 1))
    asked(cleo, on(5, 1), choosing=on(5, 2), paired=on(5, 11))
    # Who stopped found nobody.
    asked(gil, on(5, 1), withdrawn=on(5, 2))
    assert last_three(found(dev)["waited"]) == (None, 20, None)


def paired(person: Person, helper: Person, began: datetime, ended: datetime | None = None) -> Pairing:
    pairing = pair(asked(person, began, choosing=began, paired=began), make_helper(helper))
    Pairing.objects.filter(pk=pairing.pk).update(began_at=began, ended_at=ended)
    pairing.refresh_from_db()
    person.state_changes.filter(machine=PAIRING.name).update(at=began)
    if ended:
        move(pairing, "ended", machine=PAIRING, by=person, at=ended, about=person)
    return pairing


def test_a_handover_that_was_undone_has_neither_begun_nor_ended_anything(
    dev: Person, ada: Person, ben: Person, cleo: Person
) -> None:
    going = [(paired(ada, ben, on(4, 3)), make_helper(cleo))]
    Helper.objects.filter(person=ben).update(places_taken=1)
    moved = reassign(by=dev, going=going, words="", at=on(5, 3))
    assert moved.action is not None
    both = found(dev)["pairings"]
    assert (last_three(both), last_three(both, 1)) == ((1, 1, 0), (0, 1, 0))
    undo_for_many(by=dev, action=moved.action, at=on(5, 4))
    both = found(dev)["pairings"]
    assert (last_three(both), last_three(both, 1)) == ((1, 0, 0), (0, 0, 0))


def test_pairings_begun_and_ended(dev: Person, ada: Person, ben: Person, cleo: Person, eve: Person) -> None:
    paired(ada, ben, on(4, 5), ended=on(5, 31))
    paired(cleo, make_person("Gil", area=ada.area), on(4, 30))
    # Elsewhere.
    paired(eve, make_person("Hal", area=eve.area), on(4, 30))
    pairings = found(dev)["pairings"]
    assert (last_three(pairings, 0), last_three(pairings, 1)) == ((2, 0, 0), (0, 1, 0))


def test_silent_for_the_whole_of_a_month(dev: Person, ada: Person, ben: Person, cleo: Person) -> None:
    """Not in the month in which it began or ended, not where one word was said, and not in a month that lasts."""
    quiet = paired(ada, ben, on(3, 31))
    talking = paired(cleo, make_person("Gil", area=ada.area), on(3, 31), ended=on(5, 30))
    assert last_three(found(dev)["silent"]) == (2, 1, None)
    talking.conversation.messages.create(
        seq=1, changed_seq=1, author=cleo, client_id="00000000-0000-0000-0000-000000000001", body="Hi", sent_at=on(4, 3)
    )
    assert last_three(found(dev)["silent"]) == (1, 1, None)
    assert quiet.conversation.messages.count() == 0


def test_months_of_an_area_and_of_ones_own(dev: Person, ada: Person, north: Area) -> None:
    gil = make_person("Gil")
    for person in (ada, gil):
        asked(person, on(5, 1))
    assign(carer=dev, person=gil, kind="coordinator", at=NOW)
    waiting = [found(dev, each)["waiting"] for each in (Filters(), Filters(area="north"), Filters(mine=True))]
    assert [last_three(each) for each in waiting] == [(0, 2, 2), (0, 1, 1), (0, 1, 1)]


def followed_up(person: Person, opened: datetime, done: datetime | None = None, **facts: Any) -> FollowUp:
    state = "done" if done else "open"
    given = {"kind": "planned", "due_on": opened.date(), "why": "Why", **facts}
    return FollowUp.objects.create(person=person, opened_at=opened, done_at=done, state=state, **given)


def test_follow_ups_by_when_they_were_opened_and_when_done_in_time(dev: Person, ada: Person, north: Area) -> None:
    followed_up(ada, on(4, 3))
    followed_up(ada, on(4, 10), on(5, 1), due_on=date(2026, 5, 1))
    followed_up(ada, on(5, 2), on(5, 9), due_on=date(2026, 5, 8))
    followed_up(make_person("Far", area=Area.objects.create(name="South", slug="south")), on(4, 3), on(4, 3))
    looked = found(dev)["follow-ups"]
    assert (last_three(looked), last_three(looked, 1)) == ((2, 1, 0), (0, 1, 0))


def test_alarms_by_what_was_found(dev: Person, ada: Person, cleo: Person) -> None:
    """Only of what check-ins set off, in the month in which somebody looked."""
    followed_up(ada, on(4, 1), on(5, 1), kind="falling", rule=1, outcome="helped")
    followed_up(cleo, on(4, 1), on(5, 1), kind="silence", rule=2, outcome="false_alarm")
    followed_up(cleo, on(4, 1), on(6, 1), kind="falling", rule=2, outcome="false_alarm")
    followed_up(ada, on(4, 1), on(5, 1), outcome="false_alarm")
    alarms = found(dev)["alarms"]
    assert (last_three(alarms), last_three(alarms, 1)) == ((0, 1, 0), (0, 1, 1))


@pytest.mark.parametrize("people", [1, 3])
def test_a_fixed_number_of_queries(
    dev: Person, north: Area, people: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(people):
        paired(make_person(f"A{number}", area=north), make_person(f"B{number}", area=north), on(4, 1))
    # Whom the coordinator may see is known by now, as on a page.
    assert dev.coordinated_area_ids == [north.pk]
    with django_assert_num_queries(6):
        found(dev)
