"""What came of a round, in numbers: small groups cannot be made out, and whom one may not see is not named."""

import pytest

from matching.machines import REQUEST
from matching.models import Round
from matching.operations import place_arrivals, run_round
from matching.queries.results import (
    Load,
    coverage_of,
    first_of,
    fits_of,
    loads_of,
    result_of,
)
from people.models import Area, Person, Role, StateChange
from tests.fixtures import NOW, make_person
from tests.matching.making import active_helper, sent_request


def load(name: str, new: int, free: int = 0) -> Load:
    return Load(name, had=1, new=new, free=free, full=int(not free))


def test_a_short_list_of_helpers_is_shown_whole() -> None:
    loads = [load(str(number), 1) for number in range(12)]
    assert first_of(loads) == loads


def test_the_rest_of_a_long_list_is_one_line() -> None:
    *first, rest = first_of([load(str(number), 2, free=number) for number in range(14)])
    assert [each.words for each in first] == [str(number) for number in range(11)]
    assert rest == Load("3 others", had=3, new=6, free=36, helpers=3, full=0)
    assert rest.places == 45


@pytest.fixture
def made(ada: Person, ben: Person, cleo: Person, dev: Person) -> Round:
    """Ada has Ben; there was no place for Asha; nobody fits Abel; Cleo has nobody."""
    for name, topic in (("Asha", "anxiety"), ("Abel", "housing")):
        sent_request(make_person(name, area=ada.area), topic)
    sent_request(ada, at=NOW.replace(year=2025))
    active_helper(ben, dev)
    active_helper(cleo, dev, "debt", capacity=3)
    return run_round(by=dev, area=dev.area, at=NOW)


def test_who_has_a_place_and_why_others_have_none(made: Round) -> None:
    found = [(tally.words, tally.people) for tally in coverage_of(made)]
    assert found == [("Placed", 1), ("Nobody fits yet", 1), ("Places are taken", 1)]


def test_how_well_people_fit(made: Round) -> None:
    fit = made.proposals.get(position=1).fit
    found = {tally.words: tally.people for tally in fits_of(made)}
    assert list(found) == ["Very good", "Good", "Fair", "Possible"]
    assert found == {words: int(words == {"very_good": "Very good", "good": "Good"}[fit]) for words in found}


def test_the_load_of_each_helper(made: Round, ben: Person, cleo: Person, dev: Person) -> None:
    assert loads_of(made, dev) == [
        Load("Ben", had=0, new=1, free=0, person=ben, full=1),
        Load("Cleo", had=0, new=0, free=3, person=cleo),
    ]


def test_helpers_elsewhere_are_one_line_without_a_name(ada: Person, dev: Person, south: Area) -> None:
    sent_request(ada)
    lou = make_person("Lou", Role.Kind.COORDINATOR)
    for name in ("Bo", "Billie"):
        active_helper(make_person(name, area=south), lou)
    made = run_round(by=dev, area=dev.area, at=NOW)
    assert loads_of(made, dev) == [Load("2 others", had=0, new=1, free=1, helpers=2, full=1)]
    assert [each.words for each in loads_of(made, lou)] in (["Bo", "Billie"], ["Billie", "Bo"])


def test_between_two_rounds_what_was_proposed_is_load(made: Round, ben: Person, cleo: Person, dev: Person) -> None:
    """The plan is of everybody: it keeps a place with Cleo for Bea, who waits for the next round all the same."""
    bea, request = make_person("Bea", area=dev.area), sent_request(make_person("Anna", area=dev.area), "debt")
    StateChange.objects.filter(machine=REQUEST.name, subject=sent_request(bea, "debt").pk).update(by=None)
    arrived = place_arrivals(at=NOW)
    assert arrived is not None
    assert list(arrived.proposals.values_list("request", flat=True)) == [request.pk]
    assert loads_of(arrived, dev) == [
        Load("Cleo", had=0, new=1, free=2, person=cleo),
        Load("Ben", had=1, new=0, free=0, person=ben, full=1),
    ]
    # Nor may groups be compared by places that nobody has been offered.
    assert arrived.figures == []


def test_a_round_without_a_record_shows_no_load(made: Round, dev: Person) -> None:
    made.record.delete()
    assert loads_of(Round.objects.get(), dev) == []


def test_findings_say_it_in_a_sentence(made: Round, dev: Person) -> None:
    found = result_of(made, dev)
    assert found.coverage_finding == (
        "1 of 3 people have a place. Without one: nobody fits yet for 1, places are taken for 1."
    )
    assert found.load_finding == "1 new person among 2 helpers; 1 of them is full after this round."
    assert found.worst in ("Good", "Very good")
    assert found.swaps == "No two people would both rather have each other."
