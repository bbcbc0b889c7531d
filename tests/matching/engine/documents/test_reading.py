"""What is no document at all is told in one line, with the place where it begins to be wrong."""

import gc
from collections.abc import Callable

import pytest

from matching.engine import ProblemError
from matching.engine.documents import plan_from_json, problem_from_json

KINDS = "advisers, peers, groups"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Not JSON: Expecting value at line 1, column 1."),
        ('{"kind":\n "advisers" 3}', "Not JSON: Expecting ',' delimiter at line 2, column 13."),
        ("[]", "The document must be an object, not a list of 0."),
        ("3", "The document must be an object, not 3."),
        ("-Infinity", "The document must be an object, not -Infinity."),
        ("{}", f'The document: the key "kind" is missing; it is one of {KINDS}.'),
        ('{"kind": "friends"}', f'kind must be one of {KINDS}, not "friends".'),
        ('{"kind": {}}', f"kind must be one of {KINDS}, not an object."),
        ('{"kind": NaN}', f"kind must be one of {KINDS}, not NaN."),
        ('{"kind": "advisers", "kind": "peers"}', 'The document: the key "kind" is there twice.'),
    ],
)
def test_what_is_no_document(text: str, told: str) -> None:
    for read in (problem_from_json, plan_from_json):
        assert refusal(read, text) == told


@pytest.mark.parametrize("opening", ["[", '{"kind":'])
def test_what_is_nested_too_deep(opening: str) -> None:
    told = "Not a document of ours: lists or objects are nested too deep."
    assert refusal(problem_from_json, opening * 100_000) == told


def test_a_number_without_end() -> None:
    told = "Not a document of ours: a number has too many digits."
    assert refusal(problem_from_json, "9" * 100_000) == told


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ('[{"id": 1}, {"id": 1, "id": 2}]', 'seekers[1]: the key "id" is there twice.'),
        ('[{"id": 1, "groups": {"a": "b", "a": "c"}}]', 'seekers[0]: groups: the key "a" is there twice.'),
        ('[{"id": 1, "waited_days": Infinity}]', "seekers[0]: waited_days must be a whole number, not Infinity."),
    ],
)
def test_what_python_would_let_pass(rows: str, told: str) -> None:
    text = f'{{"kind": "advisers", "seekers": {rows}, "helpers": [], "pairs": []}}'
    assert refusal(problem_from_json, text) == told


def test_the_garbage_collector_is_left_as_it_was() -> None:
    refusal(problem_from_json, "{}")
    assert gc.isenabled()
    gc.disable()
    refusal(problem_from_json, "{}")
    assert not gc.isenabled()
    gc.enable()


def refusal(read: Callable[[str], object], text: str) -> str:
    with pytest.raises(ProblemError) as refused:
        read(text)
    return str(refused.value)
