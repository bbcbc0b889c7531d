"""The same seed is the same plan, and no kind of fault is left out."""

from tests.faults.inflicting import ACTS
from tests.faults.schedule import KINDS, plan


def test_a_seed_gives_one_plan() -> None:
    assert plan(90, seed=4) == plan(90, seed=4) != plan(90, seed=5)


def test_ninety_seconds_hold_every_kind_whatever_the_seed() -> None:
    for seed in range(50):
        planned = plan(90, seed)
        assert {fault.kind for fault in planned} == KINDS.keys()
        assert [fault.at for fault in planned] == sorted(fault.at for fault in planned)


def test_every_kind_can_be_carried_out() -> None:
    assert ACTS.keys() == KINDS.keys()
