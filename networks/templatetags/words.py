"""Shows what people wrote in a network."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from networks.markdown import as_html

register = template.Library()


@register.filter
def marked_up(words: str, names: frozenset[str] = frozenset()) -> SafeString:
    # as_html lets through a short list of tags only; tests/networks/test_markdown.py tries to get round it.
    return mark_safe(as_html(words, names))  # noqa: S308
