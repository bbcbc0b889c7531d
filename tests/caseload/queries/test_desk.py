"""What is on a coordinator's desk, and what must not be."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils.timezone import localdate

from caseload.queries import NO_AREA, Desk, Filters, Section, desk_of, section_of
from caseload.queries.concerns import OpenConcern
from caseload.queries.helpers import Checks, Load, ToCheck
from caseload.queries.missed import Missed
from caseload.queries.proposals import ToDecide
from caseload.queries.reviews import Review
from caseload.queries.silent import Silent
from caseload.queries.undelivered import Undelivered
from caseload.queries.vetting import RunningOut
from caseload.queries.waiting import Waiting
from caseload.words import counted
from matching.machines import REQUEST
from matching.models import Helper, Request
from messaging.models import Dispatch
from people.models import Area, Person, Topic
from people.operations import assign, move, unassign
from safeguarding.operations import close_concern, take_concern
from tests.caseload.making import (
    ago,
    make_agreement,
    make_appointment,
    make_concern,
    make_helper,
    make_request,
    make_round,
    make_undelivered,
    pair,
    propose,
)
from tests.fixtures import NOW, make_person

ALL = Filters()


def desk(coordinator: Person, filters: Filters = ALL) -> Desk:
    return desk_of(coordinator, at=NOW, filters=filters)


def section(coordinator: Person, slug: str, filters: Filters = ALL) -> Section:
    return next(each for each in desk(coordinator, filters).sections if each.kind.slug == slug)


def waiting(coordinator: Person, filters: Filters = ALL) -> list[Person]:
    return [row.person for row in section(coordinator, "waiting", filters).rows if isinstance(row, Waiting)]


def test_the_order_of_the_desk(dev: Person) -> None:
    assert [each.kind.slug for each in desk(dev).sections] == [
        "concerns",
        "follow-ups",
        "waiting",
        "proposals",
        "transfers",
        "absences",
        "silent",
        "missed",
        "reviews",
        "budgets",
        "checks",
        "vetting",
        "undelivered",
        "helpers",
    ]


def test_an_empty_desk_counts_nothing(dev: Person) -> None:
    assert [(each.rows, each.total, each.figure) for each in desk(dev).sections] == [((), 0, 0)] * 14


# -- Waiting


def test_who_waits_the_longest_first(dev: Person, ada: Person, cleo: Person, ben: Person, anxiety: Topic) -> None:
    make_request(ada, anxiety, days=3)
    choosing = make_request(cleo, days=12, state="choosing")
    propose(make_round(None), choosing, make_helper(ben), state="offered")
    no_word: dict[str, Any] = {"why": "", "promised_on": None, "is_late": False}
    assert section(dev, "waiting").rows == (
        Waiting(cleo, ago(12), None, counted(12, "day"), about="", **no_word, is_choosing=True, offers=1),
        Waiting(
            ada, ago(3), None, counted(3, "day"), about="Anxiety and worry", **no_word, is_choosing=False, offers=0
        ),
    )


def test_who_comes_back_keeps_the_place_and_waits_anew(dev: Person, ada: Person, cleo: Person) -> None:
    """Left by somebody, or gone and back; while they choose they wait on."""
    left = make_request(ada, days=400, state="paired")
    make_request(cleo, days=30)
    move(left, "waiting", machine=REQUEST, by=None, at=ago(3), about=ada)
    move(left, "choosing", machine=REQUEST, by=None, at=ago(2), about=ada)
    move(left, "waiting", machine=REQUEST, by=None, at=ago(1), about=ada)
    first, second = section(dev, "waiting").rows
    assert isinstance(first, Waiting)
    assert isinstance(second, Waiting)
    assert (first.person, first.since, first.in_place_of) == (ada, ago(3), localdate(ago(400)))
    assert first.how_long == counted(3, "day")
    assert (second.person, second.since, second.in_place_of) == (cleo, ago(30), None)


def test_whose_beginning_nobody_wrote_down_has_waited_since_they_asked(dev: Person, ada: Person) -> None:
    Request.objects.create(person=ada, state="waiting", began_at=ago(8), asked_at=ago(7))
    [row] = section(dev, "waiting").rows
    assert isinstance(row, Waiting)
    assert (row.since, row.in_place_of) == (ago(7), None)


@pytest.mark.parametrize("state", ["withdrawn", "paired"])
def test_who_does_not_wait_is_not_there(dev: Person, ada: Person, state: str) -> None:
    make_request(ada, state=state)
    assert waiting(dev) == []


def test_whose_people_wait(dev: Person, ada: Person, eve: Person, south: Area) -> None:
    """One's own area, those of no area, those one was given; not another area, not oneself, not who has left."""
    gil, hal, ivy = make_person("Gil"), make_person("Hal", area=south), make_person("Ivy", area=ada.area)
    for days, person in enumerate([ada, gil, hal, eve, dev, ivy], start=1):
        make_request(person, days=days)
    assign(carer=dev, person=hal, kind="coordinator", at=NOW)
    Person.objects.filter(pk=ivy.pk).update(is_active=False)
    assert waiting(dev) == [hal, gil, ada]
    unassign(carer=dev, person=hal, kind="coordinator", at=NOW)
    assert waiting(dev) == [gil, ada]


