"""What people type becomes safe HTML, whatever they type."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networks.markdown import TAGS, as_html


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Hello", "<p>Hello</p>\n"),
        ("one\ntwo", "<p>one<br>\ntwo</p>\n"),
        ("**bold** and *soft*", "<p><strong>bold</strong> and <em>soft</em></p>\n"),
        ("- tea\n- toast", "<ul>\n<li>tea</li>\n<li>toast</li>\n</ul>\n"),
        ("3. third", '<ol start="3">\n<li>third</li>\n</ol>\n'),
        ("> she said", "<blockquote>\n<p>she said</p>\n</blockquote>\n"),
        ("# not a heading", "<p># not a heading</p>\n"),
        ("    indented", "<p>indented</p>\n"),
        ("https://example.org", "<p>https://example.org</p>\n"),
        (
            "[read](https://example.org/a?b=1&c=2)",
            '<p><a href="https://example.org/a?b=1&amp;c=2" rel="nofollow ugc noopener noreferrer">read</a></p>\n',
        ),
        ("a < b & c", "<p>a &lt; b &amp; c</p>\n"),
    ],
)
def test_a_little_markdown(typed: str, shown: str) -> None:
    assert as_html(typed) == shown


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "![x](https://example.org/pixel.gif)",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:msgbox(1))",
        "<javascript:alert(1)>",
        "<a href='javascript:alert(1)'>x</a>",
        '[x](https://example.org "onmouseover=alert(1)")',
        '[x](https://example.org/"onmouseover="alert(1))',
        "[x][1]\n\n[1]: javascript:alert(1)",
        '```"><script>alert(1)</script>\nx\n```',
        "<style>body{display:none}</style>",
        "<iframe src=https://example.org></iframe>",
        "<form action=/x><input name=y></form>",
        "<p style='position:fixed' class=crisis id=main>x</p>",
    ],
)
def test_nothing_runs_or_loads(typed: str) -> None:
    assert_harmless(as_html(typed))


PIECES = st.sampled_from(
    [*"<>[]()!`*_\"'\\\n:/&;=", "<script>", "javascript:", "onload=", "](", "<a href=", "&#x3c;", "x"]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_nothing_runs_or_loads_whatever_is_typed(typed: str) -> None:
    assert_harmless(as_html(typed))


class Tags(HTMLParser):
    """Collects every tag with its attributes, as a browser would find them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def assert_harmless(html: str) -> None:
    """Each tag is one of ours, with no attribute but an address that only opens when pressed."""
    parser = Tags()
    parser.feed(html)
    for tag, attributes in parser.found:
        assert tag in TAGS
        assert set(attributes) <= {"a": {"href", "rel"}, "ol": {"start"}}.get(tag, set())
        # Browsers read past spaces and control characters inside a scheme.
        address = re.sub(r"[\x00-\x20]", "", attributes.get("href") or "")
        scheme = re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", address)
        assert scheme is None or scheme[0].lower() in ("http:", "https:", "mailto:", "tel:")
