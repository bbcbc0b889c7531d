"""How a concern may move."""

from itertools import product

from safeguarding.machines import CONCERN
from safeguarding.models import Concern


def test_moves() -> None:
    states = Concern.State.values
    assert {(before, after) for before, after in product(states, states) if CONCERN.allows(before, after)} == {
        ("open", "taken"),
        ("open", "withdrawn"),
        ("taken", "open"),
        ("taken", "closed"),
    }