def test_a_coordinator_of_everything_sees_every_area(ada: Person, eve: Person) -> None:
    fay = make_person("Fay", "coordinator")
    make_request(ada, days=1)
    make_request(eve, days=2)
    assert waiting(fay) == [eve, ada]


# -- Proposals


def test_proposals_to_decide_are_counted_by_round(dev: Person, ada: Person, ben: Person, cleo: Person) -> None:
    request, other = make_request(ada, days=9), make_request(cleo)
    helpers = [make_helper(ben), make_helper(make_person("Gil", area=ada.area)), make_helper(dev)]
    old, new = make_round(ada.area, days=8), make_round(ada.area, days=2)
    propose(old, request, helpers[0], state="set_aside")
    propose(old, other, helpers[0])
    for position, helper in enumerate(helpers[:2], start=1):
        propose(new, request, helper, position=position)
    # Dev cannot decide about himself.
    propose(new, request, helpers[2], position=3)
    found = section(dev, "proposals")
    assert found.rows == (
        ToDecide(round=old, how_long=counted(8, "day"), proposals=1, people=1),
        ToDecide(round=new, how_long=counted(2, "day"), proposals=2, people=1),
    )
    assert (found.total, found.figure) == (2, 3)


def test_proposals_for_others_are_not_there(dev: Person, eve: Person, ben: Person, south: Area) -> None:
    propose(make_round(south), make_request(eve), make_helper(ben))
    assert section(dev, "proposals").rows == ()


# -- Helpers


def test_helpers_by_what_is_urgent(dev: Person, ben: Person, cleo: Person, ada: Person) -> None:
    """Checks out of date, checks running out, then the fullest."""
    full = make_helper(ben, capacity=2, places_taken=2)
    free = make_helper(cleo, kind="peer", capacity=5, places_taken=3, state="paused")
    soon = make_helper(make_person("Gil", area=ada.area), vetted_until=NOW.date() + timedelta(days=30))
    out = make_helper(make_person("Hal", area=ada.area), vetted_until=NOW.date() - timedelta(days=1))
    rows = [row for row in section(dev, "helpers").rows if isinstance(row, Load)]
    assert [(row.helper, row.is_paused, row.checks) for row in rows] == [
        (out, False, Checks.OUT_OF_DATE),
        (soon, False, Checks.RUNNING_OUT),
        (full, False, Checks.IN_DATE),
        (free, True, Checks.IN_DATE),
    ]


def test_checks_that_hold_a_day_longer_are_in_date(dev: Person, ben: Person) -> None:
    make_helper(ben, vetted_until=NOW.date() + timedelta(days=31))
    assert [row.checks for row in section(dev, "helpers").rows if isinstance(row, Load)] == [Checks.IN_DATE]


def test_who_waits_for_a_check(dev: Person, ben: Person, cleo: Person, south: Area) -> None:
    """Not who is still writing, not another area, not oneself."""
    late = make_helper(ben, state="to_check", days=2)
    early = make_helper(cleo, state="to_check", days=5)
    make_helper(make_person("Gil", area=ben.area), state="draft")
    make_helper(make_person("Hal", area=south), state="to_check")
    make_helper(dev, state="to_check")
    assert section(dev, "checks").rows == (
        ToCheck(helper=early, person=cleo, how_long=counted(5, "day")),
        ToCheck(helper=late, person=ben, how_long=counted(2, "day")),
    )
    assert section(dev, "helpers").rows == ()


def test_whose_checks_run_out_within_a_month(dev: Person, ben: Person, cleo: Person, ada: Person) -> None:
    """Without a date first, then the earliest; not who waits for a first check, not who is out of the month."""
    soon = make_helper(ben, vetted_until=NOW.date() + timedelta(days=30))
    asked_again = make_helper(cleo, vetted_until=None)
    out = make_helper(make_person("Gil", area=ada.area), vetted_until=NOW.date() - timedelta(days=1))
    make_helper(make_person("Hal", area=ada.area), vetted_until=NOW.date() + timedelta(days=31))
    make_helper(make_person("Ivy", area=ada.area), state="to_check", vetted_until=None)
    rows = [row for row in section(dev, "vetting").rows if isinstance(row, RunningOut)]
    assert [(row.helper, row.checks) for row in rows] == [
        (asked_again, Checks.OUT_OF_DATE),
        (out, Checks.OUT_OF_DATE),
        (soon, Checks.RUNNING_OUT),
    ]


