"""Problems and plans of peers as JSON and back."""

from dataclasses import asdict
from typing import Any

from matching.engine.peers.plan import Barrier, Blossom, PeerCertificate, PeerPlan, PeerPrices, WhyAlone
from matching.engine.peers.problem import PeerProblem, PersonRow, peer_problem_of
from matching.engine.plan import Status
from matching.engine.problem import Id

from .advisers import groups_in
from .aims import AIM_KEYS, aim_in, aim_out, objectives
from .reading import Table, each_of, identity, keyed, one_of, optional, whole, word
from .rows import numbers_of_ids, numbers_out, pairs_of_ids, reasons_of_ids, scored_pairs

KIND = "peers"
ENDS = ("person", "person")
COUNTED = ("placed", "total", "seed")
PLAN_KEYS = ("kind", "status", "floor", "objective", "pairs", "unplaced", *COUNTED, "problem", "solver", "certificate")


def read_problem(found: Table) -> PeerProblem:
    """The problem that a parsed document holds; raises ProblemError with the place of what cannot be."""
    keyed(found, "The document", ("kind", "people", "pairs"), AIM_KEYS)
    pairs = scored_pairs(found["pairs"], "pairs", ENDS)
    return peer_problem_of(
        each_of(found["people"], "people", _person), [(row[0], row[1], row[2]) for row in pairs], aim=aim_in(found)
    )


def write_problem(problem: PeerProblem) -> Table:
    """The document of a problem; what is as it would be anyway is left out."""
    ids = [person.id for person in problem.people]
    sides = zip(problem.first.tolist(), problem.second.tolist(), problem.scores.tolist(), strict=True)
    return {
        "kind": KIND,
        "people": [_person_out(person) for person in problem.people],
        "pairs": [(ids[one], ids[other], score) for one, other, score in sides],
        **aim_out(problem.aim),
    }


def read_plan(found: Table) -> PeerPlan:
    """The plan that a parsed document holds; raises ProblemError with the place of what cannot be."""
    keyed(found, "The document", PLAN_KEYS)
    return PeerPlan(
        status=one_of(Status, found["status"], "status"),
        pairs=tuple(pairs_of_ids(found["pairs"], "pairs", ENDS)),
        floor=optional(found, "floor", whole),
        unplaced=reasons_of_ids(WhyAlone, found["unplaced"], "unplaced"),
        order=objectives(found["objective"], "objective"),
        certificate=_certificate(found["certificate"], "certificate"),
        problem=word(found["problem"], "problem"),
        solver=word(found["solver"], "solver"),
        **{name: whole(found[name], name) for name in COUNTED},
    )


def write_plan(plan: PeerPlan) -> Table:
    """The document of a plan; its first keys say it in short, the later ones prove it."""
    return {
        "kind": KIND,
        "status": plan.status,
        "placed": plan.placed,
        "total": plan.total,
        "floor": plan.floor,
        "objective": plan.order,
        "pairs": plan.pairs,
        "unplaced": plan.unplaced,
        "problem": plan.problem,
        "solver": plan.solver,
        "seed": plan.seed,
        "certificate": _certificate_out(plan.certificate),
    }


def _person(found: Any, where: str) -> PersonRow:
    row = keyed(found, where, ("id",), ("group", "groups"))
    return PersonRow(identity(row["id"], f"{where}: id"), groups_in(row, where))


def _person_out(person: PersonRow) -> Table:
    return {"id": person.id} | ({"groups": dict(person.groups)} if person.groups else {})


def _certificate(found: Any, where: str) -> PeerCertificate:
    read = keyed(found, where, ("placed", "floor", "prices"))
    return PeerCertificate(
        placed=_barrier(read["placed"], f"{where}: placed"),
        floor=None if read["floor"] is None else _barrier(read["floor"], f"{where}: floor"),
        prices=_prices(read["prices"], f"{where}: prices"),
    )


def _barrier(found: Any, where: str) -> Barrier:
    read = keyed(found, where, ("people", "parts"))
    parts = each_of(read["parts"], f"{where}: parts", _people)
    return Barrier(_people(read["people"], f"{where}: people"), tuple(parts))


def _people(found: Any, where: str) -> tuple[Id, ...]:
    return tuple(each_of(found, where, identity))


def _prices(found: Any, where: str) -> PeerPrices:
    read = keyed(found, where, ("factor", "coarser", "unplaced", "people", "blossoms"))
    return PeerPrices(
        factor=whole(read["factor"], f"{where}: factor"),
        coarser=whole(read["coarser"], f"{where}: coarser"),
        people=numbers_of_ids(read["people"], f"{where}: people", "price"),
        blossoms=tuple(each_of(read["blossoms"], f"{where}: blossoms", _blossom)),
        unplaced=None if read["unplaced"] is None else whole(read["unplaced"], f"{where}: unplaced"),
    )


def _blossom(found: Any, where: str) -> Blossom:
    read = keyed(found, where, ("people", "price", "blossoms"))
    return Blossom(
        people=_people(read["people"], f"{where}: people"),
        price=whole(read["price"], f"{where}: price"),
        blossoms=tuple(each_of(read["blossoms"], f"{where}: blossoms", whole)),
    )


def _certificate_out(certificate: PeerCertificate) -> Table:
    prices = certificate.prices
    return {
        "placed": asdict(certificate.placed),
        "floor": None if certificate.floor is None else asdict(certificate.floor),
        "prices": {
            "factor": prices.factor,
            "coarser": prices.coarser,
            "unplaced": prices.unplaced,
            "people": numbers_out(prices.people),
            "blossoms": [asdict(blossom) for blossom in prices.blossoms],
        },
    }
