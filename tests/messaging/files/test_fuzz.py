"""Whatever the bytes: a clean file or a refusal in words, never another error."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from messaging.files.cleaning import clean
from messaging.files.kinds import Kind, NotAFile
from tests.messaging.files.making import armed_document, document, exif, filled_form, opened, picture, reopened

BEGINNINGS = [b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF\0\0\0\0WEBPVP8 ", b"%PDF-1.7\n"]
WHOLE = [picture(one, exif=exif(6)) for one in ("JPEG", "PNG", "WEBP")]
WHOLE += [picture("GIF"), document(2), armed_document(), filled_form()]

# Pillow mutters about notes it cannot read.
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:PIL")
fuzzed = settings(max_examples=300, deadline=None)


def is_clean_or_refused(content: bytes) -> None:
    try:
        made = clean(content)
    except NotAFile:
        return
    if made.kind == Kind.PICTURE:
        assert opened(made.content).size == (made.width, made.height)
    else:
        assert len(reopened(made.content).pages) > 0


@fuzzed
@given(st.sampled_from(BEGINNINGS), st.binary(max_size=2000))
def test_random_bytes(beginning: bytes, rest: bytes) -> None:
    is_clean_or_refused(beginning + rest)


@fuzzed
@given(st.sampled_from(WHOLE), st.data())
def test_a_file_cut_anywhere(whole: bytes, data: st.DataObject) -> None:
    is_clean_or_refused(whole[: data.draw(st.integers(0, len(whole)))])


@fuzzed
@given(st.sampled_from(WHOLE), st.data())
def test_a_file_with_some_bytes_changed(whole: bytes, data: st.DataObject) -> None:
    changed = bytearray(whole)
    # Half of the changes fall into the header, where they tell the decoder other things about the rest.
    anywhere = st.one_of(st.integers(0, 99), st.integers(0, len(whole) - 1))
    for place, value in data.draw(st.lists(st.tuples(anywhere, st.integers(0, 255)), min_size=1, max_size=8)):
        changed[place % len(whole)] = value
    is_clean_or_refused(bytes(changed))


@fuzzed
@given(st.sampled_from(WHOLE), st.sampled_from(WHOLE), st.data())
def test_half_of_one_file_and_half_of_another(one: bytes, other: bytes, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(one)))
    is_clean_or_refused(one[:cut] + other[data.draw(st.integers(0, len(other))) :])
