"""Counting when time is over: once, by the rule of its kind, kept as it was; and what is published of it."""

import re
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder

from messaging.models import Notice
from networks import queries
from networks.models import Decision, Membership
from networks.operations import FEWEST_SHOWN, close_decision, close_decisions, withdraw_objection
from networks.operations.standing import let_stand
from networks.tasks import close_decisions as job
from tests.fixtures import NOW
from tests.matching.making import fresh
from tests.networks.conftest import enter
from tests.networks.deciding import AFTER, CLOSES, OPENED, counted, opened, voted
from tests.networks.operations.test_objecting import objection
from tests.networks.operations.test_voting import electors

pytestmark = pytest.mark.django_db


@pytest.fixture
def robin(cleo: Any, carers: Any) -> Membership:
    return enter(cleo, carers, "Robin", is_host=True)


def test_what_is_due_is_counted_once(heron: Membership, wren: Membership) -> None:
    first, second = opened(heron), opened(heron, days=8)
    voted(first, wren, 2)

    assert close_decisions(at=CLOSES - timedelta(seconds=1)) == 0
    assert close_decisions(at=CLOSES) == 1
    assert close_decisions(at=CLOSES) == 0

    assert [(one.state, one.decided_at) for one in (fresh(first), fresh(second))] == [
        ("closed", CLOSES),
        ("open", None),
    ]
    assert [(one.person, one.subject) for one in Notice.objects.all()] == [(wren.person, "A decision was counted")]


def test_the_job_counts_by_the_clock(heron: Membership) -> None:
    poll = opened(heron, at=NOW - timedelta(days=30))
    job.call_local()
    assert fresh(poll).state == "closed"


def test_what_was_counted_or_taken_back_is_not_counted_again(heron: Membership) -> None:
    poll = counted(opened(heron))
    assert close_decision(pk=poll.pk, at=AFTER) is False


def test_a_poll_is_kept_with_its_rule_and_how_many_could_have_voted(heron: Membership) -> None:
    poll = opened(heron)
    for one, choice in zip(electors(heron.network, 5), (1, 2, 2, 3, 2), strict=True):
        voted(poll, one, choice)
    result = counted(poll).result

    assert result == {
        "rule": "Most votes",
        "version": 1,
        "ballots": 5,
        "electorate": 6,
        "is_small": False,
        "chosen": [2],
        "outcome": "“The café” has the most votes: 3.",
        "words": ["“The café” has 3 votes.", "“The library” has 1 vote.", "“Online” has 1 vote."],
        "tallies": [
            {"option": 1, "title": "The library", "votes": 1},
            {"option": 2, "title": "The café", "votes": 3},
            {"option": 3, "title": "Online", "votes": 1},
        ],
    }


@pytest.mark.parametrize(("kind", "rule"), [("many", "Most votes"), ("ranked", "Instant runoff")])
def test_each_kind_has_its_rule(heron: Membership, kind: str, rule: str) -> None:
    poll = opened(heron, kind, is_secret=False)
    voted(poll, heron, 3, 1)
    assert (counted(poll).result["rule"], fresh(poll).result["chosen"][-1]) == (rule, 3)


@pytest.mark.parametrize("votes", [0, 1, FEWEST_SHOWN - 1, FEWEST_SHOWN])
def test_of_few_secret_votes_only_what_was_chosen_is_kept(heron: Membership, votes: int) -> None:
    poll = opened(heron)
    for one in electors(heron.network, votes):
        voted(poll, one, 2)
    poll = counted(poll)

    is_small = votes < FEWEST_SHOWN
    assert poll.result["is_small"] is is_small
    assert ("tallies" in poll.result) is not is_small
    assert queries.is_published(poll) is not is_small
    assert poll.result["chosen"] == ([2] if votes else [])
    if votes:
        assert poll.result["outcome"].startswith("Chosen" if is_small else "“The café” has")
    else:
        assert poll.result["outcome"] == "Nothing was chosen."


def test_few_open_votes_are_published(heron: Membership) -> None:
    poll = opened(heron, is_secret=False)
    voted(poll, heron, 2)
    assert queries.is_published(counted(poll)) is True


