"""Turns what somebody typed into safe HTML: a little markdown, no pictures, no HTML of their own."""

import re
from collections.abc import Iterable, Iterator

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

from networks.naming import pattern_of

TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "code", "pre", "a", "hr", "mark"}

# Headings would break the outline of the page, indented code surprises people who indent their words,
# and a picture from elsewhere would tell its owner who reads here.
_reader = MarkdownIt("commonmark", {"html": False, "linkify": False, "breaks": True}).disable(
    ["heading", "lheading", "code", "image", "html_block", "html_inline", "reference"]
)


def as_html(words: str, names: frozenset[str] = frozenset()) -> str:
    """Two walls: the reader escapes any HTML, then nh3 lets through only what is on the list.

    `names` are marked where they stand behind an @. It is no link: a name of one network leads nowhere else.
    """
    tokens = _reader.parse(words)
    for token in tokens:
        if names and token.children:
            token.children = list(_marked(token.children, pattern_of(names)))
    return nh3.clean(
        str(_reader.renderer.render(tokens, _reader.options, {})),
        tags=TAGS,
        attributes={"*": set(), "a": {"href"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="nofollow ugc noopener noreferrer",
    )


def _marked(tokens: Iterable[Token], pattern: re.Pattern[str]) -> Iterator[Token]:
    """The words of a line, cut up around the names in them."""
    for token in tokens:
        if token.type != "text":
            yield token
            continue
        end = 0
        for match in pattern.finditer(token.content):
            yield _text(token.content[end : match.start()])
            yield Token("mark_open", "mark", 1)
            yield _text(match[0])
            yield Token("mark_close", "mark", -1)
            end = match.end()
        yield _text(token.content[end:])


def _text(words: str) -> Token:
    return Token("text", "", 0, content=words)
