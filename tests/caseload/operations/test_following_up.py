"""Follow-ups: who is asked to look in, who sees which, what came of it, and how the rule is judged by that."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from caseload.models import FollowUp
from caseload.operations import (
    MayNotFollowUp,
    finish_follow_up,
    give_follow_up,
    open_alarm,
    open_follow_up_again,
    plan_first,
    plan_follow_up,
    read_follow_up,
)
from caseload.queries import my_people_of, rule_page_for
from caseload.queries.follow_ups import (
    Counted,
    alarms_by_version,
    follow_ups_about,
    follow_ups_of,
    follow_ups_to_do,
    who_may_take,
)
from caseload.queries.scope import Filters, Scope
from messaging.models import Notice
from people.errors import HasMovedOn
from people.models import Person, RecordRead
from people.operations import assign, unassign
from tests.fixtures import NOW, make_person
from tests.matching.making import active_helper, fresh, offered, sent_request

TODAY = NOW.date()


def alarm(person: Person, kind: str = "falling", rule: int = 1) -> FollowUp:
    return open_alarm(person=person, kind=kind, why="It fell from 8 to 3.", rule=rule, at=NOW)


def test_a_beginning_is_asked_about_after_a_fortnight(ada: Person, ben: Person, dev: Person) -> None:
    from matching.operations import accept_offer

    sent_request(ada)
    active_helper(ben, dev, capacity=3)
    [offer] = offered(dev, ada)
    accept_offer(by=ada, proposal=offer, at=NOW)
    first = FollowUp.objects.get()
    assert (first.person, first.kind, first.due_on, first.taken_by) == (ada, "first", TODAY + timedelta(days=14), None)
    # Another beginning, of which it is asked instead.
    assert plan_first(person=ada, at=NOW + timedelta(days=5)) == first
    assert fresh(first).due_on == TODAY + timedelta(days=19)


def test_the_coordinators_of_the_person_are_told(ada: Person, dev: Person, eve: Person) -> None:
    other, abroad = make_person("Gil", "coordinator", area=ada.area), make_person("Hal", "coordinator", area=eve.area)
    alarm(ada)
    assert set(Notice.objects.values_list("person", flat=True)) == {dev.pk, other.pk}
    assign(carer=abroad, person=ada, kind="coordinator", at=NOW)
    alarm(ada, "silence")
    assert list(Notice.objects.filter(person=abroad).values_list("subject", flat=True)) == ["Somebody to look in on"]
    assert Notice.objects.filter(person=dev).count() == 1


def test_who_sees_which(ada: Person, ben: Person, dev: Person, eve: Person) -> None:
    """Coordinators of the area; whoever is alongside only what was given to them, while they are; never oneself."""
    made = alarm(ada)
    assign(carer=ben, person=ada, kind="adviser", at=NOW)
    abroad = make_person("Hal", "coordinator", area=eve.area)

    def seen() -> set[str]:
        return {
            str(one) for one in (ada, ben, dev, eve, abroad) if FollowUp.objects.visible_to(one).contains(fresh(made))
        }

    assert seen() == {"Dev"}
    give_follow_up(by=dev, follow_up=made, to=ben, at=NOW)
    assert seen() == {"Dev", "Ben"}
    assert my_people_of(ben).follow_ups == [made]
    unassign(carer=ben, person=ada, kind="adviser", at=NOW)
    assert seen() == {"Dev"}
    assert not FollowUp.objects.visible_to(dev).contains(alarm(dev))
    # Whoever coordinates for somebody of another area sees what is about them, and nothing else there.
    assign(carer=abroad, person=ada, kind="coordinator", at=NOW)
    assert list(FollowUp.objects.visible_to(abroad)) == [made]


def test_given_to_whoever_looks_after_them_and_nobody_else(ada: Person, ben: Person, dev: Person, eve: Person) -> None:
    made = alarm(ada)
    assert set(who_may_take(ada)) == {dev}
    for person in (ada, ben, eve):
        with pytest.raises(MayNotFollowUp):
            give_follow_up(by=dev, follow_up=made, to=person, at=NOW)
    assign(carer=ben, person=ada, kind="adviser", at=NOW)
    give_follow_up(by=dev, follow_up=made, to=ben, at=NOW)
    told = Notice.objects.get(person=ben)
    assert (told.path, "8" in told.body) == (f"/desk/follow-ups/{made.pk}/", False)
    # Whose it is already is not told again, and taking it oneself tells nobody.
    give_follow_up(by=dev, follow_up=made, to=ben, at=NOW)
    assert Notice.objects.filter(person=ben).count() == 1
    give_follow_up(by=dev, follow_up=made, to=dev, at=NOW)
    assert fresh(made).taken_by == dev
    assert not Notice.objects.filter(person=dev, subject="A follow-up is yours").exists()


def test_who_does_not_see_it_neither_gives_it_nor_says_what_came_of_it(ada: Person, dev: Person, eve: Person) -> None:
    made = alarm(ada)
    presses: list[Callable[[], None]] = [
        lambda: give_follow_up(by=eve, follow_up=made, to=dev, at=NOW),
        lambda: finish_follow_up(by=eve, follow_up=made, outcome="helped", words="", at=NOW),
        lambda: open_follow_up_again(by=eve, follow_up=made, at=NOW),
    ]
    for press in presses:
        with pytest.raises(MayNotFollowUp):
            press()
    assert (fresh(made).state, fresh(made).taken_by) == ("open", None)


def test_who_has_left_is_neither_told_nor_given_one_nor_looked_in_on(ada: Person, ben: Person, dev: Person) -> None:
    gone = make_person("Gil", "coordinator", area=ada.area)
    assign(carer=gone, person=ada, kind="coordinator", at=NOW)
    assign(carer=ben, person=ada, kind="adviser", at=NOW)
    Person.objects.filter(pk=gone.pk).update(is_active=False)
    made = alarm(ada)
    assert list(Notice.objects.values_list("person", flat=True)) == [dev.pk]
    assert set(who_may_take(ada)) == {ben, dev}
    give_follow_up(by=dev, follow_up=made, to=ben, at=NOW)
    scope = Scope(dev, NOW, Filters())
    assert (list(follow_ups_to_do(scope)), list(follow_ups_of(ben))) == ([made], [made])
    Person.objects.filter(pk=ada.pk).update(is_active=False)
    assert (list(follow_ups_to_do(scope)), list(follow_ups_of(ben))) == ([], [])


def test_it_is_late_once_its_day_has_passed_and_while_it_is_to_do(ada: Person, ben: Person, dev: Person) -> None:
    made = plan_follow_up(by=dev, person=ada, why="She moves house.", due_on=TODAY, at=NOW)
    assert [made.is_late(TODAY + timedelta(days=days)) for days in (0, 1)] == [False, True]
    assert list(follow_ups_of(dev)) == [made]
    finish_follow_up(by=dev, follow_up=made, outcome="helped", words="", at=NOW)
    assert not fresh(made).is_late(TODAY + timedelta(days=1))
    assert list(follow_ups_of(dev)) == []


def test_planned_by_a_coordinator(ada: Person, ben: Person, dev: Person) -> None:
    made = plan_follow_up(by=dev, person=ada, why="She moves house.", due_on=TODAY, at=NOW)
    plan_follow_up(by=dev, person=ada, why="And after.", due_on=TODAY + timedelta(days=30), at=NOW)
    assert (made.kind, made.taken_by, made.rule) == ("planned", dev, None)
    with pytest.raises(ValidationError, match="This day has passed"):
        plan_follow_up(by=dev, person=ada, why="Late", due_on=TODAY - timedelta(days=1), at=NOW)
    assign(carer=ben, person=ada, kind="adviser", at=NOW)
    for person in (ben, ada):
        with pytest.raises(MayNotFollowUp):
            plan_follow_up(by=person, person=ada, why="No", due_on=TODAY, at=NOW)


def test_reading_one_leaves_a_note(ada: Person, ben: Person, dev: Person, eve: Person) -> None:
    made = alarm(ada)
    read_follow_up(by=dev, follow_up=made, at=NOW)
    # An adviser reads only what was given to them.
    assign(carer=ben, person=ada, kind="adviser", at=NOW)
    for person in (ben, eve):
        with pytest.raises(MayNotFollowUp):
            read_follow_up(by=person, follow_up=made, at=NOW)
    assert list(RecordRead.objects.values_list("reader", "person", "why")) == [
        (dev.pk, ada.pk, "a follow-up, as your coordinator")
    ]


def test_done_and_open_again(ada: Person, dev: Person) -> None:
    made = alarm(ada)
    finish_follow_up(by=dev, follow_up=made, outcome="false_alarm", words="A bad night.", at=NOW)
    done = fresh(made)
    assert (done.state, done.outcome, done.done_by) == ("done", "false_alarm", dev)
    with pytest.raises(HasMovedOn):
        finish_follow_up(by=dev, follow_up=made, outcome="helped", words="", at=NOW)
    with pytest.raises(HasMovedOn):
        give_follow_up(by=dev, follow_up=made, to=dev, at=NOW)
    open_follow_up_again(by=dev, follow_up=made, at=NOW)
    assert (fresh(made).state, fresh(made).outcome, fresh(made).words) == ("open", "", "A bad night.")


def test_what_is_done_is_not_opened_beside_a_newer_one(ada: Person, dev: Person) -> None:
    made = alarm(ada)
    finish_follow_up(by=dev, follow_up=made, outcome="helped", words="", at=NOW)
    newer = alarm(ada)
    with pytest.raises(HasMovedOn, match="newer follow-up"):
        open_follow_up_again(by=dev, follow_up=made, at=NOW)
    assert list(follow_ups_about(ada, dev)) == [newer, made]


def test_what_somebody_planned_is_opened_again_beside_other_plans(ada: Person, dev: Person) -> None:
    first = plan_follow_up(by=dev, person=ada, why="She moves house.", due_on=TODAY, at=NOW)
    finish_follow_up(by=dev, follow_up=first, outcome="helped", words="", at=NOW)
    plan_follow_up(by=dev, person=ada, why="And after.", due_on=TODAY, at=NOW)
    open_follow_up_again(by=dev, follow_up=first, at=NOW)
    assert fresh(first).state == "open"


def test_alarms_are_counted_by_the_version_that_set_them_off(ada: Person, cleo: Person, dev: Person) -> None:
    for person, kind, rule, outcome in [
        (ada, "falling", 1, "helped"),
        (ada, "falling", 1, "false_alarm"),
        (ada, "silence", 1, "false_alarm"),
        (cleo, "more", 1, ""),
        (cleo, "falling", 2, "helped"),
    ]:
        made = alarm(person, kind, rule)
        if outcome:
            finish_follow_up(by=dev, follow_up=made, outcome=outcome, words="", at=NOW)
    plan_first(person=ada, at=NOW)
    assert alarms_by_version() == {1: Counted(1, all=4, rightly=1, falsely=2), 2: Counted(2, 1, 1, 0)}
    assert alarms_by_version()[1].undecided == 1


def test_figures_are_exact_for_coordinators_and_not_told_where_they_are_small(ada: Person, dev: Person) -> None:
    alarm(ada)
    [version] = rule_page_for(dev).versions
    assert (version.noticed, version.rightly, version.falsely, version.undecided) == ("1", "0", "0", "1")
    for viewer in (None, ada):
        [version] = rule_page_for(viewer).versions
        assert (version.noticed, version.falsely) == ("7 or fewer", "7 or fewer")
