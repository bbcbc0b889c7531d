"""A name is readable, short, and ends as what the file is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messaging.files.kinds import Kind
from messaging.files.names import clean_name, named


@pytest.mark.parametrize(
    ("given_name", "kind", "shown"),
    [
        ("Our garden.JPEG", Kind.PICTURE, "Our garden.jpg"),
        ("holiday.png", Kind.PICTURE, "holiday.jpg"),
        ("letter.pdf", Kind.PDF, "letter.pdf"),
        ("letter.v2", Kind.PDF, "letter.v2.pdf"),
        ("invoice.pdf.exe", Kind.PDF, "invoice.pdf.exe.pdf"),
        ("../../etc/passwd", Kind.PDF, "passwd.pdf"),
        ("C:\\Users\\Ada\\me.jpg", Kind.PICTURE, "me.jpg"),
        # On a screen this one would end in "exe.jpg".
        ("harmless\u202egpj.exe", Kind.PICTURE, "harmlessgpj.exe.jpg"),
        ("two\r\nSet-Cookie: x\tlines.jpg", Kind.PICTURE, "twoSet-Cookie: xlines.jpg"),
        ("zero\u200bwidth \ufeff\u00a0 spaces.jpg", Kind.PICTURE, "zerowidth spaces.jpg"),
        ("cafe\u0301.jpg", Kind.PICTURE, "café.jpg"),
        ("صورة.jpg", Kind.PICTURE, "صورة.jpg"),
        ("\ud800\0", Kind.PICTURE, "picture.jpg"),
        ("", Kind.PDF, "document.pdf"),
        ("...", Kind.PDF, "document.pdf"),
        ("x" * 300, Kind.PDF, "x" * 96 + ".pdf"),
    ],
)
def test_the_name_that_is_shown(given_name: str, kind: Kind, shown: str) -> None:
    assert clean_name(given_name, kind) == shown


@given(st.text(max_size=300), st.sampled_from(Kind))
def test_any_name_becomes_a_short_one_of_one_line_that_stays_itself(name: str, kind: Kind) -> None:
    shown = clean_name(name, kind)
    assert (len(shown) <= 100, "/" in shown, "\\" in shown, shown.isprintable()) == (True, False, False, True)
    assert clean_name(shown, kind) == shown


@pytest.mark.parametrize(
    ("name", "words"),
    [("a.heic", "“a.heic”"), ("", "The file"), ("\u202e", "The file"), ("x/" + "y" * 200, f"“{'y' * 100}”")],
)
def test_a_refusal_names_the_file_as_its_owner_knows_it(name: str, words: str) -> None:
    assert named(name) == words
