"""Turns what somebody typed into safe HTML: a little markdown, no pictures, no HTML of their own."""

import nh3
from markdown_it import MarkdownIt

TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "code", "pre", "a", "hr"}

# Headings would break the outline of the page, indented code surprises people who indent their words,
# and a picture from elsewhere would tell its owner who reads here.
_reader = MarkdownIt("commonmark", {"html": False, "linkify": False, "breaks": True}).disable(
    ["heading", "lheading", "code", "image", "html_block", "html_inline", "reference"]
)


def as_html(words: str) -> str:
    """Two walls: the reader escapes any HTML, then nh3 lets through only what is on the list."""
    return nh3.clean(
        _reader.render(words),
        tags=TAGS,
        attributes={"*": set(), "a": {"href"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="nofollow ugc noopener noreferrer",
    )
