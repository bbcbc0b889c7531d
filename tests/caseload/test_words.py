"""What is said in plain words, and that nothing that can happen is left without words."""

from datetime import date, timedelta
from importlib import import_module

import pytest

import caseload
import matching
import support
from caseload.words import HAPPENED, NOT_TOLD, PROPOSAL, UNBROKEN, how_long, shortened, what_happened
from people.states import Machine

TODAY = date(2026, 11, 22)


MACHINES = [
    one
    for app in (caseload, matching, support)
    for one in vars(import_module(f"{app.__name__}.machines")).values()
    if isinstance(one, Machine)
]


def test_every_machine_is_told_or_kept_on_purpose() -> None:
    assert set(HAPPENED) | NOT_TOLD == {machine.name for machine in MACHINES}
    assert not set(HAPPENED) & NOT_TOLD


@pytest.mark.parametrize("machine", [one for one in MACHINES if one.name not in NOT_TOLD], ids=lambda one: one.name)
def test_every_move_of_a_machine_has_words(machine: Machine) -> None:
    moves = {("", str(machine.start))}
    moves |= {(str(before), str(after)) for before, afters in machine.moves.items() for after in afters}
    assert set(HAPPENED[machine.name]) == moves


def test_the_other_person_is_named_where_they_are_known() -> None:
    assert what_happened(PROPOSAL, ("offered", "declined"), other="Ben") == "The offer of Ben was declined"
    assert what_happened(PROPOSAL, ("offered", "declined")) == "The offer of somebody was declined"


def test_what_nobody_has_words_for_is_not_told() -> None:
    assert what_happened("networks.membership", ("", "asked")) == ""


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "1 day"),
        (12, "12 days"),
        (20, "20 days"),
        (21, "3 weeks"),
        (90, "12 weeks"),
        (91, "3 months"),
        (365, "12 months"),
    ],
)
def test_how_long(days: int, words: str) -> None:
    assert how_long(TODAY - timedelta(days=days), TODAY) == words.replace(" ", UNBROKEN)


def test_a_long_list_is_shortened() -> None:
    assert shortened(["Housing"]) == "Housing"
    assert shortened(["Housing", "Sleep", "Debt", "Anger", "Grief"]) == "Housing, Sleep, Debt, and 2 more"