def test_what_was_not_delivered_the_oldest_first(dev: Person, ada: Person, cleo: Person, eve: Person) -> None:
    """Not elsewhere, not to oneself, not what somebody has settled."""
    new, old = make_undelivered(ada, days=2), make_undelivered(cleo, days=5)
    make_undelivered(eve)
    make_undelivered(dev)
    Dispatch.objects.filter(pk=make_undelivered(ada, days=9).pk).update(outcome="settled")
    assert section(dev, "undelivered").rows == (
        Undelivered(dispatch=old, person=cleo, how_long=counted(5, "day")),
        Undelivered(dispatch=new, person=ada, how_long=counted(2, "day")),
    )


# -- Silence


def test_silent_pairings_the_longest_silence_first(dev: Person, ada: Person, ben: Person, cleo: Person) -> None:
    helper = make_helper(ben)
    pair(make_request(ada, state="paired"), helper, days=40, last=14)
    pair(make_request(cleo, state="paired"), helper, days=20)
    assert section(dev, "silent").rows == (
        Silent(member=cleo, helper=ben, last_at=None, how_long=counted(20, "day")),
        Silent(member=ada, helper=ben, last_at=ago(14), how_long=counted(14, "day")),
    )


def test_who_is_not_silent(dev: Person, ada: Person, ben: Person, cleo: Person, eve: Person) -> None:
    """Who wrote 13 days ago, who has begun 13 days ago, whose pairing ended, who lives elsewhere."""
    helper, gil = make_helper(ben), make_person("Gil", area=ben.area)
    pair(make_request(ada, state="paired"), helper, days=40, last=13.9)
    pair(make_request(cleo, state="paired"), helper, days=13.9)
    pair(make_request(eve, state="paired"), helper, days=40)
    ended = pair(make_request(gil, state="paired"), helper, days=40)
    type(ended).objects.filter(pk=ended.pk).update(state="ended", ended_at=NOW)
    assert section(dev, "silent").rows == ()


def test_appointments_that_did_not_take_place_the_latest_first(
    dev: Person, ada: Person, ben: Person, eve: Person
) -> None:
    """Of the last four weeks; not elsewhere, not what took place, not once the two have parted."""
    helper, gil = make_helper(ben), make_person("Gil", area=ada.area)
    pairing, elsewhere, over = (pair(make_request(one, state="paired"), helper) for one in (ada, eve, gil))
    type(over).objects.filter(pk=over.pk).update(state="ended", ended_at=NOW)
    for one, days, state in [
        (pairing, 27, "missed"),
        (pairing, 2, "missed"),
        (pairing, 28, "missed"),
        (pairing, 3, "held"),
        (pairing, 4, "cancelled"),
        (elsewhere, 2, "missed"),
        (over, 2, "missed"),
    ]:
        make_appointment(one, ago(days), state=state)
    assert section(dev, "missed").rows == (
        Missed(member=ada, helper=ben, when=ago(2), how_long=counted(2, "day")),
        Missed(member=ada, helper=ben, when=ago(27), how_long=counted(3, "week")),
    )


def test_agreements_to_look_at_again_the_longest_due_first(
    dev: Person, ada: Person, ben: Person, cleo: Person, eve: Person
) -> None:
    """Not before the day, not elsewhere, not what nobody has signed yet."""
    helper, gil, hal = make_helper(ben), make_person("Gil", area=ada.area), make_person("Hal", area=ada.area)
    today, week_ago = NOW.date(), NOW.date() - timedelta(days=7)
    for person, review_on, state in [
        (ada, today, "in_force"),
        (cleo, week_ago, "in_force"),
        (eve, week_ago, "in_force"),
        (gil, today + timedelta(days=1), "in_force"),
        (hal, week_ago, "proposed"),
    ]:
        make_agreement(pair(make_request(person, state="paired"), helper), state=state, review_on=review_on)
    assert section(dev, "reviews").rows == (
        Review(member=cleo, helper=ben, when=week_ago, how_long=counted(7, "day")),
        Review(member=ada, helper=ben, when=today, how_long="today"),
    )


# -- Concerns


def test_open_concerns_the_oldest_first(dev: Person, ada: Person, ben: Person, eve: Person) -> None:
    """Open or taken; not closed, not elsewhere, not about oneself."""
    taken, new = make_concern(ada, ben, days=6), make_concern(ben, ada, days=2)
    closed = make_concern(ada, ben, days=9)
    make_concern(eve, eve, days=3)
    make_concern(ada, dev, days=4)
    take_concern(by=dev, concern=taken, at=NOW)
    take_concern(by=dev, concern=closed, at=NOW)
    close_concern(by=dev, concern=closed, outcome="Talked with both", at=NOW)
    assert section(dev, "concerns").rows == (
        OpenConcern(concern=taken, how_long=counted(6, "day")),
        OpenConcern(concern=new, how_long=counted(2, "day")),
    )


