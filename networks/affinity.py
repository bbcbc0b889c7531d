"""Finds groups of people who share what matters to them, for whom a network could be founded. It knows no Django.

The method is Louvain's: Vincent D. Blondel, Jean-Loup Guillaume, Renaud Lambiotte and Etienne Lefebvre, "Fast unfolding
of communities in large networks", Journal of Statistical Mechanics, 2008, P10008; as networkx has it.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import networkx

# A group is described by what at least so many in a hundred of it share.
SHARED_BY = 40
# The same people give the same groups.
SEED = 2008

# How strongly each kind of thing joins those who share it.
WEIGHTS = {"topic": 3.0, "language": 2.0, "area": 0.5}
Thing = tuple[str, str]


@dataclass(frozen=True)
class Someone:
    """What one person said: things by kind, such as ("topic", "dementia"). `key` orders them and tells nothing."""

    key: int
    things: frozenset[Thing]


@dataclass(frozen=True)
class Group:
    """So many people, and what many of them share; nobody in it can be told from it."""

    size: int
    topics: tuple[str, ...]
    languages: tuple[str, ...]
    area: str


@dataclass(frozen=True)
class Covering:
    """What a network that is there is about; no languages and no area mean any."""

    topics: frozenset[str]
    languages: frozenset[str]
    area: str


def groups_worth_founding(
    people: Sequence[Someone], there_are: Collection[Covering] = (), *, fewest: int
) -> list[Group]:
    """Groups of at least `fewest` people who share a topic that no network for them is about, the largest first."""
    alike = who_named_the_same(people)
    parts = networkx.community.louvain_communities(graph_of(alike), weight="weight", seed=SEED)
    together = ([one for node in sorted(part) if node >= 0 for one in alike[node]] for part in parts)
    described = [_described(members) for members in together if len(members) >= fewest]
    missing = [group for group in described if group.topics and not any(_covers(one, group) for one in there_are)]
    return sorted(missing, key=lambda group: (-group.size, group.topics, group.languages, group.area))


def who_named_the_same(people: Iterable[Someone]) -> list[list[Someone]]:
    """People by the topics they named: those who named the same are never put apart. In an order of its own."""
    alike: dict[tuple[Thing, ...], list[Someone]] = defaultdict(list)
    for one in people:
        alike[tuple(sorted(thing for thing in one.things if thing[0] == "topic"))].append(one)
    return [sorted(alike[topics], key=lambda one: one.key) for topics in sorted(alike)]


def graph_of(alike: Sequence[Sequence[Someone]]) -> "networkx.Graph[int]":
    """Those who named the same as one node, from 0 on, joined to the things they share, each a node below 0.

    Joining the people to each other would make n² edges for a thing that n share; by the thing between them it is n
    at most, so the graph grows with what was said. Nodes are numbers, because these have one order in every process
    and words do not.
    """
    graph: networkx.Graph[int] = networkx.Graph()
    every = sorted({thing for members in alike for one in members for thing in one.things})
    nodes = {thing: -number for number, thing in enumerate(every, start=1)}
    for node, members in enumerate(alike):
        graph.add_node(node)
        counts = Counter(thing for one in members for thing in one.things)
        for thing in sorted(counts):
            graph.add_edge(node, nodes[thing], weight=WEIGHTS[thing[0]] * counts[thing])
    return graph


def _described(members: list[Someone]) -> Group:
    """What many of them share, the most shared first; an area where more than half live there."""
    counts = Counter(thing for one in members for thing in one.things)
    shared = [thing for thing, number in counts.items() if 100 * number >= SHARED_BY * len(members)]
    shared.sort(key=lambda thing: (-counts[thing], thing))
    of = {kind: tuple(name for its_kind, name in shared if its_kind == kind) for kind in WEIGHTS}
    lives = next((name for name in of["area"] if 2 * counts["area", name] > len(members)), "")
    return Group(len(members), of["topic"], of["language"], lives)


def _covers(one: Covering, group: Group) -> bool:
    """Whether a network is about what most of them share, for people who speak so and live there."""
    speaks = not one.languages or not group.languages or bool(one.languages & set(group.languages))
    near = not one.area or one.area == group.area
    return group.topics[0] in one.topics and speaks and near
