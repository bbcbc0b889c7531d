"""People paired with each other, two by two: the problem, the best plan with its proof, and who checks it."""

from .plan import Barrier, Blossom, PeerCertificate, PeerPlan, PeerPrices, WhyAlone
from .problem import PeerProblem, PersonRow, peer_problem_of
from .solve import solve_peers
from .verify import verify_peers

__all__ = [
    "Barrier",
    "Blossom",
    "PeerCertificate",
    "PeerPlan",
    "PeerPrices",
    "PeerProblem",
    "PersonRow",
    "WhyAlone",
    "peer_problem_of",
    "solve_peers",
    "verify_peers",
]
