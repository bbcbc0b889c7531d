"""Turns the codes a profile is kept in into words: {{ person.languages|in_words:"languages" }}."""

from collections.abc import Iterable

from django import template

from people.vocabulary import HOURS, LANGUAGES, AgeGroup, Gender, Way

register = template.Library()

LISTS: dict[str, dict[str, str]] = {
    "languages": dict(LANGUAGES),
    "hours": dict(HOURS),
    "ways": {str(value): str(label) for value, label in Way.choices},
    "ages": {str(value): str(label) for value, label in AgeGroup.choices},
    "genders": {str(value): str(label) for value, label in Gender.choices},
}


@register.filter
def in_words(codes: Iterable[str] | str, vocabulary: str) -> str:
    """The words for one code or several; a code we do not know is shown as it is."""
    words = LISTS[vocabulary]
    several = [codes] if isinstance(codes, str) else codes
    return ", ".join(words.get(code, code) for code in several)
