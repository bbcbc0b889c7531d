"""The goals, and in a sentence each whether this run reaches them."""

from collections.abc import Mapping

from .contest import Cell, Cells
from .contestants import BARE_SERVERS, NODE_WS, OF_OURS, PLAIN, WITH_SOCKET_IO, Contestant

OF_BARE, TIMES_PLAIN, OF_SOCKET_IO, TIMES_ONE_PROCESS = 0.85, 5.0, 0.8, 2.2
ONE_PAIR_MS, BACK_IN, IDLE_KIB = 1.2, 10.0, 40.0


def goal(said: str, *, well: bool) -> str:
    return f"{'Met' if well else 'Missed'}: {said}"


def of_posting(cells: Cells) -> list[str]:
    """At 100 connections beside the plain way and socket.io, and how long one pair waits."""
    said = []
    if (found := cells.get(100)) is not None:
        for ours, plain in zip(OF_OURS, PLAIN, strict=True):
            if times := _times(found, ours, plain):
                words = f"{ours.server}, 100 connections: {times:.1f} x the plain way (goal {TIMES_PLAIN:g})"
                said.append(goal(words, well=times >= TIMES_PLAIN))
        best = max(OF_OURS, key=lambda each: found[each].per_second)
        if times := _times(found, best, WITH_SOCKET_IO):
            words = f"{best.server}, 100 connections: {times:.2f} x socket.io with one insert (goal {OF_SOCKET_IO:g})"
            said.append(goal(words, well=times >= OF_SOCKET_IO))
    said += [
        goal(
            f"{ours.server}, one pair: half of the posts acked in {heard.ack:.2f} ms (goal {ONE_PAIR_MS:g})",
            well=heard.ack <= ONE_PAIR_MS,
        )
        for ours in OF_OURS
        if (heard := cells[2][ours].heard)
    ]
    return said + of_arriving(cells)


def of_arriving(cells: Cells) -> list[str]:
    """Whether everything of ours arrived."""
    heard = [found[who].heard for found in cells.values() for who in OF_OURS if who in found]
    missing = sum(each.missing for each in heard if each)
    return [goal(f"of ours {missing:,.0f} frames never arrived (goal 0)", well=not missing)]


def of_fan_out(cells: Cells) -> list[str]:
    """At the largest group beside the bare server."""
    members = max(cells)
    said = []
    for ours, bare in zip(OF_OURS, BARE_SERVERS, strict=True):
        if times := _times(cells[members], ours, bare):
            words = f"{ours.server}, {members:,} members: {times:.0%} of the bare server (goal {OF_BARE:.0%})"
            said.append(goal(words, well=times >= OF_BARE))
    return said + of_arriving(cells)


def of_processes(one: Cells, three: Cells) -> list[str]:
    """Three processes beside one, and beside one Node that inserts one by one."""
    connections = max(set(one) & set(three))
    said = []
    for ours in OF_OURS:
        alone, together = one[connections][ours].per_second, three[connections][ours].per_second
        if alone and together:
            words = f"{ours.server}, {connections:,} connections: three processes {together / alone:.2f} x one"
            said.append(goal(f"{words} (goal {TIMES_ONE_PROCESS:g})", well=together / alone >= TIMES_ONE_PROCESS))
        if (node := one[connections][NODE_WS].per_second) and together:
            words = f"{ours.server}, {connections:,} connections: three processes {together / node:.2f} x one Node"
            said.append(goal(f"{words} with one insert (goal 1)", well=together >= node))
    return said + of_arriving(three)


def of_idle(who: Contestant, each: float) -> str:
    return goal(
        f"{who.server}: {each / 1024:.0f} KiB for an idle socket (goal {IDLE_KIB:g})", well=each <= IDLE_KIB * 1024
    )


def of_coming_back(who: Contestant, connections: int, seconds: float, lost: int) -> str:
    words = f"{who.server}: {connections:,} sockets back and resumed in {seconds:.1f} s, {lost:,} messages lost"
    return goal(f"{words} (goal {BACK_IN:g} s, 0)", well=seconds <= BACK_IN and not lost)


def _times(found: Mapping[Contestant, Cell], ours: Contestant, other: Contestant) -> float:
    if ours not in found or other not in found or not found[other].per_second:
        return 0.0
    return found[ours].per_second / found[other].per_second
