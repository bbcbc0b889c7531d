"""The problems shown in docs/matching-engine.md are what they say: each is read, solved and proven."""

import re
from pathlib import Path

import pytest

from matching.engine import solve
from matching.engine.documents import problem_from_json
from matching.engine.verify import verify

PAGE = (Path(__file__).parents[4] / "docs" / "matching-engine.md").read_text(encoding="utf-8")
SHOWN = re.findall(r'```json\n(\{"kind".*?)```', PAGE, flags=re.DOTALL)


def test_one_problem_of_each_kind_is_shown() -> None:
    assert [type(problem_from_json(text)).__name__ for text in SHOWN] == ["Problem", "PeerProblem", "GroupProblem"]


@pytest.mark.parametrize("text", SHOWN)
def test_what_is_shown_is_solved_and_proven(text: str) -> None:
    problem = problem_from_json(text)
    assert verify(problem, solve(problem)) == []
