"""Of a PDF only its pages are left."""

import io
import zipfile
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from messaging.files.cleaning import clean
from messaging.files.kinds import Kind, NotAFile
from tests.messaging.files.making import archive, armed_document, document, empty_pdf, filled_form, reopened, written

DISABLED = pikepdf.ObjectStreamMode.disable


def cleaned(content: bytes) -> pikepdf.Pdf:
    return reopened(clean(content).content)


def words_on(page: pikepdf.Page) -> bytes:
    """All that is drawn on a page, and what is drawn into it from elsewhere."""
    page.contents_coalesce()
    drawn = [page.obj.Contents.read_bytes()]
    drawn += [form.read_bytes() for form in page.obj.Resources.get("/XObject", Dictionary()).values()]
    return b"\n".join(drawn)


def test_the_pages_stay_as_they_look() -> None:
    made = clean(document(3))
    assert (made.kind, made.width, made.height, made.preview) == (Kind.PDF, 0, 0, b"")
    pages = reopened(made.content).pages
    assert [words_on(page) for page in pages] == [b"BT /F1 12 Tf 10 50 Td (Dear Ada) Tj ET"] * 3
    assert [[int(side) for side in page.mediabox] for page in pages] == [[0, 0, 200, 100]] * 3


def test_what_pages_inherit_stays_with_them() -> None:
    pdf = reopened(document())
    page, tree = pdf.pages[0].obj, pdf.Root.Pages
    for key in ("/MediaBox", "/Resources"):
        tree[key] = page[key]
        del page[key]
    tree.Rotate = 90
    kept = cleaned(written(pdf))
    made = kept.pages[0].obj
    assert ([int(side) for side in made.MediaBox], int(made.Rotate)) == ([0, 0, 200, 100], 90)
    assert set(made.Resources.Font.keys()) == {"/F1"}


def test_nothing_in_it_can_do_anything_or_tells_who_made_it() -> None:
    armed = armed_document()
    plain = written(cleaned(armed), object_stream_mode=DISABLED)
    telling = [b"JavaScript", b"/JS", b"OpenAction", b"/AA", b"Launch", b"SubmitForm", b"EmbeddedFile", b"/Names"]
    telling += [
        b"FileAttachment",
        b"evil",
        b"javascript:",
        b"file:",
        b"Author",
        b"PieceInfo",
        b"/Metadata",
        b"own name",
    ]
    assert [(word, word in armed, word in plain) for word in telling] == [(word, True, False) for word in telling]
    assert set(reopened(plain).Root.keys()) == {"/Type", "/Pages"}


def test_of_what_can_be_pressed_links_to_the_web_stay() -> None:
    kept = cleaned(armed_document())
    links = kept.pages[0].obj.Annots
    assert [(str(link.A.URI), set(link.A.keys())) for link in links] == [("https://www.nhs.uk/", {"/S", "/URI"})]
    assert [[int(number) for number in link.Rect] for link in links] == [[10, 10, 90, 30]]


def test_what_was_filled_into_a_form_is_drawn_on_the_page() -> None:
    pdf = cleaned(filled_form())
    assert b"(Filled in by Ada)" in words_on(pdf.pages[0])
    assert ("/AcroForm" in pdf.Root, "/Annots" in pdf.pages[0].obj) == (False, False)


@pytest.mark.parametrize("tail", [b"<script>alert(1)</script>", b"\n%%EOF\nmore", archive()])
def test_what_hangs_on_behind_is_gone(tail: bytes) -> None:
    assert clean(document() + tail).content == clean(document()).content


def test_what_no_page_shows_is_gone() -> None:
    pdf = reopened(document())
    pdf.Root.Old = pdf.make_stream(b"BT (My old address) Tj ET")
    given = written(pdf, compress_streams=False)
    assert (b"My old address" in given, b"My old address" in clean(given).content) == (True, False)


def with_a_picture(content: bytes, **facts: Any) -> bytes:
    pdf = reopened(document())
    pdf.pages[0].obj.Resources.XObject = Dictionary(
        Im0=pikepdf.Stream(pdf, content, Dictionary({f"/{key}": value for key, value in facts.items()}))
    )
    return written(pdf, compress_streams=False)


def test_an_archive_that_poses_as_a_picture_inside_is_refused() -> None:
    given = with_a_picture(archive(), Subtype=Name.Image, Filter=Name.DCTDecode)
    assert zipfile.is_zipfile(io.BytesIO(given))
    with pytest.raises(NotAFile, match="other files are hidden in this PDF"):
        clean(given)


def test_an_archive_in_plain_sight_is_packed_and_so_none_any_more() -> None:
    given = with_a_picture(archive())
    assert zipfile.is_zipfile(io.BytesIO(given))
    assert not zipfile.is_zipfile(io.BytesIO(clean(given).content))


@pytest.mark.parametrize("password", ["", "secret"])
def test_a_locked_pdf_is_refused(password: str) -> None:
    locked = written(empty_pdf(), encryption=pikepdf.Encryption(owner="owner", user=password))
    with pytest.raises(NotAFile, match="this PDF is locked"):
        clean(locked)


def test_a_hundred_pages_are_enough() -> None:
    assert len(cleaned(document(100)).pages) == 100
    with pytest.raises(NotAFile, match="it has 101 pages, and a PDF can have 100"):
        clean(document(101))


def test_without_pages_it_is_no_document() -> None:
    with pytest.raises(NotAFile, match="this PDF has no pages"):
        clean(written(pikepdf.new()))


def test_half_a_document_is_refused() -> None:
    whole = document(20)
    for part in (whole[: len(whole) // 2], whole[:-200], whole[:20], b"%PDF-1.7"):
        with pytest.raises(NotAFile) as refused:
            clean(part)
        assert refused.value.message == "this PDF is damaged or incomplete."


def test_pages_that_go_round_in_a_circle_are_refused() -> None:
    pdf = empty_pdf()
    pdf.Root.Pages.Kids = Array([pdf.Root.Pages, pdf.pages[0].obj])
    with pytest.raises(NotAFile, match="damaged"):
        clean(written(pdf))
