"""What words raise which worry about whom: odd spellings, sayings, denials, the past, somebody else."""

import sys
from typing import Any

import pytest

from benchmarks.screening import ADVERSARIAL
from safeguarding.screening import About, Kind, Sureness, Worry, needs_help, worries_in

WRITER, ELSE = About.WRITER, About.SOMEBODY_ELSE
WISH = (Kind.SELF_HARM, WRITER)


def raised(words: str) -> list[tuple[Kind, About]]:
    return [(worry.kind, worry.about) for worry in worries_in(words)]


@pytest.mark.parametrize(
    "words",
    [
        "I want to kill myself",
        "i WANT to kIlL mYsElF",
        "i want to kill my self",
        "I want to ki\u200bll my\u00adself",
        "ｋｉｌｌ ｍｙｓｅｌｆ",
        "k i l l m y s e l f",
        "i want to k.i.l.l  m.y.s.e.l.f",
        "k-i-l-l myself",
        "I want to kill myslef",
        "I want to kill mysself",
        "I want to killlll myself",
        "k1ll mys3lf",
        "im gonna kill myself",
        "I don't want to live any more",
        "I don’t want to live anymore",
        "I dont wanna live any more",
        "feeling süicidal",
        "SUICIDLE thoughts all day",
        "i want to diiiiie",
        "kms",
    ],
)
def test_however_it_is_typed(words: str) -> None:
    assert raised(words) == [WISH]


@pytest.mark.parametrize(
    ("words", "worries"),
    [
        ("I am not suicidal", []),
        ("I'm not, I repeat, suicidal", [WISH]),
        ("i'm not ok i want to die", [WISH]),
        ("I don't mean that I want to die", []),
        ("No I don't want to die", []),
        ("No, I want to die", [WISH]),
        ("I can't stop thinking about suicide", [WISH]),
        ("I am never not suicidal", [WISH]),
        ("I see no reason why I shouldn't kill myself", [WISH]),
        ("He never hits me", []),
        ("Nobody hits me", []),
        ("Nobody cares if I kill myself", [WISH]),
    ],
)
def test_denied_or_not(words: str, worries: list[tuple[Kind, About]]) -> None:
    assert raised(words) == worries


@pytest.mark.parametrize(
    ("words", "worries"),
    [
        ("Ten years ago I tried to kill myself", []),
        ("I tried to kill myself", [WISH]),
        ("Ten years ago I tried to kill myself, and last night again", [WISH]),
        ("When I was sixteen my dad died and I want to die", [WISH]),
        ("I used to want to die", []),
        ("In 1998 he hit me", []),
        ("He hit me in March", [(Kind.HARMED, WRITER)]),
    ],
)
def test_long_ago_or_not(words: str, worries: list[tuple[Kind, About]]) -> None:
    assert raised(words) == worries


@pytest.mark.parametrize(
    ("words", "worries"),
    [
        ("My friend wants to kill herself", [(Kind.SELF_HARM, ELSE)]),
        ("My mum thinks I want to die", [WISH]),
        ("Wants to die, she says", [(Kind.SELF_HARM, ELSE)]),
        ("You said you wanted to kill yourself.", [(Kind.SELF_HARM, ELSE)]),
        ("Just go and kill yourself", [(Kind.OTHERS, WRITER), (Kind.SELF_HARM, ELSE)]),
        ("Do you want to die?", []),
        ("If you want to kill yourself, ring somebody", []),
        ("People who want to die can ring Samaritans", []),
        ("I rang Samaritans because I want to die", [WISH]),
        ("In the film he kills himself", []),
        ("My sister is hit by her husband", [(Kind.HARMED, ELSE)]),
        ("I hit my girlfriend", [(Kind.OTHERS, WRITER)]),
        ("He hit my girlfriend", [(Kind.OTHERS, ELSE)]),
        ("I shook the baby", [(Kind.CHILD, WRITER)]),
        ("There are bruises on my son's back", [(Kind.CHILD, ELSE)]),
        ("The news hit me", []),
        ("She is being evicted", [(Kind.MEANS, ELSE)]),
        ("We have nothing to eat", [(Kind.MEANS, WRITER)]),
    ],
)
def test_about_whom(words: str, worries: list[tuple[Kind, About]]) -> None:
    assert raised(words) == worries


def test_the_words_that_made_it_and_how_sure_it_is() -> None:
    assert worries_in("Hello. I can't go on. Ben, I want  to\ndie. No: I want to die!") == [
        Worry(Kind.SELF_HARM, WRITER, "want to die", Sureness.CLEAR)
    ]
    assert worries_in("Well, I can’t go on.") == [Worry(Kind.SELF_HARM, WRITER, "can’t go on", Sureness.POSSIBLE)]


def test_each_kind_is_named_once() -> None:
    words = "I want to die. I want to kill myself. He hits me, and my friend wants to kill himself."
    assert raised(words) == [WISH, (Kind.HARMED, WRITER), (Kind.SELF_HARM, ELSE)]


@pytest.mark.parametrize(
    ("words", "help_now"),
    [
        ("I want to die", True),
        ("He hits me", True),
        ("I shook the baby", True),
        ("We have nothing to eat", False),
        ("My friend wants to die", False),
        ("We have nothing to eat and I want to die", True),
        ("Hello", False),
    ],
)
def test_whom_help_is_shown_to(words: str, help_now: bool) -> None:
    assert needs_help(worries_in(words)) is help_now


@pytest.mark.parametrize("words", ["", " ", "?!", "\n" * 50, "😀", "a" * 10_000, "\u0301" * 200, "k i l l " * 1250])
def test_nothing_to_read_raises_nothing(words: str) -> None:
    assert worries_in(words) == []


@pytest.mark.parametrize("text", ADVERSARIAL.values(), ids=ADVERSARIAL)
def test_twice_the_text_is_twice_the_work(text: str) -> None:
    once, twice = calls(text[:2500]), calls(text[:5000])
    assert twice < 2.2 * once + 200


def calls(words: str) -> int:
    """How many functions run, ours and Python's own, to read these words."""
    worries_in(words)
    counted = 0

    def count(frame: Any, event: str, argument: Any) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        worries_in(words)
    finally:
        sys.setprofile(None)
    return counted
