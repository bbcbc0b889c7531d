"""What a report and the closing of a concern insist on."""

import pytest

from safeguarding.forms import OutcomeForm, ReportForm


@pytest.mark.parametrize(
    ("data", "errors"),
    [
        ({"reason": "harm"}, {}),
        ({"reason": "harm", "words": "x" * 2000}, {}),
        ({}, {"reason": ["Choose what is wrong."]}),
        (
            {"reason": "boring"},
            {"reason": ["Select a valid choice. boring is not one of the available choices."]},
        ),
        (
            {"reason": "harm", "words": "x" * 2001},
            {"words": ["Ensure this value has at most 2000 characters (it has 2001)."]},
        ),
    ],
)
def test_a_report(data: dict[str, str], errors: dict[str, list[str]]) -> None:
    assert ReportForm(data).errors == errors


@pytest.mark.parametrize("outcome", ["", "  \n "])
def test_an_outcome_has_words(outcome: str) -> None:
    assert OutcomeForm({"outcome": outcome}).errors == {"outcome": ["Say what was done, for whoever reads this next."]}
