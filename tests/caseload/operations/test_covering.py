"""Somebody stands in: who arranges it, what it opens and for how long, and that the two keep their pairing."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from caseload.models import Cover
from caseload.operations import end_cover, follow_covers, open_cover, plan_cover
from caseload.operations.covering import begin_or_call_off
from matching.models import Helper, Pairing
from matching.operations import end_pairing, pause_help
from messaging.models import Notice, Participant
from messaging.rules import may_post
from people.errors import HasMovedOn
from people.models import Assignment, Person, RecordRead
from safeguarding.operations import block
from tests.caseload.conftest import cover_facts
from tests.caseload.making import make_helper
from tests.fixtures import NOW, make_person
from tests.matching.making import fresh

DAY = timedelta(days=1)
NOT_NOW: dict[str, dict[str, Any]] = {"Pia": {"state": "paused"}, "Olu": {"vetted_until": NOW.date() - DAY}}


def sees(carer: Person, person: Person) -> bool:
    return bool(Person.objects.visible_to(carer).filter(pk=person.pk).exists())


def told(person: Person) -> list[str]:
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("subject", flat=True))


def test_who_stands_in_sees_the_member_and_talks_with_them(ada: Person, ben: Person, cover: Cover) -> None:
    cora = cover.helper.person
    assert cover.state == "running"
    assert sees(cora, ada)
    assert cover.conversation is not None
    there = Participant.objects.current().filter(conversation=cover.conversation).values_list("person", flat=True)
    assert set(there) == {ada.pk, cora.pk}
    # What the two have said stays with them.
    assert not may_post(cora, cover.pairing.conversation)
    assert not Participant.objects.filter(conversation=cover.pairing.conversation, person=cora).exists()
    for person in (ada, ben, cora):
        assert told(person)[-1] == "Somebody stands in from today"
    # Whoever did it knows.
    assert cover.planned_by is not None
    assert told(cover.planned_by) == []


def test_the_two_stay_alongside_each_other_and_no_place_is_taken(cover: Cover) -> None:
    pairing = cover.pairing
    assert (fresh(pairing).state, fresh(pairing.request).state) == ("active", "paired")
    assert (fresh(pairing.helper).places_taken, fresh(cover.helper).places_taken) == (1, 0)
    assert sees(pairing.helper.person, pairing.request.person)


@pytest.mark.parametrize("who", ["ada", "ben", "cora", "dev"])
def test_any_of_them_ends_it_and_it_is_over_at_once(
    who: str, ada: Person, ben: Person, dev: Person, cover: Cover
) -> None:
    cora = cover.helper.person
    end_cover(by={"ada": ada, "ben": ben, "cora": cora, "dev": dev}[who], cover=cover, at=NOW)
    assert cover.conversation is not None
    assert (fresh(cover).state, fresh(cover.conversation).closed_at) == ("over", NOW)
    assert not sees(cora, ada)
    with pytest.raises(HasMovedOn):
        end_cover(by=ada, cover=fresh(cover), at=NOW)


@pytest.mark.parametrize("who", ["ada", "ben", "cora", "eve"])
def test_only_coordinators_of_the_member_arrange_it(
    who: str, ada: Person, ben: Person, eve: Person, pairing: Pairing, cora: Helper
) -> None:
    people = {"ada": ada, "ben": ben, "cora": cora.person, "eve": eve}
    with pytest.raises(PermissionDenied):
        plan_cover(by=people[who], pairing=pairing, facts=cover_facts(cora), at=NOW)


def test_nobody_gives_a_member_to_themselves(dev: Person, pairing: Pairing) -> None:
    with pytest.raises(PermissionDenied):
        plan_cover(by=dev, pairing=pairing, facts=cover_facts(make_helper(dev)), at=NOW)


def test_nobody_else_ends_it(cover: Cover, eve: Person, cleo: Person) -> None:
    for person in (eve, cleo):
        with pytest.raises(PermissionDenied):
            end_cover(by=person, cover=cover, at=NOW)


def test_it_begins_and_ends_by_the_clock(ada: Person, dev: Person, pairing: Pairing, cora: Helper) -> None:
    made = plan_cover(by=dev, pairing=pairing, facts=cover_facts(cora, first=2, last=4), at=NOW)
    seen = []
    for day in range(7):
        follow_covers(at=NOW + day * DAY)
        seen.append((fresh(made).state, sees(cora.person, ada)))
    assert seen == [("planned", False)] * 2 + [("running", True)] * 3 + [("over", False)] * 2
    assert told(cora.person) == [
        "Somebody will stand in for a while",
        "Somebody stands in from today",
        "Standing in has ended",
    ]


def test_what_cannot_begin_any_more_is_called_off_and_told(dev: Person, pairing: Pairing, cora: Helper) -> None:
    made = plan_cover(by=dev, pairing=pairing, facts=cover_facts(cora, first=1), at=NOW)
    pause_help(by=cora.person, helper=fresh(cora), at=NOW)
    follow_covers(at=NOW + DAY)
    assert fresh(made).state == "called_off"
    assert told(dev)[-1] == "Nobody stands in after all"


def test_what_was_called_off_meanwhile_does_not_begin(dev: Person, pairing: Pairing, cora: Helper) -> None:
    made = plan_cover(by=dev, pairing=pairing, facts=cover_facts(cora, first=1), at=NOW)
    end_cover(by=dev, cover=fresh(made), at=NOW)
    begin_or_call_off(made, at=NOW + DAY)
    assert (fresh(made).state, told(cora.person)[-1]) == ("called_off", "Nobody stands in after all")


@pytest.mark.parametrize(
    ("first", "last", "state"), [(-3, -1, None), (2, 1, None), (-1, 0, "running"), (1, 1, "planned")]
)
def test_its_days_are_in_order_and_not_over(
    first: int, last: int, state: str | None, dev: Person, pairing: Pairing, cora: Helper
) -> None:
    facts = cover_facts(cora, first=first, last=last)
    if state:
        assert plan_cover(by=dev, pairing=pairing, facts=facts, at=NOW).state == state
        return
    with pytest.raises(ValidationError, match="The last day comes before the first"):
        plan_cover(by=dev, pairing=pairing, facts=facts, at=NOW)


def test_for_two_who_have_parted_nobody_stands_in(ada: Person, dev: Person, pairing: Pairing, cora: Helper) -> None:
    end_pairing(by=ada, pairing=fresh(pairing), look_again=False, at=NOW)
    with pytest.raises(HasMovedOn, match="no longer alongside"):
        plan_cover(by=dev, pairing=pairing, facts=cover_facts(cora), at=NOW)


def test_who_has_left_the_service_cannot_stand_in(dev: Person, pairing: Pairing, cora: Helper) -> None:
    Person.objects.filter(pk=cora.person_id).update(is_active=False)
    with pytest.raises(ValidationError):
        plan_cover(by=dev, pairing=pairing, facts=cover_facts(fresh(cora)), at=NOW)


def test_it_ends_with_the_pairing(ada: Person, cover: Cover) -> None:
    end_pairing(by=ada, pairing=fresh(cover.pairing), look_again=False, at=NOW)
    assert fresh(cover).state == "over"
    assert not Assignment.objects.current().filter(person=ada, kind="adviser").exists()


@pytest.mark.parametrize("member_blocks", [True, False])
def test_it_ends_with_a_block_and_the_two_stay(member_blocks: bool, ada: Person, cover: Cover) -> None:
    one, other = (ada, cover.helper.person) if member_blocks else (cover.helper.person, ada)
    block(by=one, person=other, known_as="Somebody", at=NOW)
    assert (fresh(cover).state, fresh(cover.pairing).state) == ("over", "active")


def test_who_is_kept_apart_paused_or_unchecked_cannot_stand_in(
    ada: Person, dev: Person, pairing: Pairing, cora: Helper
) -> None:
    block(by=ada, person=cora.person, known_as="Cora", at=NOW)
    with pytest.raises(ValidationError, match="Cora cannot be alongside Ada just now"):
        plan_cover(by=dev, pairing=pairing, facts=cover_facts(cora), at=NOW)
    # Neither can the one who is away, nor who is paused or has no valid checks.
    others = [make_helper(make_person(name), **facts) for name, facts in NOT_NOW.items()]
    for helper in (pairing.helper, *others):
        with pytest.raises(ValidationError):
            plan_cover(by=dev, pairing=pairing, facts=cover_facts(helper), at=NOW)


def test_there_is_one_at_a_time(dev: Person, cover: Cover) -> None:
    with pytest.raises(HasMovedOn):
        plan_cover(by=dev, pairing=cover.pairing, facts=cover_facts(cover.helper), at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Cover.objects.create(pairing=cover.pairing, planned_at=NOW, **vars(cover_facts(cover.helper)))


def test_planning_reads_nobodys_record(ada: Person, cover: Cover) -> None:
    assert not RecordRead.objects.filter(person=ada).exists()


def test_whoever_reads_about_it_and_is_not_one_of_the_two_leaves_a_note(
    ada: Person, ben: Person, dev: Person, cover: Cover
) -> None:
    for person in (ada, ben, cover.helper.person, dev):
        open_cover(by=person, cover=cover, at=NOW)
    reads = RecordRead.objects.filter(person=ada).order_by("pk").values_list("reader", "why")
    assert list(reads) == [(cover.helper.person_id, "as who stands in"), (dev.pk, "to arrange who stands in")]
