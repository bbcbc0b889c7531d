"""The benchmark of the matcher at small sizes: every engine runs, the exact ones agree, the table is right."""

import subprocess
import sys
from io import StringIO
from operator import attrgetter

import numpy as np
import pytest
from rich.console import Console

from benchmarks.matchers.arriving import arrivals_of
from benchmarks.matchers.cell import Outcome, measured
from benchmarks.matchers.contest import agreement, engines_for
from benchmarks.matchers.engines import Engine
from benchmarks.matchers.instances import ADVISERS, PEERS, Instance, instance_of
from benchmarks.matchers.processes import ROOT, in_a_process
from benchmarks.matchers.scoring import cohort, one_by_one, scoring_of
from benchmarks.matchers.table import table_of

FAMILIES = [family.name for family in (*ADVISERS, PEERS)]
FLOW = "OR-Tools max flow min cost"


@pytest.mark.parametrize("family", FAMILIES)
def test_every_engine_runs_and_all_exact_ones_agree(family: str) -> None:
    instance = instance_of(family, 40)
    outcomes = {engine.name: measured(engine, instance, 60) for engine in engines_for(family)}
    assert {name for name, outcome in outcomes.items() if outcome.seconds is None} == set()
    exact = sum(engine.exact and not engine.name.startswith("ours") for engine in engines_for(family))
    said = f"Exact engines beside ours that ended: {exact}. All agree on placed and total."
    assert agreement(family, outcomes) == (True, said)


@pytest.mark.parametrize("family", FAMILIES)
def test_an_instance_is_the_same_each_time_it_is_made(family: str) -> None:
    once, again = instance_of(family, 200), instance_of(family, 200)
    for name in ("capacity", "rows", "columns", "scores"):
        assert getattr(once, name).tolist() == getattr(again, name).tolist()


@pytest.mark.parametrize("family", FAMILIES)
def test_pairs_are_in_order_and_none_is_there_twice(family: str) -> None:
    instance = instance_of(family, 200)
    assert (np.diff(instance.rows * 200 + instance.columns) > 0).all()


def two_and_one() -> Instance:
    """Ada and Cleo with two places at Ben and one at Dev."""
    ends = np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])
    return Instance("everybody fits", 2, np.array([2, 1]), *ends, np.array([10, 20, 30, 40]))


def test_pairs_find_their_place_in_the_list() -> None:
    assert two_and_one().edges(np.array([1, 0]), np.array([0, 1])).tolist() == [1, 2]


@pytest.mark.parametrize(
    "engine", [engine for engine in engines_for("scarce places") if engine.exact], ids=attrgetter("name")
)
def test_more_people_come_before_a_better_total(engine: Engine) -> None:
    """Ada fits Ben alone; Cleo fits him best, and Dev a little."""
    ends = np.array([0, 1, 1]), np.array([0, 0, 1])
    instance = Instance("scarce places", 2, np.array([1, 1]), *ends, np.array([1, 1000, 1]))
    assert engine.read(instance, engine.solve(engine.prepare(instance), 60)).tolist() == [0, 2]


@pytest.mark.parametrize("engine", [engine for engine in engines_for("peers") if engine.exact], ids=attrgetter("name"))
def test_more_peers_come_before_a_better_total(engine: Engine) -> None:
    """Ada, Ben, Cleo and Dev in a row, of whom Ben and Cleo fit best."""
    ends = np.array([0, 1, 2]), np.array([1, 2, 3])
    instance = Instance("peers", 4, np.ones(4, dtype=np.int64), *ends, np.array([1, 1000, 1]))
    assert engine.read(instance, engine.solve(engine.prepare(instance), 60)).tolist() == [0, 2]


@pytest.mark.parametrize(
    ("theirs", "floor", "said"),
    [
        (
            Outcome(40, 900, seconds=1),
            Outcome(40, 890, seconds=1),
            "Exact engines beside ours that ended: 1. All agree on placed and total.",
        ),
        (
            Outcome(),
            Outcome(40, 890, seconds=1),
            "Exact engines beside ours that ended: 0. All agree on placed and total.",
        ),
        (
            Outcome(40, 901, seconds=1),
            Outcome(40, 890, seconds=1),
            f"THE EXACT ENGINES DO NOT AGREE: ours: 40 placed, total 900; {FLOW}: 40 placed, total 901",
        ),
        (
            Outcome(40, 900, seconds=1),
            Outcome(39, 890, seconds=1),
            "OURS PLACED ANOTHER NUMBER OF PEOPLE: ours, floor first",
        ),
    ],
)
def test_agreement(theirs: Outcome, floor: Outcome, said: str) -> None:
    outcomes = {"ours": Outcome(40, 900, seconds=1), "ours, floor first": floor, FLOW: theirs}
    assert agreement("scarce places", outcomes) == (said.startswith("Exact"), said)


def test_the_table() -> None:
    outcomes = {
        200: {"ours": Outcome(200, 900, 7, 1.23, 0.02, 150, 100), "theirs": Outcome(200, 900, 7, 1.0, 0.5, 90, 80)},
        1_000: {"ours": Outcome(999, 4500, 3, 2.0, 0.1, 200, 100), "theirs": Outcome(said="too slow")},
    }
    shown = StringIO()
    Console(file=shown, width=200).print(table_of(outcomes, 110))
    rows = [[cell.strip() for cell in line.strip("| \n").split("|")] for line in shown.getvalue().strip().splitlines()]
    assert rows[2:] == [
        ["200", "ours", "200", "900", "7", "1.2", "0.0200", "1.00", "150 (50)", "-"],
        ["200", "theirs", "200", "900", "7", "1.0", "0.500", "25.00", "90 (10)", "-"],
        ["1,000", "ours", "999", "4,500", "3", "2.0", "0.100", "1.00", "200 (100)", "5.0"],
        ["1,000", "theirs", "-", "-", "-", "-", "> 110", "> 1,100", "-", "-"],
    ]


def test_an_engine_that_is_too_slow_is_ended() -> None:
    assert in_a_process("cell", "peers", 5_000, "networkx max_weight_matching", 1) == {"said": "too slow"}


def test_an_engine_that_fails_says_why() -> None:
    assert in_a_process("cell", "peers", 200, "nobody's", 1) == {"said": "failed: StopIteration"}


def test_scoring_finds_all_pairs_that_may_be() -> None:
    found = scoring_of(60, 6)
    assert (found.pairs, found.looped) == (len(one_by_one(cohort(60, 6))), 300)


def test_all_events_between_rounds_are_measured() -> None:
    assert list(arrivals_of(1_000).milliseconds) == [
        "a seeker comes",
        "a helper goes",
        "a seeker goes, half of all wait",
        "a helper comes, half of all wait",
    ]


def test_the_command_runs_as_a_file() -> None:
    command = [sys.executable, "benchmarks/matching.py", "--help"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert said.startswith("usage: python -m benchmarks.matching")