@pytest.mark.parametrize(
    ("answers", "objects", "withdraws", "hides", "stands"),
    [
        (3, False, False, False, True),
        (2, False, False, False, False),
        (3, True, False, False, False),
        (3, True, True, False, True),
        (3, True, False, True, True),
    ],
)
def test_consent_stands_without_a_standing_objection_and_with_three_answers(
    heron: Membership, robin: Membership, answers: int, objects: bool, withdraws: bool, hides: bool, stands: bool
) -> None:
    proposal = opened(heron, Decision.Kind.CONSENT)
    for one in electors(heron.network, answers):
        voted(proposal, one, 1)
    if objects:
        made = objection(proposal, heron)
        if withdraws:
            withdraw_objection(by=heron.person, objection=made, at=OPENED)
        if hides:
            # A moderator hid its words, so it gives no reason any more.
            let_stand(made.post, "hidden", by=robin.person, at=OPENED)

    assert counted(proposal).result["stands"] is stands


def test_a_petition_without_enough_signatures_goes_nowhere(heron: Membership) -> None:
    petition = counted(opened(heron, Decision.Kind.PETITION))
    assert (petition.state, petition.answer_due_on, petition.result["reached"]) == ("closed", None, False)
    assert list(queries.petitions_to_the_service()) == []


def script_of_the_manual() -> str:
    text = Path(settings.BASE_DIR, "docs", "recount.md").read_text()
    [script] = re.findall(r"```text\n(.*?)```", text, re.DOTALL)
    return str(script)


def test_the_script_is_as_long_as_the_manual_says() -> None:
    """Two lines read, ten count, one prints."""
    lines = script_of_the_manual().splitlines()
    assert len(lines) == 2 + 10 + 1
    assert "json.load" in lines[1]
    assert lines[-1].startswith("print(")


@pytest.mark.parametrize(
    "votes",
    [
        [(1, 2), (1, 2), (2, 3), (3,), (1, 3), (2,)],
        [(3,), (3,), (3,), (1,), (1, 2)],
        [(1,), (2,), (3,), (1, 2, 3), (1,), (2,), (2, 3)],
    ],
)
def test_a_budget_is_counted_again_by_the_script_of_the_manual(
    robin: Membership, votes: list[tuple[int, ...]], tmp_path: Path
) -> None:
    """What a member downloads, the script's very lines, and nothing of ours."""
    budget = opened(robin, Decision.Kind.BUDGET)
    for one, choices in zip(electors(robin.network, len(votes)), votes, strict=True):
        voted(budget, one, *choices)
    budget = counted(budget)
    taken, script = tmp_path / "ballots.json", tmp_path / "recount.py"
    taken.write_text(DjangoJSONEncoder().encode(queries.published_ballots(budget)))
    script.write_text(script_of_the_manual())

    printed = subprocess.run(
        [sys.executable, "-I", str(script), str(taken)], capture_output=True, text=True, check=True, cwd=tmp_path
    ).stdout

    assert [int(number) for number in printed.split()] == budget.result["chosen"]


def test_what_is_published_names_rule_options_costs_and_ballots_and_nobody(robin: Membership) -> None:
    budget = opened(robin, Decision.Kind.BUDGET)
    cast = [voted(budget, one, 1, 2) for one in electors(robin.network, 5)]
    said = queries.published_ballots(counted(budget))

    assert said["ballots"] == [
        {"ballot": str(one.pk), "choices": [1, 2]} for one in sorted(cast, key=lambda ballot: ballot.pk)
    ]
    assert {name: said[name] for name in ("rule", "version", "total", "options")} == {
        "rule": "Method of equal shares, completed by Add1 and then by votes",
        "version": 1,
        "total": 100_000,
        "options": [
            {"number": 1, "title": "A kettle", "cost": 4_000},
            {"number": 2, "title": "Two benches", "cost": 30_000},
            {"number": 3, "title": "A trip to the sea", "cost": 60_000},
        ],
    }
