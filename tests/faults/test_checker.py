"""The checker says no: each way to break a promise is put before it once."""

from dataclasses import replace

import pytest

from tests.faults.checker import Evidence, Findings, judge
from tests.faults.diary import Ack, Change, Said
from tests.faults.screen import Screen, Shown

TALK = 7


def row(number: int, **rest: object) -> Shown:
    return replace(Shown(100 + number, number, number, 1, f"c{number}", f"thing {number}"), **rest)  # type: ignore[arg-type]


def said(number: int) -> Said:
    return Said("d1", 1, f"c{number}", TALK, f"thing {number}", at=0.0)


def ack(number: int, **rest: object) -> Ack:
    return replace(Ack(f"c{number}", TALK, 100 + number, number, at=1.0), **rest)  # type: ignore[arg-type]


def screen(*rows: Shown, reached: int = 3) -> Screen:
    return Screen(reached, {one.id: one for one in rows})


ALL = row(1), row(2), row(3)
SAID = {f"c{number}": said(number) for number in (1, 2, 3)}


def evidence(*rows: Shown, **rest: object) -> Evidence:
    """A talk of three messages where all is well, but for what is named."""
    well = Evidence(
        table={TALK: rows or ALL},
        last_seqs={TALK: 3},
        said=SAID,
        acks=[ack(1), ack(2), ack(3)],
        screens={"d1": {TALK: screen(*ALL)}, "d2": {TALK: screen(*ALL)}},
    )
    return replace(well, **rest)  # type: ignore[arg-type]


def broken(findings: Findings) -> list[str]:
    return [kind for kind in ("lost", "doubled", "gaps", "orders", "screens") if getattr(findings, kind)]


def test_where_all_is_well_nothing_is_found() -> None:
    findings = judge(evidence())
    assert (findings.is_clean, broken(findings)) == (True, [])
    assert str(findings) == "0 lost, 0 doubled, 0 gaps, 0 orders that differ, 0 screens unlike the table"


@pytest.mark.parametrize(
    ("what", "case", "promises"),
    [
        ("an acknowledged message is not there", evidence(row(1), row(2)), ["lost", "gaps", "screens"]),
        ("it is there at another place", evidence(acks=[ack(1, seq=2)]), ["lost"]),
        ("it is there under another author", evidence(row(1), row(2, author=9), row(3)), ["lost", "screens"]),
        ("it is there in other words", evidence(row(1), row(2, body="thing 9"), row(3)), ["lost", "screens"]),
        (
            "one identity twice",
            evidence(row(1), row(2), row(3, client_id="c2", body="thing 2"), acks=[], screens={}),
            ["doubled"],
        ),
        (
            "the same words under another identity",
            evidence(row(1), row(2), row(3, body="thing 2"), acks=[], screens={}),
            ["doubled"],
        ),
        (
            "one message with two answers",
            evidence(acks=[ack(1), ack(1, message=102, seq=2)]),
            ["lost", "doubled"],
        ),
        ("a number that nobody has", evidence(last_seqs={TALK: 4}), ["gaps", "screens"]),
        ("a number given twice", evidence(row(1), row(2), row(4, seq=2, changed_seq=2), acks=[], screens={}), ["gaps"]),
        ("a number beyond the last", evidence(last_seqs={TALK: 2}, screens={}), ["gaps"]),
        (
            "another order for somebody",
            evidence(screens={"d1": {TALK: screen(*ALL)}, "d2": {TALK: screen(row(1, seq=2), row(2, seq=1), row(3))}}),
            ["orders", "screens"],
        ),
        (
            "a message that moved",
            evidence(screens={"d1": {TALK: Screen(3, {one.id: one for one in ALL}, [row(1, seq=4)])}}),
            ["orders"],
        ),
        ("a screen that lacks the last one", evidence(screens={"d2": {TALK: screen(row(1), row(2))}}), ["screens"]),
        (
            "a screen with old words",
            evidence(screens={"d2": {TALK: screen(row(1), row(2), row(3, body="?"))}}),
            ["screens"],
        ),
        ("a screen that has not got so far", evidence(screens={"d2": {TALK: screen(*ALL, reached=2)}}), ["screens"]),
    ],
)
def test_what_is_wrong_is_found(what: str, case: Evidence, promises: list[str]) -> None:
    assert broken(judge(case)) == promises, what


EDITED = row(2, changed_seq=4, body="otherwise", is_edited=True)


def change(kind: str = "edit", value: str = "otherwise", *, is_done: bool = True) -> Change:
    return Change(kind, 102, TALK, 1, value, tries=1, is_done=is_done)


@pytest.mark.parametrize(
    ("what", "kept", "changes", "promises"),
    [
        ("an edit that shows", EDITED, [change()], []),
        ("an edit that was answered and does not show", row(2, changed_seq=4), [change()], ["lost"]),
        ("an edit that was not answered and does not show", row(2, changed_seq=4), [change(is_done=False)], []),
        ("an older edit in place of the answered one", EDITED, [change(), change(value="last")], ["lost"]),
        ("an answered edit before one that was not answered", EDITED, [change(), change(value="?", is_done=False)], []),
        (
            "a withdrawal that left the words",
            row(2, changed_seq=4, is_withdrawn=True),
            [change("withdraw", "")],
            ["lost"],
        ),
        ("a withdrawal", row(2, changed_seq=4, is_withdrawn=True, body=""), [change("withdraw", "")], []),
        ("a reaction that is not there", row(2, changed_seq=4), [change("react", "hug")], ["lost"]),
        (
            "a reaction",
            row(2, changed_seq=4, reactions=frozenset({("hug", 1)})),
            [change("react", "hug")],
            [],
        ),
        ("a number for no change", EDITED, [], ["lost", "gaps"]),
    ],
)
def test_changes_are_judged_too(what: str, kept: Shown, changes: list[Change], promises: list[str]) -> None:
    case = evidence(row(1), kept, row(3), last_seqs={TALK: 4}, changes=changes, screens={})
    assert broken(judge(case)) == promises, what
