"""The engine from the shell: solve, verify and explain, without Django, and one clear line for what cannot be read."""

import json
import os
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from matching.engine import solve
from matching.engine.__main__ import main
from matching.engine.documents import plan_from_json, plan_to_json, problem_from_json

ROOT = Path(__file__).parents[3]
PROBLEM: dict[str, Any] = {
    "kind": "advisers",
    "seekers": [{"id": "Ada"}, {"id": 5}, {"id": "5"}],
    "helpers": [{"id": "Ben", "capacity": 1}],
    "pairs": [["Ada", "Ben", 7], [5, "Ben", 3]],
}


@pytest.fixture
def problem(tmp_path: Path) -> str:
    return written(tmp_path / "problem.json", json.dumps(PROBLEM))


@pytest.fixture
def plan(tmp_path: Path) -> str:
    return written(tmp_path / "plan.json", plan_to_json(solve(problem_from_json(json.dumps(PROBLEM)))))


def written(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return str(path)


def run(*words: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "matching.engine", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_from_a_problem_to_a_proof(problem: str, tmp_path: Path) -> None:
    solved = run("solve", problem)
    plan = written(tmp_path / "plan.json", solved.stdout)
    verified = run("verify", problem, plan)
    assert (solved.returncode, solved.stderr) == (0, "")
    assert (verified.returncode, verified.stderr, verified.stdout) == (
        0,
        "",
        "Proven: no plan places more than these 1 of 3 people; and none of those has a better total than 7.\n",
    )


def test_it_needs_no_django() -> None:
    asked = "import sys; import matching.engine.__main__; print([name for name in sys.modules if 'django' in name])"
    found = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout == "[]\n"


def test_who_stops_reading_is_not_told(problem: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "matching.engine", "solve", problem]
    found = subprocess.run(command, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (found.returncode, found.stderr) == (0, "")


def test_a_problem_from_standard_input(
    problem: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # Some editors begin a file with a mark of its encoding.
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(b"\xef\xbb\xbf" + Path(problem).read_bytes())))
    assert main(["solve", "-"]) == 0
    plan = plan_from_json(capsys.readouterr().out)
    assert plan == solve(problem_from_json(json.dumps(PROBLEM)))


def test_each_fault_is_a_line(problem: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["solve", problem]) == 0
    changed = json.loads(capsys.readouterr().out) | {"placed": 2, "total": 8}
    assert main(["verify", problem, written(tmp_path / "plan.json", json.dumps(changed))]) == 1
    assert capsys.readouterr().out == "placed is said to be 2; it is 1.\ntotal is said to be 8; it is 7.\n"


@pytest.mark.parametrize(
    ("seeker", "begins"),
    [("Ada", "Ada is with helper Ben"), ("5", "5 has no place: all places"), ('"5"', "5 has no place: nobody fits")],
)
def test_what_a_plan_means_for_a_seeker(
    seeker: str, begins: str, problem: str, plan: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", problem, plan, seeker]) == 0
    assert capsys.readouterr().out[: len(begins)] == begins


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"{", "Not JSON: Expecting property name enclosed in double quotes at line 1, column 2."),
        (b'{"kind": "advisers"}', 'The document: the key "seekers" is missing.'),
        (b'{"kind": "\xff"}', "Not UTF-8: byte 10 cannot be read."),
        (None, "No such file or directory."),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(
    content: bytes | None, told: str, plan: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "broken.json"
    if content is not None:
        path.write_bytes(content)
    for words in (["solve", str(path)], ["verify", str(path), plan], ["explain", str(path), plan, "Ada"]):
        assert main(words) == 2
        assert capsys.readouterr() == ("", f"{path}: {told}\n")


def test_a_seeker_who_is_not_there(problem: str, plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", problem, plan, "Eve"]) == 2
    assert capsys.readouterr() == ("", 'There is no seeker "Eve".\n')


def test_a_plan_that_does_not_hold_is_not_explained(
    problem: str, plan: str, capsys: pytest.CaptureFixture[str]
) -> None:
    changed = json.loads(Path(plan).read_text(encoding="utf-8")) | {"total": 8}
    written(Path(plan), json.dumps(changed))
    assert main(["explain", problem, plan, "Ada"]) == 2
    assert capsys.readouterr() == ("", f"{plan}: this plan does not hold. total is said to be 8; it is 7.\n")


def test_a_plan_for_peers_is_explained_to_one_of_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    peers = '{"kind": "peers", "people": [{"id": 1}, {"id": 2}], "pairs": [[2, 1, 7]]}'
    problem = written(tmp_path / "problem.json", peers)
    plan = written(tmp_path / "plan.json", plan_to_json(solve(problem_from_json(peers))))
    assert main(["explain", problem, plan, "2"]) == 0
    assert capsys.readouterr() == ("2 is with 1, worth 7.\n", "")


def test_plans_of_groups_are_not_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    groups = '{"kind": "groups", "size": 2, "people": []}'
    problem = written(tmp_path / "problem.json", groups)
    plan = written(tmp_path / "plan.json", plan_to_json(solve(problem_from_json(groups))))
    assert main(["explain", problem, plan, "Ada"]) == 2
    assert capsys.readouterr() == ("", "Plans of groups cannot be explained.\n")
