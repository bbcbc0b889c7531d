"""Groups of people who share what matters to them, on small graphs whose answer one sees."""

from hypothesis import given
from hypothesis import strategies as st

from networks.affinity import Covering, Group, Someone, graph_of, groups_worth_founding, who_named_the_same

CARING, PAIN = ("topic", "caring"), ("topic", "pain")
WELSH, NORTH = ("language", "cy"), ("area", "north")


def people(number: int, *things: tuple[str, str], first: int = 1) -> list[Someone]:
    return [Someone(key, frozenset(things)) for key in range(first, first + number)]


def test_two_groups_are_two_and_the_larger_comes_first() -> None:
    found = groups_worth_founding([*people(8, CARING, WELSH), *people(9, PAIN, NORTH, first=20)], fewest=8)

    assert found == [Group(9, ("pain",), (), "north"), Group(8, ("caring",), ("cy",), "")]


def test_too_few_are_none() -> None:
    assert groups_worth_founding(people(7, CARING), fewest=8) == []
    assert groups_worth_founding([], fewest=8) == []


def test_who_shares_no_topic_is_no_group() -> None:
    assert groups_worth_founding(people(12, WELSH, NORTH), fewest=8) == []


def test_one_who_joins_two_groups_does_not_make_them_one() -> None:
    between = Someone(99, frozenset({CARING, PAIN}))
    found = groups_worth_founding([*people(10, CARING), *people(10, PAIN, first=20), between], fewest=8)

    assert {group.topics for group in found} == {("caring",), ("pain",)}
    assert [group.size for group in found] == [11, 10]


def covered(topics: str, languages: str = "", area: str = "") -> bool:
    one = Covering(frozenset(topics.split()), frozenset(languages.split()), area)
    return not groups_worth_founding(people(8, CARING, WELSH, NORTH), [one], fewest=8)


def test_what_is_there_already() -> None:
    assert covered("caring")
    assert covered("pain caring", "cy en", "north")
    assert not covered("pain")
    assert not covered("caring", "en")
    assert not covered("caring", "", "south")
    assert not covered("")


def test_a_network_about_something_less_shared_does_not_stand_for_it() -> None:
    found = groups_worth_founding(people(8, CARING, PAIN), [Covering(frozenset({"pain"}), frozenset(), "")], fewest=8)

    assert found == [Group(8, ("caring", "pain"), (), "")]


def test_the_graph_grows_with_what_was_said_and_not_with_pairs() -> None:
    everybody = [*people(1000, CARING, WELSH, NORTH), *people(500, CARING, PAIN, first=2000)]
    graph = graph_of(who_named_the_same(everybody))

    assert (graph.number_of_nodes(), graph.number_of_edges()) == (6, 5)


def test_who_named_the_same_is_never_put_apart() -> None:
    several = [*people(4, CARING, PAIN, NORTH), *people(4, CARING, PAIN, ("area", "south"), first=20)]

    assert groups_worth_founding(several, fewest=8) == [Group(8, ("caring", "pain"), (), "")]


THINGS = st.sampled_from([CARING, PAIN, ("topic", "sleep"), WELSH, ("language", "pl"), NORTH])


@given(st.lists(st.frozensets(THINGS), max_size=40))
def test_nobody_is_counted_twice_and_order_changes_nothing(said: list[frozenset[tuple[str, str]]]) -> None:
    everybody = [Someone(key, things) for key, things in enumerate(said)]
    found = groups_worth_founding(everybody, fewest=8)

    assert sum(group.size for group in found) <= len(everybody)
    assert all(group.size >= 8 and group.topics for group in found)
    assert groups_worth_founding(everybody[::-1], fewest=8) == found
