"""What a file is, its content says; what cannot be sent is refused in words that help."""

import pytest

from messaging.files.cleaning import clean
from messaging.files.kinds import LARGEST, NotAFile
from tests.messaging.files.making import archive, document, picture

ONLY = "only pictures (JPEG, PNG, GIF or WebP) and PDFs can be sent."
OFFICE = "it is a document that can be changed, or several files packed into one. Save it as a PDF and send that."
PHONE = "many devices cannot show pictures of this kind (HEIC or AVIF). Take a screenshot of it and send that."


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"", "empty_file", "it is empty."),
        (archive(), "wrong_kind", OFFICE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "wrong_kind", OFFICE),
        (b"\0\0\0\x18ftypheic", "wrong_kind", PHONE),
        (b"\0\0\0\x18ftypavif", "wrong_kind", PHONE),
        (b"\0\0\0\x18ftypmp42", "wrong_kind", ONLY),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "wrong_kind", ONLY),
        (b"<!DOCTYPE html><script>alert(1)</script>", "wrong_kind", ONLY),
        (b"MZ\x90\0", "wrong_kind", ONLY),
        (b"Dear Ada", "wrong_kind", ONLY),
        (b"BM" + b"\0" * 60, "wrong_kind", ONLY),
        # A program that forgives what stands before would open these as a PDF or a picture; we do not.
        (b"\n" + document(), "wrong_kind", ONLY),
        (b"<html>" + picture(), "wrong_kind", ONLY),
        (archive() + document(), "wrong_kind", OFFICE),
        (archive() + picture(), "wrong_kind", OFFICE),
    ],
)
def test_what_cannot_be_sent(content: bytes, code: str, words: str) -> None:
    with pytest.raises(NotAFile) as refused:
        clean(content)
    assert (refused.value.code, refused.value.message) == (code, words)


def test_five_megabytes_are_enough() -> None:
    full = picture() + b"\0" * (LARGEST - len(picture()))
    assert clean(full).width == 40
    with pytest.raises(NotAFile, match=r"it has 5.0 MB, and a file can have 5."):
        clean(full + b"\0")
