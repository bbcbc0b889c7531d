"""Problems of seekers and helpers as JSON and back."""

from typing import Any

from matching.engine.errors import ProblemError
from matching.engine.fit.reasons import Part, Reason
from matching.engine.problem import HelperRow, Problem, SeekerRow, problem_of

from .aims import AIM_KEYS, aim_in, aim_out
from .reading import Table, each_of, identity, keyed, one_of, shown, sized, table, whole, word
from .rows import pairs_of_ids, scored_pairs

KIND = "advisers"
NEEDED = ("kind", "seekers", "helpers", "pairs")
ALLOWED = ("locked", *AIM_KEYS)
ENDS = ("seeker", "helper")


def read_problem(found: Table) -> Problem:
    """The problem that a parsed document holds; raises ProblemError with the place of what cannot be."""
    keyed(found, "The document", NEEDED, ALLOWED)
    pairs = scored_pairs(found["pairs"], "pairs", ENDS, lengths=(3, 4))
    return problem_of(
        each_of(found["seekers"], "seekers", _seeker),
        each_of(found["helpers"], "helpers", _helper),
        [(row[0], row[1], row[2]) for row in pairs],
        aim=aim_in(found),
        locked=pairs_of_ids(found.get("locked", []), "locked", ENDS),
        reasons={
            (row[0], row[1]): tuple(each_of(row[3], f"pairs[{place}]: reasons", _reason))
            for place, row in enumerate(pairs)
            if len(row) == 4
        },
    )


def write_problem(problem: Problem) -> Table:
    """The document of a problem; what is as it would be anyway is left out."""
    found: Table = {
        "kind": KIND,
        "seekers": [_seeker_out(seeker) for seeker in problem.seekers],
        "helpers": [_helper_out(helper) for helper in problem.helpers],
        "pairs": _pairs_out(problem),
        **aim_out(problem.aim),
    }
    if len(problem.locked):
        found["locked"] = [found["pairs"][place][:2] for place in problem.locked.tolist()]
    return found


def groups_in(row: Table, where: str) -> dict[str, str]:
    """The groups of a person, for measuring fairness only; `"group": "x"` is short for `"groups": {"group": "x"}`."""
    if "group" in row and "groups" in row:
        raise ProblemError(f'{where}: only one of the keys "group" and "groups" may be there.')
    if "group" in row:
        return {"group": _group(row["group"], f"{where}: group")}
    here = f"{where}: groups"
    named = table(row.get("groups", {}), here)
    return {word(name, here): _group(group, f"{here}: {shown(name)}") for name, group in named.items()}


def _group(found: Any, where: str) -> str:
    # Many files number their groups.
    return str(found) if type(found) is int else word(found, where)


def _seeker(found: Any, where: str) -> SeekerRow:
    row = keyed(found, where, ("id",), ("group", "groups", "waited_days"))
    return SeekerRow(
        identity(row["id"], f"{where}: id"),
        whole(row.get("waited_days", 0), f"{where}: waited_days"),
        groups_in(row, where),
    )


def _helper(found: Any, where: str) -> HelperRow:
    row = keyed(found, where, ("id", "capacity"), ("minimum", "load"))
    numbers = (whole(row.get(name, 0), f"{where}: {name}") for name in ("capacity", "minimum", "load"))
    return HelperRow(identity(row["id"], f"{where}: id"), *numbers)


def _reason(found: Any, where: str) -> Reason:
    name, points, values = sized(found, where, ("name", "points", "values"))
    return Reason(
        one_of(Part, name, f"{where}: name"),
        whole(points, f"{where}: points"),
        tuple(each_of(values, f"{where}: values", word)),
    )


def _seeker_out(seeker: SeekerRow) -> Table:
    found: Table = {"id": seeker.id}
    if seeker.waited_days:
        found["waited_days"] = seeker.waited_days
    return found | ({"groups": dict(seeker.groups)} if seeker.groups else {})


def _helper_out(helper: HelperRow) -> Table:
    found: Table = {"id": helper.id, "capacity": helper.capacity}
    return found | {name: value for name in ("minimum", "load") if (value := getattr(helper, name))}


def _pairs_out(problem: Problem) -> list[list[Any]]:
    seekers, helpers = [seeker.id for seeker in problem.seekers], [helper.id for helper in problem.helpers]
    sides = zip(problem.rows.tolist(), problem.columns.tolist(), problem.scores.tolist(), strict=True)
    pairs: list[list[Any]] = [[seekers[row], helpers[column], score] for row, column, score in sides]
    for place, reasons in problem.reasons.items():
        pairs[place].append([[reason.name, reason.points, list(reason.values)] for reason in reasons])
    return pairs
