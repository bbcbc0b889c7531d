"""Codes become words on a page."""

import pytest
from django.template import Context, Template

from people.templatetags.vocabulary import in_words


@pytest.mark.parametrize(
    ("codes", "vocabulary", "words"),
    [
        (["en", "cy"], "languages", "English, Welsh"),
        (["sun-evening", "mon-morning"], "hours", "Sunday evening, Monday morning"),
        (["chat", "in_person"], "ways", "Messages on this site, face to face"),
        ("26_64", "ages", "26 to 64"),
        ("other", "genders", "Another way"),
        (["tlh"], "languages", "tlh"),
        ([], "languages", ""),
        ("", "ages", ""),
    ],
)
def test_in_words(codes: list[str] | str, vocabulary: str, words: str) -> None:
    assert in_words(codes, vocabulary) == words


def test_on_a_page_unknown_codes_are_escaped() -> None:
    page = Template('{% load vocabulary %}{{ codes|in_words:"languages" }}')
    assert page.render(Context({"codes": ["cy", "<b>"]})) == "Welsh, &lt;b&gt;"
