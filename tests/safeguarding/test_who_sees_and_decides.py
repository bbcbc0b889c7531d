"""Who sees and who decides what, as a table over everybody's part in a concern."""

from itertools import product
from typing import Any

import pytest

from people.models import Area, Person, Role
from safeguarding.models import Concern, Measure
from safeguarding.operations import let_moderate, take_concern
from safeguarding.queries import all_concerns_for, cases_for, cases_waiting, who_looks_at
from safeguarding.rules import kinds_of_measure, may_decide, may_lift, may_measure, those_who_moderate
from tests.fixtures import NOW, make_person
from tests.safeguarding.conftest import Host, ReportPost

SCOPE, ELSEWHERE = "network:1", "network:2"
PLACES = ["note", "hold", "hide", "mute", "remove", "ban"]
EVERYWHERE = ["note", "mute", "remove", "ban"]


@pytest.fixture
def people(north: Area, south: Area) -> dict[str, Person]:
    """One of each part: with a role, with an area, as a moderator here or elsewhere, and as both."""
    parts = {
        "member": (Role.Kind.MEMBER, north, None),
        "adviser": (Role.Kind.ADVISER, north, None),
        "referrer": (Role.Kind.REFERRER, north, None),
        "coordinator": (Role.Kind.COORDINATOR, north, None),
        "coordinator of another area": (Role.Kind.COORDINATOR, south, None),
        "head": (Role.Kind.COORDINATOR, None, None),
        "lead": (Role.Kind.SAFEGUARDING_LEAD, None, None),
        "moderator": (Role.Kind.MEMBER, north, SCOPE),
        "fellow moderator": (Role.Kind.PEER, south, SCOPE),
        "moderator elsewhere": (Role.Kind.MEMBER, north, ELSEWHERE),
        "coordinator who moderates": (Role.Kind.COORDINATOR, south, SCOPE),
    }
    made = {}
    for number, (name, (role, area, scope)) in enumerate(parts.items()):
        made[name] = make_person(f"Person{number}", role, area=area)
        if scope:
            let_moderate(person=made[name], scope=scope, at=NOW)
    return made


KEEPERS = {"coordinator", "coordinator of another area", "head", "lead", "coordinator who moderates"}
HERE = {"moderator", "fellow moderator", "coordinator who moderates"}


@pytest.mark.parametrize(
    ("about", "escalated", "noticed"),
    [*product(["member", "moderator", "coordinator", "lead"], [False, True], [False]), ("member", False, True)],
)
def test_who_may_decide_by_their_part(
    about: str, escalated: bool, noticed: bool, people: dict[str, Person], report_post: ReportPost
) -> None:
    concern = report_post(by=people["adviser"], about=people[about])
    Concern.objects.filter(pk=concern.pk).update(
        escalated_at=NOW if escalated else None, reason="noticed" if noticed else "abuse"
    )
    concern.refresh_from_db()
    expected = set(KEEPERS) if escalated or noticed else KEEPERS | HERE
    if about in HERE:
        # Nobody about somebody with whom they moderate the place, whatever else they are.
        expected -= HERE
    expected -= {about, "adviser"}
    assert {name for name, person in people.items() if may_decide(person, concern)} == expected


@pytest.mark.parametrize("raised_by", ["moderator", "coordinator", "lead"])
def test_nobody_decides_on_what_they_reported_nor_on_another_report_of_it(
    raised_by: str, people: dict[str, Person], report_post: ReportPost
) -> None:
    theirs = report_post(by=people[raised_by], about=people["member"])
    other = report_post(by=people["adviser"], about=people["member"])
    elsewhere = report_post(by=people["adviser"], about=people["member"], reference="2")
    person = people[raised_by]
    assert [may_decide(person, concern) for concern in (theirs, other, elsewhere)] == [False, False, True]


