"""A mobile number however it is typed, and what is no mobile number."""

import pytest

from messaging.phones import NotAPhone, clean_phone


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("07700 900123", "+447700900123"),
        ("(07700) 900-123", "+447700900123"),
        ("07700\u2011900\u2013123", "+447700900123"),
        ("+44 7700 900123", "+447700900123"),
        ("+44 (0) 7700 900123", "+447700900123"),
        ("0044 7700 900123", "+447700900123"),
        ("+353 85 012 3456", "+353850123456"),
    ],
)
def test_a_number_is_kept_in_one_form(typed: str, kept: str) -> None:
    assert clean_phone(typed) == kept


@pytest.mark.parametrize(
    "typed",
    ["", "999", "020 7946 0123", "07700 90012", "07700 9001234", "+0 7700 900123", "٠٧٧٠٠٩٠٠١٢٣", "+44 7700 90012x"],
)
def test_what_no_text_can_reach_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(NotAPhone, match="07700 900123"):
        clean_phone(typed)
