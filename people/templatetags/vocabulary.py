"""Turns the codes a profile is kept in into words: {{ person.languages|in_words:"languages" }}."""

from collections.abc import Iterable

from django import template

from people.vocabulary import HOURS, LANGUAGES, AgeGroup, Gender, ways_in_words

register = template.Library()

LISTS: dict[str, dict[str, str]] = {
    "languages": dict(LANGUAGES),
    "hours": dict(HOURS),
    "ages": {str(value): str(label) for value, label in AgeGroup.choices},
    "genders": {str(value): str(label) for value, label in Gender.choices},
}


@register.filter
def in_words(codes: Iterable[str] | str, vocabulary: str) -> str:
    """The words for one code or several; a code we do not know is shown as it is."""
    several = [codes] if isinstance(codes, str) else codes
    if vocabulary == "ways":
        return ways_in_words(several)
    words = LISTS[vocabulary]
    return ", ".join(words.get(code, code) for code in several)
