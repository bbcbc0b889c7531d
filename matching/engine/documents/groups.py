"""Problems and plans of small groups as JSON and back."""

from dataclasses import asdict
from typing import Any

from matching.engine.groups.plan import Group, GroupPlan, Proof, WhyNoGroup
from matching.engine.groups.problem import GroupPerson, GroupProblem, group_problem_of
from matching.engine.plan import Status

from .advisers import groups_in
from .reading import Table, each_of, identity, keyed, one_of, optional, sized, whole, word
from .rows import pairs_of_ids, reasons_of_ids

KIND = "groups"
PLAN_KEYS = ("kind", "status", "placed", "bound", "proof", "floor", "groups", "unplaced", "problem", "solver", "seed")


def read_problem(found: Table) -> GroupProblem:
    """The problem that a parsed document holds; raises ProblemError with the place of what cannot be."""
    keyed(found, "The document", ("kind", "size", "people"), ("apart", "seed"))
    smallest, largest = _sizes(found["size"])
    return group_problem_of(
        each_of(found["people"], "people", _person),
        smallest=smallest,
        largest=largest,
        apart=pairs_of_ids(found.get("apart", []), "apart", ("person", "person")),
        seed=whole(found.get("seed", 0), "seed"),
    )


def write_problem(problem: GroupProblem) -> Table:
    """The document of a problem."""
    return {
        "kind": KIND,
        "size": [problem.smallest, problem.largest],
        "people": [_person_out(person) for person in problem.people],
        "apart": problem.apart,
        "seed": problem.seed,
    }


def read_plan(found: Table) -> GroupPlan:
    """The plan that a parsed document holds; raises ProblemError with the place of what cannot be."""
    keyed(found, "The document", PLAN_KEYS)
    return GroupPlan(
        status=one_of(Status, found["status"], "status"),
        groups=tuple(each_of(found["groups"], "groups", _group)),
        placed=whole(found["placed"], "placed"),
        unplaced=reasons_of_ids(WhyNoGroup, found["unplaced"], "unplaced"),
        bound=whole(found["bound"], "bound"),
        proof=one_of(Proof, found["proof"], "proof"),
        floor=optional(found, "floor", whole),
        solver=word(found["solver"], "solver"),
        seed=whole(found["seed"], "seed"),
        problem=word(found["problem"], "problem"),
    )


def write_plan(plan: GroupPlan) -> Table:
    """The document of a plan."""
    return {"kind": KIND, **{key: getattr(plan, key) for key in PLAN_KEYS[1:]}, "groups": [*map(asdict, plan.groups)]}


def _sizes(found: Any) -> tuple[int, int]:
    """The smallest and the largest size; one number stands for both."""
    if type(found) is int:
        return found, found
    smallest, largest = sized(found, "size", ("smallest", "largest"))
    return whole(smallest, "size[0]"), whole(largest, "size[1]")


def _person(found: Any, where: str) -> GroupPerson:
    row = keyed(found, where, ("id", "topics", "slots"), ("group", "groups"))
    return GroupPerson(
        identity(row["id"], f"{where}: id"),
        topics=_words(row["topics"], f"{where}: topics"),
        slots=_words(row["slots"], f"{where}: slots"),
        groups=groups_in(row, where),
    )


def _person_out(person: GroupPerson) -> Table:
    found: Table = {"id": person.id, "topics": sorted(person.topics), "slots": sorted(person.slots)}
    return found | ({"groups": dict(person.groups)} if person.groups else {})


def _group(found: Any, where: str) -> Group:
    row = keyed(found, where, ("topic", "slot", "members"))
    return Group(
        word(row["topic"], f"{where}: topic"),
        word(row["slot"], f"{where}: slot"),
        tuple(each_of(row["members"], f"{where}: members", identity)),
    )


def _words(found: Any, where: str) -> frozenset[str]:
    return frozenset(each_of(found, where, word))
