"""Which files can be sent, told by their content, and in which words the others are refused."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from django.core.exceptions import ValidationError

LARGEST = 5 * 1024 * 1024


class NotAFile(ValidationError):
    """This cannot be sent as a file; the text says why."""


class Kind(StrEnum):
    PICTURE = "picture"
    PDF = "pdf"


@dataclass(frozen=True)
class GivenFile:
    """What somebody wants to send, as it came."""

    name: str
    content: bytes


@dataclass(frozen=True)
class CleanFile:
    """What is kept and shown: not a byte of what came, except words and pictures. A PDF has no sides and no preview."""

    kind: Kind
    content: bytes
    width: int = 0
    height: int = 0
    preview: bytes = b""
    name: str = ""

    @property
    def sha256(self) -> str:
        return sha256(self.content).hexdigest()


# What a file of each kind begins with; for pictures also the name Pillow has for it.
PICTURES = ((b"\xff\xd8\xff", "JPEG"), (b"\x89PNG\r\n\x1a\n", "PNG"), (b"GIF87a", "GIF"), (b"GIF89a", "GIF"))
DOCUMENT = b"%PDF-"
OFFICE_OR_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")
PHONE_PICTURES = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis")


def check_size(content: bytes) -> None:
    if not content:
        raise NotAFile("it is empty.", code="empty_file")
    if len(content) > LARGEST:
        raise NotAFile(
            f"it has {len(content) / 1024 / 1024:.1f} MB, and a file can have 5. "
            "Send a smaller copy, or only the pages that matter.",
            code="too_big",
        )


def picture_format(content: bytes) -> str | None:
    """Return the format of a picture; None for a PDF. Everything else is refused, whatever its name says."""
    if content.startswith(DOCUMENT):
        return None
    for beginning, name in PICTURES:
        if content.startswith(beginning):
            return name
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "WEBP"
    raise NotAFile(_why_not(content), code="wrong_kind")


def _why_not(content: bytes) -> str:
    if content[4:8] == b"ftyp" and content[8:12] in PHONE_PICTURES:
        return "many devices cannot show pictures of this kind (HEIC or AVIF). Take a screenshot of it and send that."
    if content.startswith(OFFICE_OR_ZIP):
        return "it is a document that can be changed, or several files packed into one. Save it as a PDF and send that."
    return "only pictures (JPEG, PNG, GIF or WebP) and PDFs can be sent."
