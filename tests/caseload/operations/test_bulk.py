"""One thing done for many people: what was previewed and nothing else, and undone where nobody has acted since."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from caseload.models import BulkAction, BulkChange
from caseload.operations import LookAgain, NothingToDo, do_for_many, undo_for_many
from caseload.queries import people_for, preview_of
from caseload.queries.bulk import Order, Preview, coordinators_for
from matching.models import Helper
from messaging.models import Notice
from people.errors import HasMovedOn
from people.models import Area, Person
from people.operations import assign, end_role, unassign
from tests.caseload.making import make_helper
from tests.fixtures import NOW, make_person

COORDINATOR, AREA, CHECKS = BulkAction.Kind.COORDINATOR, BulkAction.Kind.AREA, BulkAction.Kind.CHECKS
LATER = NOW + timedelta(hours=1)


def looked_at(by: Person, order: Order, *people: Person) -> Preview:
    return preview_of(order, list(people_for(by, [person.pk for person in people])), by=by)


def done(by: Person, order: Order, *people: Person) -> BulkAction:
    mark = looked_at(by, order, *people).mark
    return do_for_many(by=by, order=order, people=[person.pk for person in people], mark=mark, at=NOW)


def outcomes(action: BulkAction) -> dict[str, str]:
    return {change.person.chosen_name: change.outcome for change in action.changes.all()}


def lines(preview: Preview) -> list[tuple[str, str, str, str]]:
    return [(str(line.person), line.now.words, line.then.words, line.stays) for line in preview.lines]


def coordinators(person: Person) -> list[Person]:
    current = person.looked_after_by.filter(kind="coordinator", ended_at=None).order_by("carer")
    return [one.carer for one in current]


@pytest.fixture
def fay(north: Area) -> Person:
    return make_person("Fay", "coordinator", area=north)


# -- What will happen, and to whom


def test_whom_a_coordinator_may_act_for(dev: Person, ada: Person, eve: Person) -> None:
    """Their areas and those of none; not elsewhere even if they look after them, not themselves, not who has left."""
    gil, ivy = make_person("Gil"), make_person("Ivy", area=ada.area, is_active=False)
    assign(carer=dev, person=eve, kind="coordinator", at=NOW)
    assert list(people_for(dev, [one.pk for one in (ada, eve, dev, gil, ivy)])) == [ada, gil]


def test_to_whom_people_can_be_given(dev: Person, fay: Person, south: Area) -> None:
    make_person("Sue", "coordinator", area=south)
    lou = make_person("Lou", "coordinator")
    assert list(coordinators_for(dev)) == [dev, fay, lou]


def test_preview_of_a_coordinator(dev: Person, fay: Person, ada: Person, cleo: Person) -> None:
    assign(carer=dev, person=ada, kind="coordinator", at=NOW)
    assign(carer=fay, person=cleo, kind="coordinator", at=NOW)
    assert lines(looked_at(dev, Order(COORDINATOR, coordinator=fay), ada, cleo, fay)) == [
        ("Ada", "Dev", "Fay", ""),
        ("Cleo", "Fay", "Fay", "Fay looks after them already"),
        ("Fay", "Nobody", "Fay", "Nobody looks after themselves"),
    ]


def test_preview_of_an_area(dev: Person, ada: Person, north: Area) -> None:
    gil = make_person("Gil")
    assert lines(looked_at(dev, Order(AREA, area=north), ada, gil)) == [
        ("Ada", "North", "North", "Is there already"),
        ("Gil", "No area yet", "North", ""),
    ]


def test_preview_of_checks(dev: Person, ada: Person, ben: Person, cleo: Person) -> None:
    make_helper(ben, vetted_until=NOW.date())
    make_helper(cleo, vetted_until=None)
    then = "Matched with nobody new before there is a new date"
    assert lines(looked_at(dev, Order(CHECKS), ada, ben, cleo)) == [
        ("Ada", "No date", then, "Does not help others yet"),
        ("Ben", f"Until {NOW.day} {NOW:%B %Y}", then, ""),
        ("Cleo", "No date", then, "Is asked already"),
    ]


# -- Doing it


def test_people_get_a_coordinator_instead_of_theirs(dev: Person, fay: Person, ada: Person, cleo: Person) -> None:
    assign(carer=dev, person=ada, kind="coordinator", at=NOW)
    action = done(dev, Order(COORDINATOR, coordinator=fay), ada, cleo)
    assert [coordinators(person) for person in (ada, cleo)] == [[fay], [fay]]
    assert [(change.person, change.before, change.after) for change in action.changes.all()] == [
        (ada, [dev.pk], [fay.pk]),
        (cleo, [], [fay.pk]),
    ]


def test_whoever_nothing_happens_to_is_no_row(dev: Person, ada: Person, north: Area) -> None:
    gil = make_person("Gil")
    action = done(dev, Order(AREA, area=north), ada, gil)
    assert outcomes(action) == {"Gil": "done"}
    gil.refresh_from_db()
    assert gil.area == north


def test_checks_are_asked_for_again(dev: Person, ben: Person) -> None:
    helper = make_helper(ben)
    done(dev, Order(CHECKS), ben)
    helper.refresh_from_db()
    assert (helper.vetted_until, helper.state) == (None, Helper.State.ACTIVE)
    assert ben.notices.get().subject == "We need to look at your checks again"


def test_what_has_changed_since_looking_is_looked_at_again(dev: Person, fay: Person, ada: Person) -> None:
    order = Order(COORDINATOR, coordinator=fay)
    mark = looked_at(dev, order, ada).mark
    assign(carer=dev, person=ada, kind="coordinator", at=NOW)
    with pytest.raises(LookAgain):
        do_for_many(by=dev, order=order, people=[ada.pk], mark=mark, at=NOW)
    assert (coordinators(ada), BulkAction.objects.count()) == ([dev], 0)


def test_where_nothing_would_happen_nothing_is_written(dev: Person, ada: Person, north: Area) -> None:
    with pytest.raises(NothingToDo):
        done(dev, Order(AREA, area=north), ada)
    assert BulkAction.objects.count() == 0


def test_nobody_is_taken_from_an_area_of_others(ada: Person, eve: Person, north: Area, south: Area) -> None:
    """Only a transfer, to which both coordinators agree, does that."""
    lou = make_person("Lou", "coordinator")
    assert looked_at(lou, Order(AREA, area=south), ada).changing != []
    dev = make_person("Dev", "coordinator", area=north)
    assert looked_at(dev, Order(AREA, area=north), eve).lines == ()


# -- Undoing it


def test_everybody_is_put_back(dev: Person, fay: Person, ada: Person, cleo: Person) -> None:
    assign(carer=dev, person=ada, kind="coordinator", at=NOW)
    action = done(dev, Order(COORDINATOR, coordinator=fay), ada, cleo)
    undo_for_many(by=dev, action=action, at=LATER)
    assert [coordinators(person) for person in (ada, cleo)] == [[dev], []]
    assert outcomes(action) == {"Ada": "undone", "Cleo": "undone"}
    action.refresh_from_db()
    assert (action.undone_by, action.undone_at) == (dev, LATER)


def test_whoever_has_moved_on_stays(dev: Person, north: Area, south: Area) -> None:
    gil, hal = make_person("Gil"), make_person("Hal")
    action = done(dev, Order(AREA, area=north), gil, hal)
    Person.objects.filter(pk=hal.pk).update(area=south)
    found = undo_for_many(by=dev, action=action, at=LATER)
    assert [(str(row.change.person), row.now.words, row.change.outcome) for row in found] == [
        ("Gil", "North", "undone"),
        ("Hal", "South", "moved_on"),
    ]
    assert outcomes(action) == {"Gil": BulkChange.Outcome.UNDONE, "Hal": BulkChange.Outcome.MOVED_ON}
    assert list(Person.objects.filter(pk__in=[gil.pk, hal.pk]).order_by("pk").values_list("area", flat=True)) == [
        None,
        south.pk,
    ]


def test_checks_hold_as_before(dev: Person, ben: Person) -> None:
    helper = make_helper(ben)
    action = done(dev, Order(CHECKS), ben)
    undo_for_many(by=dev, action=action, at=LATER)
    before = helper.vetted_until
    helper.refresh_from_db()
    assert helper.vetted_until == before
    assert list(Notice.objects.filter(person=ben).values_list("subject", flat=True)) == [
        "We need to look at your checks again",
        "Your checks hold as before",
    ]


def test_who_coordinates_no_more_is_given_nobody_back(dev: Person, fay: Person, ada: Person, north: Area) -> None:
    assign(carer=fay, person=ada, kind="coordinator", at=NOW)
    action = done(dev, Order(COORDINATOR, coordinator=dev), ada)
    end_role(person=fay, kind="coordinator", by=None, at=NOW, area=north)
    undo_for_many(by=dev, action=action, at=LATER)
    assert coordinators(ada) == []


def test_undone_once(dev: Person, fay: Person, ada: Person) -> None:
    action = done(dev, Order(COORDINATOR, coordinator=fay), ada)
    undo_for_many(by=dev, action=action, at=LATER)
    with pytest.raises(HasMovedOn):
        undo_for_many(by=dev, action=action, at=LATER)


def test_who_may_undo(dev: Person, fay: Person, ada: Person) -> None:
    action = done(dev, Order(COORDINATOR, coordinator=fay), ada)
    with pytest.raises(PermissionDenied):
        undo_for_many(by=fay, action=action, at=LATER)
    undo_for_many(by=make_person("Lou", "coordinator"), action=action, at=LATER)
    assert coordinators(ada) == []


def test_who_is_looked_after_by_somebody_else_since(dev: Person, fay: Person, ada: Person) -> None:
    action = done(dev, Order(COORDINATOR, coordinator=fay), ada)
    unassign(carer=fay, person=ada, kind="coordinator", at=LATER)
    undo_for_many(by=dev, action=action, at=LATER)
    assert (coordinators(ada), outcomes(action)) == ([], {"Ada": "moved_on"})
