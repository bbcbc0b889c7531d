"""Who may decide about a concern, and who may block whom."""

import pytest

from people.models import Area, Person
from safeguarding.rules import may_block, may_decide
from tests.fixtures import make_person
from tests.safeguarding.conftest import Report


@pytest.mark.parametrize(
    ("role", "uninvolved", "raised_it", "about_them"),
    [
        (None, False, False, False),
        ("member", False, False, False),
        ("peer", False, False, False),
        ("adviser", False, False, False),
        ("referrer", False, False, False),
        ("coordinator", True, False, False),
        ("safeguarding_lead", True, False, False),
    ],
)
def test_who_may_decide(
    role: str | None,
    uninvolved: bool,
    raised_it: bool,
    about_them: bool,
    report: Report,
    north: Area,
    ada: Person,
    eve: Person,
) -> None:
    hugh = make_person("Hugh", *([role] if role else []), area=north)
    concerns = (
        report(by=ada, about=eve, reference="1"),
        report(by=hugh, about=eve, reference="2"),
        report(by=ada, about=hugh, reference="3"),
    )
    assert [may_decide(hugh, concern) for concern in concerns] == [uninvolved, raised_it, about_them]


def test_a_concern_about_nobody_can_be_decided(report: Report, ada: Person, dev: Person) -> None:
    assert may_decide(dev, report(by=ada, about=None)) is True


def test_whom_one_may_block(ada: Person, eve: Person) -> None:
    people = (ada, eve)
    assert [[may_block(one, other) for other in people] for one in people] == [[False, True], [True, False]]
