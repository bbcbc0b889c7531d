"""Plans of seekers and helpers as JSON and back, with what proves them."""

from dataclasses import asdict
from typing import Any

from matching.engine.plan import Certificate, Cover, Plan, Prices, Status, WhyUnplaced

from .advisers import ENDS, KIND
from .aims import objectives
from .reading import Table, each_of, identity, keyed, one_of, optional, whole, word
from .rows import numbers_of_ids, numbers_out, pairs_of_ids, reasons_of_ids

NUMBERS = ("placed", "total", "load_cost", "blocking_pairs", "seed")
KEYS = ("kind", "status", "objective", "pairs", "unplaced", "floor", *NUMBERS, "certificate", "problem", "solver")


def read_plan(found: Table) -> Plan:
    """The plan that a parsed document holds; raises ProblemError with the place of what cannot be."""
    keyed(found, "The document", KEYS)
    return Plan(
        status=one_of(Status, found["status"], "status"),
        pairs=tuple(pairs_of_ids(found["pairs"], "pairs", ENDS)),
        floor=optional(found, "floor", whole),
        unplaced=reasons_of_ids(WhyUnplaced, found["unplaced"], "unplaced"),
        order=objectives(found["objective"], "objective"),
        certificate=_certificate(found["certificate"], "certificate"),
        problem=word(found["problem"], "problem"),
        solver=word(found["solver"], "solver"),
        **{name: whole(found[name], name) for name in NUMBERS},
    )


def write_plan(plan: Plan) -> Table:
    """The document of a plan; its first keys say it in short, the later ones prove it."""
    return {
        "kind": KIND,
        "status": plan.status,
        "placed": plan.placed,
        "total": plan.total,
        "floor": plan.floor,
        "load_cost": plan.load_cost,
        "objective": plan.order,
        "pairs": plan.pairs,
        "unplaced": plan.unplaced,
        "blocking_pairs": plan.blocking_pairs,
        "problem": plan.problem,
        "solver": plan.solver,
        "seed": plan.seed,
        "certificate": _certificate_out(plan.certificate),
    }


def _certificate(found: Any, where: str) -> Certificate:
    read = keyed(found, where, ("placed", "floor", "prices"))
    return Certificate(
        placed=_cover(read["placed"], f"{where}: placed"),
        floor=_cover(read["floor"], f"{where}: floor"),
        prices=_prices(read["prices"], f"{where}: prices"),
    )


def _cover(found: Any, where: str) -> Cover | None:
    if found is None:
        return None
    sides = keyed(found, where, ("seekers", "helpers"))
    return Cover(**{name: tuple(each_of(side, f"{where}: {name}", identity)) for name, side in sides.items()})


def _prices(found: Any, where: str) -> Prices | None:
    if found is None:
        return None
    read = keyed(found, where, ("factor", "coarser", "unplaced", "seekers", "helpers"))
    return Prices(
        factor=whole(read["factor"], f"{where}: factor"),
        coarser=whole(read["coarser"], f"{where}: coarser"),
        unplaced=None if read["unplaced"] is None else whole(read["unplaced"], f"{where}: unplaced"),
        seekers=numbers_of_ids(read["seekers"], f"{where}: seekers", "price"),
        helpers=numbers_of_ids(read["helpers"], f"{where}: helpers", "price"),
    )


def _certificate_out(certificate: Certificate) -> Table:
    return {
        "placed": None if certificate.placed is None else asdict(certificate.placed),
        "floor": None if certificate.floor is None else asdict(certificate.floor),
        "prices": _prices_out(certificate.prices),
    }


def _prices_out(prices: Prices | None) -> Table | None:
    if prices is None:
        return None
    return {
        "factor": prices.factor,
        "coarser": prices.coarser,
        "unplaced": prices.unplaced,
        "seekers": numbers_out(prices.seekers),
        "helpers": numbers_out(prices.helpers),
    }
