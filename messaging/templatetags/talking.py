"""Draws words and days as the page's own scripts do, so that what came with the page and what came later look alike."""

import re
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from django import template
from django.contrib.staticfiles import finders
from django.utils.formats import date_format
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localdate

register = template.Library()

# Both as in links.js.
ADDRESS = re.compile(r"https?://[^\s<>\"']+")
AFTER = re.compile(r"[.,:;!?)\]]+$")

IMPORTED = re.compile(r'^import .*?"\./([\w-]+\.js)";$', re.MULTILINE | re.DOTALL)


@register.filter
def linked(words: str) -> SafeString:
    """Make web addresses into links that tell the other side nothing about where one comes from."""
    pieces, reached = [], 0
    for found in ADDRESS.finditer(words):
        address = AFTER.sub("", found.group())
        pieces += [conditional_escape(words[reached : found.start()]), _link(address)]
        reached = found.start() + len(address)
    return mark_safe("".join([*pieces, conditional_escape(words[reached:])]))  # noqa: S308 - each piece is escaped


def _link(address: str) -> SafeString:
    return format_html('<a href="{}" rel="noopener noreferrer nofollow">{}</a>', address, address)


@register.simple_tag
@cache
def modules_of(script: str) -> list[str]:
    """A script and all it imports, so that a browser asks for them at once instead of one after the other."""
    found, begun = [script], 0
    while begun < len(found):
        path = finders.find(f"js/{found[begun]}")
        imported = IMPORTED.findall(Path(str(path)).read_text()) if path else []
        found += dict.fromkeys(name for name in imported if name not in found)
        begun += 1
    return [f"js/{name}" for name in found]


@register.filter
def named(day: date | None) -> str:
    """ "Today", "Yesterday", "Sunday 3 May", or "3 May 2025" of another year."""
    if day is None:
        return ""
    today = localdate()
    if day >= today - timedelta(days=1):
        return "Today" if day >= today else "Yesterday"
    return date_format(day, "l j F" if day.year == today.year else "j F Y")
