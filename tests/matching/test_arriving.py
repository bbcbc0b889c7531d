"""Between two rounds: who is offered a free place at once, for whom a coordinator looks first, and who waits."""

from datetime import timedelta
from typing import Any

import pytest
from django.db.models import QuerySet

from matching import tasks
from matching.engine.documents import fingerprint
from matching.engine.verify import verify
from matching.models import Configuration, Helper, Proposal, Request, Round
from matching.operations import (
    approve_proposal,
    decline_as_helper,
    import_people,
    place_arrivals,
    run_round,
    set_aside_proposal,
)
from matching.operations.arriving import offer_at_once, record_arrivals
from matching.queries import record_of
from people.models import Area, Person, StateChange
from people.operations import change_profile
from safeguarding.evidence import Evidence
from safeguarding.operations import raise_concern
from tests.fixtures import NOW, make_person
from tests.matching.making import active_helper, at_once, fresh, sent_request

LATER = NOW + timedelta(days=1)


@pytest.fixture
def after_a_round(dev: Person) -> None:
    """A coordinator has run a round before, which found nobody waiting."""
    run_round(by=dev, area=dev.area, at=NOW)


def offers(person: Person) -> list[str]:
    found = Proposal.objects.offered_to(person).order_by("position")
    return [str(each.helper) for each in found]


def to_decide() -> QuerySet[Proposal]:
    return Proposal.objects.undecided()


@pytest.mark.usefixtures("after_a_round")
def test_who_comes_is_offered_a_free_place_at_once(dev: Person, ada: Person, ben: Person) -> None:
    active_helper(ben, dev)
    request = sent_request(ada, at=LATER)
    made = place_arrivals(at=LATER)
    assert made is not None
    assert (made.occasion, made.state, made.by, made.waiting, made.placed) == ("arrival", "done", None, 1, 1)
    assert (offers(ada), fresh(request).state) == (["Ben"], "choosing")
    offer = Proposal.objects.get()
    assert (offer.position, offer.offered_at, offer.keeps_a_place) == (1, LATER, True)
    history = StateChange.objects.filter(machine="matching.proposal").order_by("pk")
    assert [(each.after, each.by) for each in history] == [("proposed", None), ("offered", None)]


@pytest.mark.usefixtures("after_a_round")
def test_both_are_told(dev: Person, ada: Person, ben: Person) -> None:
    for person in (ada, ben):
        person.consents.create(purpose="email", given_at=NOW)
    active_helper(ben, dev)
    ben.notices.all().delete()
    sent_request(ada, consents=["email"])
    place_arrivals(at=LATER)
    assert [each.subject for each in ada.notices.all()] == ["We found someone for you"]
    assert [each.subject for each in ben.notices.all()] == ["Somebody may choose you"]


@pytest.mark.usefixtures("after_a_round")
def test_it_is_recorded_so_that_it_can_be_checked_again(dev: Person, ada: Person, ben: Person) -> None:
    active_helper(ben, dev)
    request = sent_request(ada)
    made = place_arrivals(at=LATER)
    assert made is not None
    assert made.configuration == Configuration.objects.newest()
    problem, plan = record_of(made)
    assert plan.pairs == ((request.pk, Helper.objects.get().pk),)
    assert (made.problem_hash, made.solver) == (plan.problem, plan.solver)
    assert fingerprint(problem) == made.problem_hash
    assert verify(problem, plan) == []


@pytest.mark.usefixtures("after_a_round")
def test_the_place_goes_to_whom_the_best_plan_gives_it(dev: Person, ada: Person, ben: Person) -> None:
    """Asha has waited longer and fits as well: the newcomer waits, however the job was called."""
    asha = make_person("Asha", area=dev.area)
    sent_request(asha, at=NOW)
    active_helper(ben, dev)
    sent_request(ada, at=NOW + timedelta(days=60))
    place_arrivals(at=NOW + timedelta(days=60))
    assert (offers(asha), offers(ada)) == (["Ben"], [])
    assert (Round.objects.filter(occasion="arrival").count(), place_arrivals(at=NOW + timedelta(days=61))) == (1, None)


@pytest.mark.usefixtures("after_a_round")
def test_a_place_that_is_kept_for_somebody_is_not_free(dev: Person, ada: Person, ben: Person) -> None:
    asha = make_person("Asha", area=dev.area)
    sent_request(asha)
    active_helper(ben, dev)
    # Where nobody at all has a place, nobody is looked at.
    active_helper(make_person("Bea", area=dev.area), dev, "debt")
    run_round(by=dev, area=dev.area, at=NOW)
    sent_request(ada, at=LATER)
    assert place_arrivals(at=LATER) is None
    assert [str(each.request.person) for each in to_decide()] == ["Asha"]


