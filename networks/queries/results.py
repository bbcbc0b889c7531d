"""A result as its page draws it: from what was kept when it was counted, never counted anew."""

from dataclasses import dataclass, field
from typing import Any

from networks.counting import in_pounds
from networks.models import Decision


@dataclass(frozen=True)
class Line:
    """One option; `numbers` are its votes, of a ranked poll round by round, None once it is out."""

    title: str
    numbers: list[int | None]
    is_chosen: bool
    cost: str = ""
    note: str = ""

    @property
    def votes(self) -> int:
        return self.numbers[0] or 0


@dataclass(frozen=True)
class ResultOnPage:
    """`lines` is empty where the numbers are kept back, and of a petition."""

    outcome: str
    rule: str
    version: int
    ballots: int
    electorate: int
    is_small: bool
    words: list[str]
    rounds: list[int]
    lines: list[Line] = field(default_factory=list)


def result_of(decision: Decision) -> ResultOnPage | None:
    """None before it was counted, and where it was taken back."""
    said: dict[str, Any] | None = decision.result
    if said is None:
        return None
    is_small = said.get("is_small", False)
    return ResultOnPage(
        outcome=said["outcome"],
        rule=said["rule"],
        version=said["version"],
        ballots=said["ballots"],
        electorate=said.get("electorate", 0),
        is_small=is_small,
        words=said["words"],
        rounds=[one["number"] for one in said.get("rounds", [])],
        lines=[] if is_small else _lines(decision.kind, said),
    )


def _lines(kind: str, said: dict[str, Any]) -> list[Line]:
    match kind:
        case Decision.Kind.PETITION:
            return []
        case Decision.Kind.RANKED:
            return _rounds(said)
        case Decision.Kind.BUDGET:
            return _projects(said)
    tallies = sorted(said["tallies"], key=lambda one: -one["votes"])
    return [Line(one["title"], [one["votes"]], one["option"] in said["chosen"]) for one in tallies]


def _rounds(said: dict[str, Any]) -> list[Line]:
    """Whoever stayed longest first."""
    if not said["rounds"]:
        return []
    votes = [{one["option"]: one["votes"] for one in each["tallies"]} for each in said["rounds"]]
    first = {one["option"]: one["title"] for one in said["rounds"][0]["tallies"]}
    numbers = {option: [each.get(option) for each in votes] for option in first}
    longest = sorted(first, key=lambda option: [-1 if one is None else one for one in reversed(numbers[option])])
    return [Line(first[one], numbers[one], one in said["chosen"]) for one in reversed(longest)]


def _projects(said: dict[str, Any]) -> list[Line]:
    """What is paid for in the order it was bought, then the others by their supporters."""
    bought = {one["option"]: (place, one["why"]) for place, one in enumerate(said["purchases"])}
    others = (len(bought), "")
    in_order = sorted(said["projects"], key=lambda one: (bought.get(one["option"], others)[0], -one["supporters"]))
    return [
        Line(
            one["title"],
            [one["supporters"]],
            one["option"] in bought,
            in_pounds(one["cost"]),
            bought.get(one["option"], others)[1],
        )
        for one in in_order
    ]
