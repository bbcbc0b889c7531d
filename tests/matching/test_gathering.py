"""Wishes by name on their way to the engine, and what comes of them."""

import pytest

from matching import engine
from matching.gathering import gather
from matching.models import Helper, Proposal, Request
from matching.operations import ask, withdraw_request
from matching.queries import offers_to, suggested_to
from people.models import Person
from tests.fixtures import NOW, make_person
from tests.matching.making import active_helper, offered, sent_request

HERS = "They go by a name that you wrote down as somebody you would like."
HIS = "They go by a name that you wrote down as somebody you would like to be alongside."


def cohort(coordinator: Person) -> engine.Cohort:
    return gather(area=coordinator.area, at=NOW)


def named(person: Person, name: str, full_name: str = "") -> Person:
    person.chosen_name, person.full_name = name, full_name
    person.save()
    return person


def test_a_members_names_become_helpers_first_choice_first(ada: Person, ben: Person, cleo: Person, dev: Person) -> None:
    first, second = active_helper(cleo, dev, kind="peer"), active_helper(ben, dev)
    sent_request(ada, wish_names="\n  CLEO\nNobody At All\nben \nCleo")
    [seeker] = cohort(dev).seekers
    assert seeker.ranked == (frozenset({first.pk}), frozenset({second.pk}))


def test_a_helpers_names_become_members_who_wait(ada: Person, ben: Person, dev: Person) -> None:
    asha, eli = make_person("Asha", area=dev.area), make_person("Eli", area=dev.area)
    active_helper(ben, dev, wish_names="Eli\nAsha\nAda")
    first, second = sent_request(ada), sent_request(asha)
    withdraw_request(by=eli, request=sent_request(eli), at=NOW)
    [helper] = cohort(dev).helpers
    assert helper.ranked == (frozenset({second.pk}), frozenset({first.pk}))


def test_a_name_of_several_is_one_place_for_all_of_them(ada: Person, ben: Person, cleo: Person, dev: Person) -> None:
    other = active_helper(named(make_person("Bo", area=dev.area), "Ben"), dev)
    one, last = active_helper(ben, dev), active_helper(cleo, dev)
    sent_request(ada, wish_names="Ben\nCleo")
    [seeker] = cohort(dev).seekers
    assert seeker.ranked == (frozenset({one.pk, other.pk}), frozenset({last.pk}))


def test_nobody_is_found_by_a_name_that_others_do_not_see(ada: Person, ben: Person, dev: Person) -> None:
    """Else the words beside an offer would say what else somebody is called."""
    active_helper(named(ben, "Ben", "Benjamin Barnes"), dev, wish_names="Ada Archer")
    sent_request(named(ada, "Ada", "Ada Archer"), wish_names="Benjamin Barnes")
    found = cohort(dev)
    assert [*(one.ranked for one in found.seekers), *(one.ranked for one in found.helpers)] == [(), ()]


def test_among_helpers_who_fit_as_well_the_one_wished_for_is_proposed(ada: Person, dev: Person) -> None:
    bea, bo = (make_person(name, area=dev.area) for name in ("Bea", "Bo"))
    for person in (bea, bo):
        active_helper(person, dev)
    for person, wished in ((ada, "Bo"), (make_person("Asha", area=dev.area), "Bea")):
        sent_request(person, wish_names=wished)
    offered(dev, ada)
    first = Proposal.objects.filter(position=1)
    assert set(first.values_list("request__person__chosen_name", "helper__person__chosen_name")) == {
        ("Ada", "Bo"),
        ("Asha", "Bea"),
    }


@pytest.mark.parametrize(
    ("hers", "his", "to_ada", "to_ben"),
    [("Ben", "", True, False), ("", "Ada", False, True), ("Ben", "Ada", True, True), ("Zed", "Zed", False, False)],
)
def test_each_is_told_of_their_own_wish_only(
    hers: str, his: str, to_ada: bool, to_ben: bool, ada: Person, ben: Person, dev: Person
) -> None:
    active_helper(ben, dev, wish_names=his)
    sent_request(ada, wish_names=hers)
    offered(dev, ada)
    told = [offers_to(ada)[0].why, suggested_to(ben)[0].why]
    by_name = [[words for words in reasons if "a name that" in words] for reasons in told]
    assert by_name == [[HERS] if to_ada else [], [HIS] if to_ben else []]


def test_a_wish_for_nobody_changes_nothing(ada: Person, ben: Person, dev: Person) -> None:
    """So that no wish says whether there is somebody of that name."""
    active_helper(ben, dev, wish_names="Nobody At All")
    sent_request(ada, wish_names="Nobody At All")
    wished = cohort(dev)
    Request.objects.update(wish_names="")
    Helper.objects.update(wish_names="")
    assert cohort(dev) == wished


def test_who_asks_again_is_not_asked_again_for_whom_they_would_like(ada: Person) -> None:
    request = sent_request(ada, wish_names="Ben")
    withdraw_request(by=ada, request=request, at=NOW)
    assert ask(by=ada, at=NOW).wish_names == "Ben"
