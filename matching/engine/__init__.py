"""The matching engine: Problem -> solve -> Plan, with reasons; plain Python that knows nothing of the service."""

from .compatibility import Score, obstacles, score
from .documents import plan_from_json, plan_to_json
from .graph import Graph, candidate_graph
from .plan import Match, ObstacleCount, Plan, Status, Unplaced, WhyUnplaced
from .problem import Candidate, Helper, Problem, ProblemError, Seeker
from .reasons import Fit, Obstacle, Part, Reason
from .solve import solve
from .weights import DEFAULT, Weights

__all__ = [
    "DEFAULT",
    "Candidate",
    "Fit",
    "Graph",
    "Helper",
    "Match",
    "Obstacle",
    "ObstacleCount",
    "Part",
    "Plan",
    "Problem",
    "ProblemError",
    "Reason",
    "Score",
    "Seeker",
    "Status",
    "Unplaced",
    "Weights",
    "WhyUnplaced",
    "candidate_graph",
    "obstacles",
    "plan_from_json",
    "plan_to_json",
    "score",
    "solve",
]
