"""The matching engine: a cohort in words or a problem in points, solved into a plan with reasons and proof.

Plain Python that knows nothing of the service: `match` for people described in words, `solve` for scored pairs.
"""

from .errors import ProblemError
from .fit.candidates import problem_from
from .fit.cohort import Cohort, Helper, Seeker
from .fit.compatibility import Score, obstacles, score
from .fit.rankings import Ranking
from .fit.reasons import CHOSEN_BY_HELPER, CHOSEN_BY_SEEKER, Fit, Obstacle, Part, Reason
from .fit.unplaced import ObstacleCount, Unplaced
from .fit.weights import DEFAULT, Weights
from .matchmaking import Match, Matching, match
from .plan import Certificate, Cover, Plan, Prices, Status, WhyUnplaced
from .problem import Aim, HelperRow, Objective, Problem, SeekerRow, problem_of
from .solve import solve
from .verify import verify

__all__ = [
    "CHOSEN_BY_HELPER",
    "CHOSEN_BY_SEEKER",
    "DEFAULT",
    "Aim",
    "Certificate",
    "Cohort",
    "Cover",
    "Fit",
    "Helper",
    "HelperRow",
    "Match",
    "Matching",
    "Objective",
    "Obstacle",
    "ObstacleCount",
    "Part",
    "Plan",
    "Prices",
    "Problem",
    "ProblemError",
    "Ranking",
    "Reason",
    "Score",
    "Seeker",
    "SeekerRow",
    "Status",
    "Unplaced",
    "Weights",
    "WhyUnplaced",
    "match",
    "obstacles",
    "problem_from",
    "problem_of",
    "score",
    "solve",
    "verify",
]
