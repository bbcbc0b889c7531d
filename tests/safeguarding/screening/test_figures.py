"""What screening notices and mistakes in sentences that its tables were not made with, class by class.

The bounds lie a little under what was measured (docs/screening.md), so that a change for the worse is seen.
"""

import pytest

from benchmarks.screening import HALVES, figures, lines


def share(part: int, whole: int) -> float:
    return part / whole


@pytest.mark.parametrize(("way", "least"), [("plain", 0.8), ("negation", 0.9), ("past", 0.9), ("other", 0.9)])
def test_what_is_noticed_in_the_held_out_half(way: str, least: float) -> None:
    of = figures(line for line in lines("held_out") if line.way == way)
    assert share(of.noticed, of.to_notice) >= least


@pytest.mark.parametrize(
    ("kind", "least"), [("self_harm", 0.7), ("harmed", 0.9), ("child", 0.9), ("others", 0.9), ("means", 0.9)]
)
def test_each_worry_is_noticed_in_the_held_out_half(kind: str, least: float) -> None:
    of = figures(line for line in lines("held_out") if line.worry == kind)
    assert share(of.noticed, of.to_notice) >= least


@pytest.mark.parametrize(
    ("way", "most"), [("negation", 0.1), ("past", 0.2), ("other", 0.1), ("idiom", 0.2), ("neutral", 0)]
)
def test_what_is_mistaken_in_the_held_out_half(way: str, most: float) -> None:
    of = figures(line for line in lines("held_out") if line.way == way)
    assert share(of.alarms, of.to_leave) <= most


def test_whom_it_is_about() -> None:
    of = figures(lines("held_out"))
    assert share(of.whom, of.noticed) >= 0.95


def test_the_development_half_stays_as_good_as_it_was_made() -> None:
    of = figures(lines("development"))
    assert (share(of.noticed, of.to_notice) >= 0.97, share(of.alarms, of.to_leave) <= 0.03) == (True, True)


def test_the_corpus_is_large_enough_and_no_sentence_is_in_both_halves() -> None:
    development, held_out = ({line.words for line in lines(half)} for half in HALVES)
    assert (len(development) >= 600, len(held_out) >= 70, development & held_out) == (True, True, set())
    for half in HALVES:
        assert {line.way for line in lines(half)} == {"plain", "negation", "past", "other", "idiom", "neutral"}
