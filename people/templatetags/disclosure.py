"""Shows a published figure: {{ group.people|told }}."""

from django import template

from people.disclosure import in_words

register = template.Library()


@register.filter
def told(figure: int | None) -> str:
    """The number, or that it is too small to tell."""
    return in_words(figure)
