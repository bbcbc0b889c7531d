"""The links in a page: found where the page will show one, and a note beside those that lead nowhere."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networks.markdown import as_html, links_in, with_notes_on_links

PIECES = st.sampled_from(
    """[a](https://a.example/x)|<https://b.example/?q=1&r=2>|[b](http://b.example 'title')|`|**|[d](javascript:x)
|[c](mailto:c@c.example)|[e]( https://e.example/é )|[|](|)|> | word |<a href='https://f.example'>|"|&amp;
|![g](https://g.example/g.png)|https://h.example|\\|\n\n- """.split("|")
)
WRITTEN = st.lists(PIECES, max_size=14).map("".join)


def shown(words: str) -> list[str]:
    """The addresses of the links in the page as it is drawn, each once."""
    return list(dict.fromkeys(unescape(one) for one in re.findall(r'<a href="(https?:[^"]*)"', as_html(words))))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Nothing.", []),
        ("[Forms](https://council.example/forms)", ["https://council.example/forms"]),
        ("<https://council.example>", ["https://council.example"]),
        ("- [a](http://a.example)\n- [b](http://b.example)", ["http://a.example", "http://b.example"]),
        ("[a](http://a.example) and [again](http://a.example)", ["http://a.example"]),
        ("[mail](mailto:a@a.example) [call](tel:111) [here](/networks/)", []),
        ("`[a](http://a.example)`", []),
        ("https://a.example stands in plain words", []),
        ("![picture](https://a.example/a.png)", ["https://a.example/a.png"]),
        ("[a](HTTPS://A.example)", ["HTTPS://A.example"]),
    ],
)
def test_links_in(words: str, found: list[str]) -> None:
    assert links_in(words) == found


@given(WRITTEN)
def test_what_is_looked_at_is_what_readers_can_press(words: str) -> None:
    assert links_in(words) == shown(words)


@given(WRITTEN, st.booleans())
def test_a_note_changes_nothing_but_that_it_is_there(words: str, leads_nowhere: bool) -> None:
    html = as_html(words)
    note = 'Gone since "May" <b>'
    noted = with_notes_on_links(html, dict.fromkeys(links_in(words), note) if leads_nowhere else {})
    told = ' <span class="link-note">Gone since &quot;May&quot; &lt;b&gt;</span>'
    assert noted.replace(told, "") == html
    links = len(re.findall(r'<a href="https?:', html)) if leads_nowhere else 0
    assert noted.count(told) == links


def test_a_note_stands_beside_its_own_link() -> None:
    html = as_html("[a](https://a.example/?x=1&y=2) [b](https://b.example)")
    assert with_notes_on_links(html, {"https://a.example/?x=1&y=2": "Gone."}) == (
        '<p><a href="https://a.example/?x=1&amp;y=2" rel="nofollow ugc noopener noreferrer">a</a> '
        '<span class="link-note">Gone.</span> '
        '<a href="https://b.example" rel="nofollow ugc noopener noreferrer">b</a></p>\n'
    )