@pytest.mark.usefixtures("after_a_round")
def test_whoever_says_no_makes_room_for_who_waits(dev: Person, ada: Person, ben: Person) -> None:
    asha = make_person("Asha", area=dev.area)
    sent_request(asha)
    active_helper(ben, dev)
    place_arrivals(at=NOW)
    sent_request(ada, at=LATER)
    assert place_arrivals(at=LATER) is None
    decline_as_helper(by=ben, proposal=fresh(Proposal.objects.get()), at=LATER)
    place_arrivals(at=LATER)
    assert (offers(asha), offers(ada)) == ([], ["Ben"])


@pytest.mark.usefixtures("after_a_round")
def test_nobody_is_offered_anything_at_once_where_coordinators_do_not_want_it(
    dev: Person, ada: Person, ben: Person
) -> None:
    newest = Configuration.objects.newest()
    Configuration.objects.create(
        version="later", made_at=NOW, note="", weights=newest.weights, spread=newest.spread, offers_at_once=False
    )
    active_helper(ben, dev)
    sent_request(ada)
    assert place_arrivals(at=LATER) is None


def test_before_the_first_round_everybody_waits_for_it(dev: Person, ada: Person, ben: Person) -> None:
    active_helper(ben, dev)
    sent_request(ada)
    assert place_arrivals(at=LATER) is None


def test_a_round_elsewhere_is_not_enough(dev: Person, ada: Person, ben: Person, south: Area) -> None:
    active_helper(ben, dev)
    sent_request(ada)
    run_round(by=None, area=south, at=NOW)
    assert place_arrivals(at=LATER) is None


def test_after_a_round_for_everybody_any_area_will_do(dev: Person, ada: Person, ben: Person) -> None:
    run_round(by=None, area=None, at=NOW)
    active_helper(ben, dev)
    sent_request(ada)
    place_arrivals(at=LATER)
    assert offers(ada) == ["Ben"]


@pytest.mark.usefixtures("after_a_round")
def test_while_a_round_is_under_way_it_looks_for_everybody(dev: Person, ada: Person, ben: Person) -> None:
    active_helper(ben, dev)
    sent_request(ada)
    busy = Round.objects.create(
        area=dev.area, began_at=NOW, heard_at=NOW, state="running", configuration=Configuration.objects.newest()
    )
    assert place_arrivals(at=LATER) is None
    Round.objects.filter(pk=busy.pk).update(state="failed")
    place_arrivals(at=LATER)
    assert offers(ada) == ["Ben"]


@pytest.mark.usefixtures("after_a_round")
def test_whom_an_import_brought_waits_for_a_round_and_keeps_their_part_of_the_plan(
    dev: Person, ada: Person, ben: Person, tmp_path: Any
) -> None:
    file = tmp_path / "members.csv"
    file.write_text("id,topics\nm1,anxiety\n")
    with file.open("rb") as members:
        import_people(by=dev, members=members, advisers=None, area=dev.area, vetted_until=None, at=NOW)
    helper = active_helper(ben, dev)
    sent_request(ada, at=NOW + timedelta(days=60))
    # The only place is theirs in the plan, so it is nobody else's.
    assert place_arrivals(at=NOW + timedelta(days=60)) is None
    Helper.objects.filter(pk=helper.pk).update(capacity=2)
    active_helper(make_person("Bea", area=dev.area), dev, capacity=2)
    made = place_arrivals(at=NOW + timedelta(days=60))
    assert made is not None
    assert (made.waiting, made.placed) == (2, 1)
    assert {str(each.request.person) for each in made.proposals.all()} == {"Ada"}


@pytest.mark.usefixtures("after_a_round")
def test_for_whom_a_coordinator_set_somebody_aside_a_round_looks_again(dev: Person, ada: Person, ben: Person) -> None:
    active_helper(ben, dev)
    request = sent_request(ada)
    run_round(by=dev, area=dev.area, at=NOW)
    set_aside_proposal(by=dev, proposal=fresh(Proposal.objects.get()), at=NOW)
    active_helper(make_person("Bea", area=dev.area), dev)
    assert place_arrivals(at=LATER) is None
    assert fresh(request).state == "waiting"


def is_under_18(ada: Person, ben: Person) -> None:
    change_profile(by=ada, facts={"age_group": "under_18"})


def did_not_say_how_old_she_is(ada: Person, ben: Person) -> None:
    change_profile(by=ada, facts={"age_group": ""})


