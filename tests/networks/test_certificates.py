"""The code on a certificate can be made only here."""

import pytest

from networks.certificates import code_of, place_of


def test_a_code_leads_back_to_its_place_and_carries_only_that() -> None:
    assert place_of(code_of(12)) == 12
    assert code_of(12).partition(".")[0] == "12"


@pytest.mark.parametrize("code", ["", "12", "12.", "13." + code_of(12).partition(".")[2], code_of(12)[:-1], "x.y"])
def test_what_was_not_made_here_leads_nowhere(code: str) -> None:
    assert place_of(code) is None
