"""Small groups of a given size around a topic, in a weekly slot at which everybody in them can.

As a file such a problem is JSON of the kind "groups":

    {"kind": "groups", "size": [3, 6], "people": [{"id": 1, "topics": ["grief"], "slots": ["mon-morning"]}],
     "apart": [[1, 2]], "seed": 0}

`size` is the smallest and the largest size, or one number for both. A person's `groups` ({"age": "65_over"}) are for
measuring fairness only; they, `apart` (who must not share a group) and `seed` may be left out.
"""

from .plan import Group, GroupPlan, Proof, WhyNoGroup
from .problem import GroupPerson, GroupProblem, group_problem_of
from .solve import solve_groups
from .verify import verify_groups

__all__ = [
    "Group",
    "GroupPerson",
    "GroupPlan",
    "GroupProblem",
    "Proof",
    "WhyNoGroup",
    "group_problem_of",
    "solve_groups",
    "verify_groups",
]
