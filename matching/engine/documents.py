"""A plan as JSON and back, so that a round can keep it and anyone can read it."""

import json
from typing import Any

from .plan import Match, ObstacleCount, Plan, Status, Unplaced, WhyUnplaced
from .reasons import Fit, Obstacle, Part, Reason


def plan_to_json(plan: Plan) -> str:
    """The plan as one JSON object; its first keys say it all in short, the later ones say why."""
    return json.dumps(
        {
            "status": plan.status,
            "placed": plan.placed,
            "total": plan.total,
            "weights": plan.weights,
            "seed": plan.seed,
            "pairs": [[match.seeker, match.helper] for match in plan.pairs],
            "unplaced": [[one.seeker, one.why] for one in plan.unplaced],
            "matches": [_match_out(match) for match in plan.pairs],
            "alternatives": [_match_out(match) for match in plan.alternatives],
            "left_out": [_unplaced_out(one) for one in plan.unplaced],
        },
        ensure_ascii=False,
    )


def plan_from_json(text: str) -> Plan:
    """The plan that was written by `plan_to_json`."""
    found = json.loads(text)
    return Plan(
        status=Status(found["status"]),
        pairs=tuple(_match_in(each) for each in found["matches"]),
        alternatives=tuple(_match_in(each) for each in found["alternatives"]),
        unplaced=tuple(_unplaced_in(each) for each in found["left_out"]),
        weights=found["weights"],
        seed=found["seed"],
    )


def _match_out(match: Match) -> dict[str, Any]:
    return {
        "seeker": match.seeker,
        "helper": match.helper,
        "score": match.score,
        "fit": match.fit,
        "reasons": [[reason.name, reason.points, reason.values] for reason in match.reasons],
    }


def _match_in(found: dict[str, Any]) -> Match:
    return Match(
        seeker=found["seeker"],
        helper=found["helper"],
        score=found["score"],
        fit=Fit(found["fit"]),
        reasons=tuple(Reason(Part(name), points, tuple(values)) for name, points, values in found["reasons"]),
    )


def _unplaced_out(one: Unplaced) -> dict[str, Any]:
    return {
        "seeker": one.seeker,
        "why": one.why,
        "fitting": one.fitting,
        "full_before": one.full_before,
        "obstacles": [[count.obstacle, count.helpers, count.alone] for count in one.obstacles],
    }


def _unplaced_in(found: dict[str, Any]) -> Unplaced:
    return Unplaced(
        seeker=found["seeker"],
        why=WhyUnplaced(found["why"]),
        fitting=found["fitting"],
        full_before=found["full_before"],
        obstacles=tuple(ObstacleCount(Obstacle(name), helpers, alone) for name, helpers, alone in found["obstacles"]),
    )
