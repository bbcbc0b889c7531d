"""Which engines solve which family, and whether those who claim the same found the same."""

from collections.abc import Mapping

from .blossoms import BLOSSOMS
from .cell import Outcome
from .engines import Engine
from .flows import FLOWS
from .instances import PEERS
from .ours import AMONG_PEERS, FOR_ADVISERS
from .simple import ALL_PAIRS, GREEDY, GREEDY_PEERS


def engines_for(family: str) -> tuple[Engine, ...]:
    """The engines for instances of this family, ours first."""
    if family == PEERS.name:
        return (*AMONG_PEERS, *BLOSSOMS, GREEDY_PEERS)
    return (*FOR_ADVISERS, *FLOWS, GREEDY, ALL_PAIRS)


def engine_of(family: str, name: str) -> Engine:
    """The engine with this name."""
    return next(engine for engine in engines_for(family) if engine.name == name)


def agreement(family: str, outcomes: Mapping[str, Outcome]) -> tuple[bool, str]:
    """Whether all exact engines that ended placed as many with the same total, and that in a sentence."""
    exact = {engine.name for engine in engines_for(family) if engine.exact}
    found = {name: each for name, each in outcomes.items() if name in exact and each.seconds is not None}
    answers = {(each.placed, each.total) for each in found.values()}
    if len(answers) > 1:
        told = "; ".join(f"{name}: {each.placed} placed, total {each.total}" for name, each in found.items())
        return False, f"THE EXACT ENGINES DO NOT AGREE: {told}"
    placed = {placed for placed, _ in answers}
    other = [name for name, each in outcomes.items() if name.startswith("ours") and each.placed not in placed]
    if other:
        return False, f"OURS PLACED ANOTHER NUMBER OF PEOPLE: {', '.join(other)}"
    others = [name for name in found if not name.startswith("ours")]
    return True, f"Exact engines beside ours that ended: {len(others)}. All agree on placed and total."
