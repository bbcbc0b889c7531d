"""Writes a PDF anew from its pages, so that nothing in it can do anything."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from messaging.files.kinds import LARGEST, NotAFile

MOST_PAGES = 100

# All that a page needs to be seen. Actions, scripts, files, sounds, films and notes about the author are not among it.
OF_A_PAGE = {"/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Resources", "/Contents", "/Group"}
# What would fetch a picture or a form from elsewhere, or carries notes of the program that made it.
NOT_OF_A_STREAM = ("/F", "/FFilter", "/FDecodeParms", "/OPI", "/Ref", "/Alternates", "/AF", "/PieceInfo", "/Metadata")
GOOD_LINK = re.compile(rb"(https?://|mailto:|tel:)[\x21-\x7e]{1,2000}", re.IGNORECASE)


def rewrite(content: bytes) -> bytes:
    """Return the document with its pages as they look, what was filled into a form drawn in, and links to the web."""
    try:
        # Mending a torn file could lose pages without a word.
        with pikepdf.open(BytesIO(content), attempt_recovery=False) as source:
            written = _rewritten(source)
    except NotAFile:
        raise
    except pikepdf.PasswordError as error:
        raise _locked() from error
    except Exception as error:
        # Whatever pikepdf meets in a file that is wrong.
        raise NotAFile("this PDF is damaged or incomplete.", code="damaged") from error
    if len(written) > LARGEST:
        raise NotAFile("it is too large. Send only the pages that matter.", code="too_big")
    # Streams are taken over as they are, so one of them could still be an archive that unpacks from here.
    if zipfile.is_zipfile(BytesIO(written)):
        raise NotAFile("other files are hidden in this PDF.", code="hidden")
    return written


def _locked() -> NotAFile:
    return NotAFile("this PDF is locked. Print it into a new PDF, without a password, and send that.", code="locked")


def _rewritten(source: pikepdf.Pdf) -> bytes:
    _check_pages(source)
    links = [list(_links(page.obj)) for page in source.pages]
    _draw_in_what_was_filled_in(source)
    written = pikepdf.new()
    for page, its_links in zip(source.pages, links, strict=True):
        for key in set(page.obj.keys()) - OF_A_PAGE:
            del page.obj[key]
        written.pages.append(page)
        if its_links:
            written.pages[-1].obj.Annots = Array([_link(rect, address) for rect, address in its_links])
    _cut_off_from_elsewhere(written)
    out = BytesIO()
    # Nothing is unpacked that need not be: a page may hold far more than its five megabytes.
    written.save(out, stream_decode_level=pikepdf.StreamDecodeLevel.none, deterministic_id=True)
    return out.getvalue()


def _check_pages(source: pikepdf.Pdf) -> None:
    if source.is_encrypted:
        raise _locked()
    if not len(source.pages):
        raise NotAFile("this PDF has no pages.", code="damaged")
    if len(source.pages) > MOST_PAGES:
        raise NotAFile(
            f"it has {len(source.pages)} pages, and a PDF can have {MOST_PAGES}. Send only the pages that matter.",
            code="too_many_pages",
        )


def _draw_in_what_was_filled_in(source: pikepdf.Pdf) -> None:
    if "/AcroForm" in source.Root:
        source.generate_appearance_streams()
    source.flatten_annotations()


def _links(page: Any) -> Iterator[tuple[list[float], bytes]]:
    """Where on the page one can press, and where it leads; only to the web, a mail address or a number."""
    for annotation in page.get("/Annots", []):
        action = annotation.get("/A", Dictionary())
        address = bytes(action.get("/URI", b"")) if action.get("/S") == Name.URI else b""
        if annotation.get("/Subtype") == Name.Link and GOOD_LINK.fullmatch(address):
            yield [float(number) for number in annotation.Rect], address


def _link(rect: list[float], address: bytes) -> Dictionary:
    return Dictionary(
        Type=Name.Annot,
        Subtype=Name.Link,
        Rect=rect,
        Border=[0, 0, 0],
        A=Dictionary(S=Name.URI, URI=pikepdf.String(address.decode("ascii"))),
    )


def _cut_off_from_elsewhere(written: pikepdf.Pdf) -> None:
    for thing in written.objects:
        if isinstance(thing, pikepdf.Stream):
            for key in NOT_OF_A_STREAM:
                if key in thing:
                    del thing[key]