@pytest.mark.parametrize("about", ["member", "moderator", "coordinator", "head", "lead", "coordinator who moderates"])
@pytest.mark.parametrize("scope", ["", SCOPE, ELSEWHERE])
@pytest.mark.parametrize("kind", ["reported", "escalated", "noticed"])
def test_who_looks_at_it_is_who_sees_it_both_ways(
    about: str, scope: str, kind: str, people: dict[str, Person], report_post: ReportPost
) -> None:
    concern = report_post(by=people["adviser"], about=people[about], scope=scope)
    facts: dict[str, dict[str, Any]] = {
        "reported": {},
        "escalated": {"escalated_at": NOW},
        "noticed": {"reason": "noticed"},
    }
    Concern.objects.filter(pk=concern.pk).update(scope=scope, **facts[kind])
    concern.refresh_from_db()
    seeing = {name for name, person in people.items() if concern in all_concerns_for(person)}
    assert {name for name, person in people.items() if person in who_looks_at(concern)} == seeing
    assert {name for name, person in people.items() if concern in cases_for(person)} == seeing
    assert {name for name, person in people.items() if concern in cases_waiting(person)} == seeing
    assert about not in seeing
    assert seeing & {"head", "lead"}


def test_to_whom_the_queue_is_open(people: dict[str, Person]) -> None:
    assert {name for name, person in people.items() if those_who_moderate(person)} == {
        *KEEPERS,
        *HERE,
        "moderator elsewhere",
    }


@pytest.mark.parametrize(
    ("who", "scope", "kinds"),
    [
        ("moderator", SCOPE, PLACES),
        ("moderator", "", []),
        ("moderator", ELSEWHERE, []),
        ("lead", SCOPE, PLACES),
        ("lead", "", EVERYWHERE),
        ("lead", ELSEWHERE, []),
        ("coordinator", SCOPE, PLACES),
        ("coordinator", "", EVERYWHERE),
        ("member", "", []),
    ],
)
def test_which_measures_there_are_where(
    who: str, scope: str, kinds: list[str], people: dict[str, Person], report_post: ReportPost
) -> None:
    concern, person = report_post(by=people["adviser"], about=people["member"]), people[who]
    assert list(kinds_of_measure(person, concern, scope)) == kinds
    # Only who has taken it.
    assert [kind for kind in Measure.Kind.values if may_measure(person, concern, kind, scope)] == []
    if who != "member":
        take_concern(by=person, concern=concern, at=NOW)
        assert [kind for kind in Measure.Kind.values if may_measure(person, concern, kind, scope)] == kinds


def test_where_the_account_is_gone_only_words_are_kept_back(people: dict[str, Person], report_post: ReportPost) -> None:
    concern = report_post(by=people["adviser"], about=people["member"])
    Concern.objects.update(about=None)
    concern.refresh_from_db()
    assert kinds_of_measure(people["lead"], concern, SCOPE) == ("hold", "hide")


def test_who_may_lift_a_measure_here_and_one_of_the_whole_service(
    people: dict[str, Person], report_post: ReportPost
) -> None:
    concern = report_post(by=people["adviser"], about=people["member"])
    facts: dict[str, Any] = {"concern": concern, "kind": "ban", "about": people["member"], "reason": "abuse", "at": NOW}
    here = Measure.objects.create(scope=SCOPE, **facts)
    everywhere = Measure.objects.create(scope="", **facts)
    assert {name for name, person in people.items() if may_lift(person, here)} == KEEPERS | HERE
    assert {name for name, person in people.items() if may_lift(person, everywhere)} == KEEPERS


def test_a_moderator_who_has_ended_sees_nothing(host: Host, report_post: ReportPost, ada: Person, eve: Person) -> None:
    hana, concern = host("Hana"), report_post(by=ada, about=eve)
    assert list(all_concerns_for(hana)) == [concern]
    hana.moderates.update(ended_at=NOW)
    assert (list(all_concerns_for(hana)), may_decide(hana, concern), those_who_moderate(hana)) == ([], False, False)
