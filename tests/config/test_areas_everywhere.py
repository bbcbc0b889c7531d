"""Everything that goes by areas goes by the whole tree, and by the services somebody belongs to besides."""

import pytest

from caseload.queries import Filters, section_of
from matching.gathering import waiting_in
from matching.models import Round
from matching.operations import run_round
from matching.queries.arrivals import arrivals
from messaging.queries.groups import people_to_invite
from networks.models import Network
from networks.operations import ask_for_network, found_network
from networks.queries.browsing import Wanted, networks_for
from networks.queries.ideas import who_answers
from networks.queries.moderating import coordinators_for
from networks.queries.suggesting import suggestions_for
from people.models import Area, Person, Role
from people.operations import add_area, belong, end_role
from safeguarding.evidence import Evidence
from safeguarding.models import Concern
from safeguarding.operations import raise_concern
from safeguarding.queries import all_concerns_for
from safeguarding.queries.concerns import who_looks_at
from tests.fixtures import NOW, make_person
from tests.matching.making import fresh, sent_request


@pytest.fixture
def lou(db: None) -> Person:
    """Lou coordinates everywhere."""
    return make_person("Lou", Role.Kind.COORDINATOR)


@pytest.fixture
def village(lou: Person, north: Area) -> Area:
    """A village in the north."""
    return add_area(by=lou, name="Village", below=north)


@pytest.fixture
def vera(village: Area) -> Person:
    """Vera asks for support in the village."""
    return make_person("Vera", Role.Kind.MEMBER, area=village, age_group="26_64", languages=["en"])


@pytest.fixture
def vic(village: Area) -> Person:
    """Vic coordinates the village."""
    return make_person("Vic", Role.Kind.COORDINATOR, area=village)


@pytest.fixture
def dara(south: Area) -> Person:
    """Dara coordinates the south."""
    return make_person("Dara", Role.Kind.COORDINATOR, area=south)


def worry_about(person: Person) -> Concern:
    evidence = Evidence(kind="talk", reference="1", author=str(person), text="Help", written_at=NOW)
    return raise_concern(by=person, about=person, reason="harm", words="", evidence=evidence, at=NOW)


def test_concerns_are_seen_from_above_and_from_each_service(
    ada: Person, vera: Person, dev: Person, vic: Person, dara: Person, lou: Person, south: Area
) -> None:
    viewers = [fresh(one) for one in (dev, vic, dara, lou)]
    concern = worry_about(vera)

    def seen() -> list[str]:
        mine = [one.chosen_name for one in viewers if concern in all_concerns_for(one)]
        assert sorted(one.chosen_name for one in who_looks_at(concern)) == sorted(mine)
        return mine

    assert seen() == ["Dev", "Vic", "Lou"]
    belong(person=vera, area=south, at=NOW)
    assert seen() == ["Dev", "Vic", "Dara", "Lou"]


def test_rounds_take_in_what_lies_below_and_who_belongs(
    ada: Person, vera: Person, eve: Person, village: Area, north: Area, south: Area
) -> None:
    for person in (ada, vera, eve):
        sent_request(person)

    def waiting(area: Area) -> list[str]:
        return sorted(one.person.chosen_name for one in waiting_in(area))

    assert [waiting(area) for area in (north, village, south)] == [["Ada", "Vera"], ["Vera"], ["Eve"]]
    belong(person=eve, area=village, at=NOW)
    assert [waiting(area) for area in (north, village, south)] == [["Ada", "Eve", "Vera"], ["Eve", "Vera"], ["Eve"]]


def test_a_round_is_seen_from_above_and_below_and_forbids_one_for_some_of_the_same(
    dev: Person, vic: Person, dara: Person, lou: Person, village: Area, north: Area, south: Area
) -> None:
    above, below = (run_round(by=lou, area=area, at=NOW) for area in (north, village))
    seen = {one.chosen_name: set(Round.objects.visible_to(fresh(one))) for one in (dev, vic, dara)}
    assert seen == {"Dev": {above, below}, "Vic": {above, below}, "Dara": set()}
    same = {area.name: set(Round.objects.about_the_same_people(area)) for area in (north, village, south)}
    assert same == {"North": {above, below}, "Village": {above, below}, "South": set()}


