"""Shows what people wrote in a network."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from networks.markdown import as_html, with_notes_on_links

register = template.Library()


@register.filter
def marked_up(words: str, names: frozenset[str] = frozenset()) -> SafeString:
    # as_html lets through a short list of tags only; tests/networks/test_markdown.py tries to get round it.
    return mark_safe(as_html(words, names))  # noqa: S308


@register.filter
def marked_up_with(words: str, notes: dict[str, str]) -> SafeString:
    """The same, with a note beside each link that has one."""
    # The notes are escaped where they are put in.
    return mark_safe(with_notes_on_links(as_html(words), notes))  # noqa: S308