# -- Filters


@pytest.fixture
def full_desk(dev: Person, ada: Person, ben: Person, cleo: Person, anxiety: Topic) -> list[Helper]:
    """Ada (of the north, anxious, given to Dev) and Gil (of no area) each have one of everything."""
    sleep, gil = Topic.objects.get(slug="sleep-improvement"), make_person("Gil", full_name="Gilbert Moss")
    hal = make_person("Hal", area=ada.area)
    helpers = [make_helper(ben, anxiety), make_helper(cleo, sleep, kind="peer")]
    assign(carer=dev, person=ada, kind="coordinator", at=NOW)
    for days, (person, topic, helper) in enumerate([(ada, anxiety, helpers[0]), (gil, sleep, helpers[1])], start=1):
        request = make_request(person, topic, days=days)
        propose(make_round(person.area, days=days), request, helper)
        make_concern(hal, person, days=days)
    return helpers


def names(found: Desk) -> dict[str, list[str]]:
    """Whom each section names, by section."""
    return {each.kind.slug: [name_of(row) for row in each.rows] for each in found.sections if each.rows}


def name_of(row: object) -> str:
    match row:
        case Waiting(person=person) | Load(person=person) | ToCheck(person=person):
            return str(person)
        case ToDecide(round=made):
            return str(made.area or "everywhere")
        case OpenConcern(concern=concern):
            return str(concern.about)
        case Silent(member=member):
            return str(member)
    raise AssertionError(row)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (
            Filters(),
            {
                "concerns": ["Gil", "Ada"],
                "waiting": ["Gil", "Ada"],
                "proposals": ["everywhere", "North"],
                "helpers": ["Ben", "Cleo"],
            },
        ),
        (
            # The concern about Gil, who has no area, belongs to the area of who raised it, too.
            Filters(area="north"),
            {"concerns": ["Gil", "Ada"], "waiting": ["Ada"], "proposals": ["North"], "helpers": ["Ben", "Cleo"]},
        ),
        # It goes along with whoever it is about, too, who has no area yet.
        (Filters(area=NO_AREA), {"concerns": ["Gil"], "waiting": ["Gil"], "proposals": ["everywhere"]}),
        (Filters(area="south"), {}),
        (Filters(mine=True), {"concerns": ["Ada"], "waiting": ["Ada"], "proposals": ["North"]}),
        (Filters(word="moss"), {"concerns": ["Gil"], "waiting": ["Gil"], "proposals": ["everywhere"]}),
        (Filters(word="BEN"), {"proposals": ["North"], "helpers": ["Ben"]}),
        # A topic narrows everything but concerns.
        (
            Filters(topic="anxiety"),
            {"concerns": ["Gil", "Ada"], "waiting": ["Ada"], "proposals": ["North"], "helpers": ["Ben"]},
        ),
        (Filters(topic="anxiety", word="gil"), {"concerns": ["Gil"]}),
    ],
)
def test_filters(full_desk: list[Helper], dev: Person, filters: Filters, found: dict[str, list[str]]) -> None:
    assert names(desk(dev, filters)) == found
    assert desk(dev, filters).is_narrowed is (filters != Filters())


def test_mine_keeps_the_helpers_alongside_my_people(full_desk: list[Helper], dev: Person, ada: Person) -> None:
    request = ada.requests.get()
    request.proposals.update(state="lapsed")
    pair(request, full_desk[1], days=20)
    ada.requests.update(state="paired")
    found = names(desk(dev, Filters(mine=True)))
    assert found == {"concerns": ["Ada"], "silent": ["Ada"], "helpers": ["Cleo"]}


# -- Long sections


def test_a_long_section_shows_the_first_and_counts_all(
    dev: Person, north: Area, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseload.queries.desk.SHOWN", 2)
    monkeypatch.setattr("caseload.queries.desk.A_PAGE", 2)
    people = [make_person(f"P{number}", area=north) for number in range(5)]
    for days, person in enumerate(people, start=1):
        make_request(person, days=days)
    found = section(dev, "waiting")
    assert waiting(dev) == [people[4], people[3]]
    assert (found.total, found.figure) == (5, 5)
    last = section_of(dev, slug="waiting", at=NOW, filters=ALL, number="3")
    assert last is not None
    assert ([row.person for row in last.page], last.page.paginator.count) == ([people[0]], 5)


def test_there_is_no_section_of_another_name(dev: Person) -> None:
    assert section_of(dev, slug="secrets", at=NOW, filters=ALL) is None