def named_somebody_to_avoid(ada: Person, ben: Person) -> None:
    Request.objects.update(avoid_names="My sister's friend")


def would_get_a_helper_who_named_somebody(ada: Person, ben: Person) -> None:
    Helper.objects.update(wish_names="Ada")


def somebody_is_worried_about(person: Person, by: Person) -> None:
    evidence = Evidence(kind="message", reference="1", author=str(person), text="Words", written_at=NOW)
    raise_concern(by=by, about=person, evidence=evidence, reason="other", words="", at=NOW)


def is_one_of_concern(ada: Person, ben: Person) -> None:
    somebody_is_worried_about(ada, by=make_person("Abe"))


def reported_a_concern(ada: Person, ben: Person) -> None:
    somebody_is_worried_about(make_person("Abe"), by=ada)


def would_get_a_helper_of_concern(ada: Person, ben: Person) -> None:
    somebody_is_worried_about(ben, by=make_person("Abe"))


@pytest.mark.usefixtures("after_a_round")
@pytest.mark.parametrize(
    "she",
    [
        is_under_18,
        did_not_say_how_old_she_is,
        named_somebody_to_avoid,
        would_get_a_helper_who_named_somebody,
        is_one_of_concern,
        reported_a_concern,
        would_get_a_helper_of_concern,
    ],
)
def test_a_coordinator_decides_first_where_a_person_has_to_look(
    she: Any, dev: Person, ada: Person, ben: Person
) -> None:
    active_helper(ben, dev)
    request = sent_request(ada)
    she(ada, ben)
    made = place_arrivals(at=LATER)
    assert made is not None
    assert (fresh(request).state, [str(each.helper) for each in to_decide()]) == ("waiting", ["Ben"])
    assert place_arrivals(at=LATER) is None
    approve_proposal(by=dev, proposal=fresh(to_decide().get()), at=LATER)
    assert offers(ada) == ["Ben"]


@pytest.mark.usefixtures("after_a_round")
def test_further_choices_come_with_it_and_keep_no_place(dev: Person, ada: Person) -> None:
    for name in ("Ben", "Bea", "Bo"):
        active_helper(make_person(name, area=dev.area), dev)
    sent_request(ada)
    place_arrivals(at=LATER)
    assert sorted(offers(ada)) == ["Bea", "Ben", "Bo"]
    assert Proposal.objects.keeping_a_place().count() == 1


@pytest.mark.usefixtures("after_a_round")
def test_what_cannot_be_offered_any_more_stays_for_a_coordinator(dev: Person, ada: Person, ben: Person) -> None:
    asha, bea = make_person("Asha", area=dev.area), make_person("Bea", area=dev.area)
    active_helper(ben, dev, "debt")
    active_helper(bea, dev)
    sent_request(ada, "debt")
    sent_request(asha)
    made = record_arrivals(at=LATER)
    assert made is not None
    Helper.objects.filter(person=ben).update(state="paused")
    offer_at_once(made, at=LATER)
    assert (offers(ada), offers(asha), [str(each.helper) for each in to_decide()]) == ([], ["Bea"], ["Ben"])


@pytest.mark.django_db(transaction=True)
def test_asking_calls_the_job_and_many_calls_at_once_are_one(
    dev: Person, ada: Person, ben: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_round(by=dev, area=dev.area, at=NOW)
    active_helper(ben, dev)
    jobs = []
    with monkeypatch.context() as queue:
        # A worker that is busy elsewhere.
        queue.setattr(tasks, "place_arrivals", lambda: jobs.append("job"))
        for name in ("Ada", "Asha", "Abe"):
            sent_request(ada if name == "Ada" else make_person(name, area=dev.area))
    assert jobs == ["job"]
    tasks.place_arrivals()
    assert Proposal.objects.offered().count() == 1


@pytest.mark.usefixtures("after_a_round")
def test_whom_the_queue_has_lost_the_sweep_finds(dev: Person, ada: Person, ben: Person) -> None:
    active_helper(ben, dev)
    sent_request(ada)
    tasks.sweep_arrivals.call_local()
    assert offers(ada) == ["Ben"]


@pytest.mark.servers
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_workers_at_once_offer_one_place_once(dev: Person, ben: Person) -> None:
    run_round(by=dev, area=dev.area, at=NOW)
    active_helper(ben, dev)
    for number in range(6):
        sent_request(make_person(f"Ada{number}", area=dev.area))
    Proposal.objects.all().delete()
    Request.objects.update(state="waiting")
    made = at_once([lambda: place_arrivals(at=LATER)] * 4)
    assert sorted(each is not None for each in made) == [False, False, False, True]
    assert Proposal.objects.offered().count() == 1
