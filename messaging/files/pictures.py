"""Draws a picture anew, so that of what came only its pixels are left."""

from dataclasses import dataclass
from io import BytesIO

from PIL import ExifTags, Image

from messaging.files.kinds import NotAFile

# More than any phone's usual picture; the memory for decoding grows with it.
MOST_PIXELS = 30_000_000
LONG_SIDE = 2000
PREVIEW_SIDE = 480

# How a camera that was held otherwise is turned upright, by the number it writes into the picture.
UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True)
class Picture:
    content: bytes
    width: int
    height: int
    preview: bytes


def redraw(content: bytes, image_format: str) -> Picture:
    """Return the picture as a JPEG, upright, of a moderate size and on white; of moving ones the first picture.

    Place, camera, comments, colour profile and whatever was hung on behind stay where they are: in what is dropped.
    """
    try:
        with Image.open(BytesIO(content), formats=[image_format]) as opened:
            _check_pixels(opened)
            drawn = _drawn(opened)
    except NotAFile:
        raise
    except Exception as error:
        # Decoders of damaged pictures raise nearly anything.
        raise NotAFile("this picture is damaged or incomplete.", code="damaged") from error
    small = drawn.copy()
    small.thumbnail((PREVIEW_SIDE, PREVIEW_SIDE))
    return Picture(_as_jpeg(drawn, quality=85), *drawn.size, preview=_as_jpeg(small, quality=75))


def _check_pixels(opened: Image.Image) -> None:
    """The header says it; nothing has been decoded yet."""
    if opened.width * opened.height > MOST_PIXELS:
        raise NotAFile(
            f"it has {opened.width * opened.height / 1_000_000:.0f} million pixels, and a picture can have "
            f"{MOST_PIXELS // 1_000_000}. Send a smaller copy, or a screenshot of it.",
            code="too_many_pixels",
        )


def _drawn(opened: Image.Image) -> Image.Image:
    turn = _turn(opened)
    # Lets a JPEG be decoded at a fraction of its size; others do not know how.
    opened.draft("RGB", (LONG_SIDE, LONG_SIDE))
    opened.load()
    see_through = opened.has_transparency_data
    # Pillow cuts sixteen bits of grey off at white instead of making them eight.
    eight_bits = opened.point(lambda grey: grey * (1 / 256)).convert("L") if opened.mode == "I;16" else opened
    image = eight_bits.convert("RGBA" if see_through else "RGB")
    image.thumbnail((LONG_SIDE, LONG_SIDE))
    # A canvas of our own carries none of what Pillow keeps beside the pixels.
    canvas = Image.new("RGB", image.size, "white")
    canvas.paste(image, mask=image if see_through else None)
    return canvas.transpose(turn) if turn is not None else canvas


def _turn(opened: Image.Image) -> Image.Transpose | None:
    try:
        return UPRIGHT.get(opened.getexif().get(ExifTags.Base.Orientation, 1))
    except Exception:
        # A picture with unreadable notes is still a picture.
        return None


def _as_jpeg(image: Image.Image, *, quality: int) -> bytes:
    out = BytesIO()
    # Progressive, so that on a slow line something is seen soon.
    image.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
    return out.getvalue()