def test_where_a_round_was_run_what_lies_below_may_be_placed(
    vera: Person, eve: Person, lou: Person, village: Area, north: Area, south: Area
) -> None:
    run_round(by=lou, area=north, at=NOW)
    for person in (vera, eve):
        sent_request(person)
    assert [one.person.chosen_name for one in arrivals()] == ["Vera"]
    belong(person=eve, area=village, at=NOW)
    assert sorted(one.person.chosen_name for one in arrivals()) == ["Eve", "Vera"]


def test_the_desk_narrowed_to_an_area_shows_what_lies_below_and_who_belongs(
    ada: Person, vera: Person, eve: Person, lou: Person, village: Area, south: Area
) -> None:
    for person in (ada, vera, eve):
        sent_request(person)

    def waiting(slug: str) -> list[str]:
        section = section_of(lou, slug="waiting", at=NOW, filters=Filters(area=slug))
        assert section
        return sorted(row.person.chosen_name for row in section.page.object_list)

    assert [waiting(slug) for slug in ("north", "village", "south")] == [["Ada", "Vera"], ["Vera"], ["Eve"]]
    belong(person=eve, area=village, at=NOW)
    assert [waiting(slug) for slug in ("north", "village", "south")] == [
        ["Ada", "Eve", "Vera"],
        ["Eve", "Vera"],
        ["Eve"],
    ]


def test_whoever_asks_is_given_a_coordinator_of_one_of_their_areas(
    vera: Person, dev: Person, dara: Person, lou: Person, village: Area
) -> None:
    end_role(person=lou, kind=Role.Kind.COORDINATOR, by=None, at=NOW)
    sent_request(vera)
    assert [one.carer for one in vera.looked_after_by.all()] == [dev]


def test_networks_of_an_area_are_for_what_lies_in_it(
    vera: Person, dev: Person, vic: Person, dara: Person, lou: Person, village: Area, north: Area, south: Area
) -> None:
    def of(area: Area) -> Network:
        return found_network(
            by=lou, name=area.name, purpose="For carers", agreement="Be kind", joining="open", for_under_18s=False,
            area=area, at=NOW,
        )  # fmt: skip

    near, here, far = of(north), of(village), of(south)
    assert set(networks_for(vera, Wanted(area=village))) == {near, here}
    assert set(networks_for(vera, Wanted(area=north))) == {near}
    assert [one.network for one in suggestions_for(vera)] == [near, here]
    answer = {one.name: sorted(by.chosen_name for by in coordinators_for(one)) for one in (near, here, far)}
    assert answer == {"North": ["Dev", "Lou"], "Village": ["Dev", "Lou", "Vic"], "South": ["Dara", "Lou"]}


def test_an_idea_is_answered_from_above(vera: Person, dev: Person, vic: Person, dara: Person, lou: Person) -> None:
    idea = ask_for_network(
        by=vera, name="Owls", purpose="Night", agreement="Be kind", joining="open", host_name="Owl", at=NOW
    )
    assert sorted(one.chosen_name for one in who_answers(idea)) == ["Dev", "Lou", "Vic"]


def test_an_interpreter_of_the_whole_service_is_there_for_each_part(vera: Person, north: Area, south: Area) -> None:
    make_person("Ines", Role.Kind.INTERPRETER, area=north)
    make_person("Ilse", Role.Kind.INTERPRETER, area=south)
    assert [one.chosen_name for one in people_to_invite(vera)] == ["Ines"]
    belong(person=vera, area=south, at=NOW)
    assert sorted(one.chosen_name for one in people_to_invite(vera)) == ["Ilse", "Ines"]
