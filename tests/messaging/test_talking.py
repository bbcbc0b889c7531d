"""Words become words and links, and nothing else; days have names."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from messaging.templatetags.talking import linked, modules_of, named

REL = 'rel="noopener noreferrer nofollow"'


@pytest.mark.parametrize(
    ("words", "drawn"),
    [
        ("Two\nlines", "Two\nlines"),
        ("<b>&\"'", "&lt;b&gt;&amp;&quot;&#x27;"),
        (
            "See https://a.org/b?c=1&d=2.",
            f'See <a href="https://a.org/b?c=1&amp;d=2" {REL}>https://a.org/b?c=1&amp;d=2</a>.',
        ),
        ("(http://a.org/)", f'(<a href="http://a.org/" {REL}>http://a.org/</a>)'),
        ('https://a.org/"onclick="x', f'<a href="https://a.org/" {REL}>https://a.org/</a>&quot;onclick=&quot;x'),
        ("https://a.org<script>", f'<a href="https://a.org" {REL}>https://a.org</a>&lt;script&gt;'),
        ("javascript:alert(1) www.a.org a@b.org", "javascript:alert(1) www.a.org a@b.org"),
        ("https://", "https://"),
    ],
)
def test_words_and_links(words: str, drawn: str) -> None:
    assert linked(words) == drawn


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 5, 3), "Today"),
        (date(2026, 5, 2), "Yesterday"),
        (date(2026, 5, 1), "Friday 1 May"),
        (date(2025, 12, 31), "31 December 2025"),
        (None, ""),
    ],
)
def test_names_of_days(day: date | None, name: str) -> None:
    # In London it is the third of May already.
    with time_machine.travel(datetime(2026, 5, 2, 23, 30, tzinfo=UTC), tick=False):
        assert named(day) == name


def test_a_script_comes_with_all_it_imports() -> None:
    assert modules_of("unread.js") == ["js/unread.js", "js/socket.js"]
    found = modules_of("conversation.js")
    assert found[0] == "js/conversation.js"
    assert {"js/links.js", "js/kept.js", "js/socket.js", "js/days.js"} <= set(found)
    assert len(found) == len(set(found))
