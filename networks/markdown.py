"""Turns what somebody typed into safe HTML: a little markdown, no pictures, no HTML of their own."""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape, unescape

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

from networks.naming import pattern_of

# As nh3 writes one; there is no link within a link.
LINK = re.compile(r'<a href="(?P<address>[^"]*)"[^>]*>.*?</a>', re.DOTALL)

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


def links_in(words: str) -> list[str]:
    """The web addresses that `as_html` makes links of, each once, in their order."""
    tokens = (token for block in _reader.parse(words) for token in block.children or [])
    addresses = (str(token.attrGet("href")) for token in tokens if token.type == "link_open")
    return list(dict.fromkeys(one for one in addresses if one.lower().startswith(("http://", "https://"))))


def with_notes_on_links(html: str, notes: Mapping[str, str]) -> str:
    """What `as_html` made, with a note in words behind each link that has one."""

    def noted(link: re.Match[str]) -> str:
        note = notes.get(unescape(link["address"]))
        return f'{link[0]} <span class="link-note">{escape(note)}</span>' if note else link[0]

    return LINK.sub(noted, html)
