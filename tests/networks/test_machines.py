"""How a membership may move."""

from itertools import product

from networks.machines import MEMBERSHIP
from networks.models import Membership


def test_moves() -> None:
    states = Membership.State.values

    assert {(before, after) for before, after in product(states, states) if MEMBERSHIP.allows(before, after)} == {
        ("asked", "joined"),
        ("asked", "refused"),
        ("asked", "left"),
        ("asked", "banned"),
        ("joined", "left"),
        ("joined", "removed"),
        ("joined", "banned"),
        ("refused", "asked"),
        ("refused", "banned"),
        ("left", "asked"),
        ("left", "banned"),
        ("removed", "asked"),
        ("removed", "joined"),
        ("removed", "left"),
        ("removed", "banned"),
        ("banned", "left"),
        ("banned", "removed"),
        ("banned", "joined"),
    }
