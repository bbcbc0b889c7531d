"""Of a picture only what it shows is left."""

import io

import pytest
from PIL import Image

from messaging.files.cleaning import clean
from messaging.files.kinds import Kind, NotAFile
from tests.messaging.files.making import PLACE, archive, exif, halves, opened, picture, png_that_claims

RED, WHITE = (254, 0, 0), (255, 255, 255)
FORMATS = ["JPEG", "PNG", "GIF", "WEBP"]


@pytest.mark.parametrize("image_format", FORMATS)
def test_every_kind_becomes_a_jpeg_with_a_preview(image_format: str) -> None:
    cleaned = clean(picture(image_format, (800, 600)))
    image, preview = opened(cleaned.content), opened(cleaned.preview)
    assert (cleaned.kind, cleaned.width, cleaned.height) == (Kind.PICTURE, 800, 600)
    assert (image.format, image.size, preview.format, preview.size) == ("JPEG", (800, 600), "JPEG", (480, 360))


@pytest.mark.parametrize(
    ("size", "becomes"),
    [((4000, 2000), (2000, 1000)), ((30, 5000), (12, 2000)), ((1, 1), (1, 1)), ((2000, 7), (2000, 7))],
)
def test_the_long_side_is_bounded(size: tuple[int, int], becomes: tuple[int, int]) -> None:
    cleaned = clean(picture(size=size))
    assert ((cleaned.width, cleaned.height), opened(cleaned.content).size) == (becomes, becomes)


@pytest.mark.parametrize(
    ("orientation", "size", "first_pixel"),
    [
        *[(1, (40, 20), "red"), (2, (40, 20), "blue"), (3, (40, 20), "blue"), (4, (40, 20), "red")],
        *[(5, (20, 40), "red"), (6, (20, 40), "red"), (7, (20, 40), "blue"), (8, (20, 40), "blue")],
        *[(0, (40, 20), "red"), (99, (40, 20), "red")],
    ],
)
def test_a_picture_stands_upright_before_its_notes_go(
    orientation: int, size: tuple[int, int], first_pixel: str
) -> None:
    out = io.BytesIO()
    halves().save(out, "JPEG", exif=exif(orientation), quality=95)
    cleaned = clean(out.getvalue())
    red, _, blue = opened(cleaned.content).getpixel((0, 0))  # type: ignore[misc]
    assert ((cleaned.width, cleaned.height), "red" if red > blue else "blue") == (size, first_pixel)


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP"])
def test_place_camera_colour_profile_and_notes_are_gone(image_format: str) -> None:
    given = picture(image_format, exif=exif(), icc_profile=PLACE * 20, xmp=b"<x>" + PLACE + b"</x>")
    assert (PLACE in given, b"Ada's own name" in given) == (True, True)
    cleaned = clean(given)
    for content in (cleaned.content, cleaned.preview):
        assert [word for word in (PLACE, b"Ada's own name", b"Exif", b"ICC_PROFILE") if word in content] == []
        assert {name for name in opened(content).info if "jfif" not in name} == {"progressive", "progression"}


# Each begins as a picture and goes on as something that another program would run.
TAILS = {
    "zip": archive(),
    "jar": archive(**{"META-INF/MANIFEST.MF": b"Main-Class: Evil"}),
    "html": b"<html><script>alert(1)</script></html>",
    "php": b"<?php system($_GET['c']); ?>",
    "pdf": b"%PDF-1.4\n1 0 obj<</OpenAction<</S/JavaScript/JS(alert)>>>>endobj",
}


@pytest.mark.parametrize("image_format", FORMATS)
@pytest.mark.parametrize("tail", TAILS)
def test_what_hangs_on_behind_a_picture_is_gone(tail: str, image_format: str) -> None:
    given = picture(image_format)
    assert clean(given + TAILS[tail]).content == clean(given).content


@pytest.mark.parametrize("hidden", [*TAILS.values(), b"*/=alert(1)//"])
def test_what_hides_in_a_comment_of_a_picture_is_gone(hidden: bytes) -> None:
    assert clean(picture("JPEG", comment=hidden)).content == clean(picture("JPEG")).content
    assert clean(picture("GIF", comment=hidden[:200])).content == clean(picture("GIF")).content


@pytest.mark.parametrize(
    ("mode", "colour", "shown"),
    [
        ("RGBA", (255, 0, 0, 0), WHITE),
        ("RGBA", (255, 0, 0, 255), RED),
        ("LA", (0, 0), WHITE),
        ("LA", (0, 255), (0, 0, 0)),
    ],
)
def test_what_is_see_through_becomes_white(mode: str, colour: object, shown: tuple[int, int, int]) -> None:
    assert opened(clean(picture("PNG", mode=mode, colour=colour)).content).getpixel((5, 5)) == shown


def test_of_a_moving_picture_the_first_is_shown() -> None:
    out = io.BytesIO()
    first, second = Image.new("RGB", (20, 20), "red"), Image.new("RGB", (20, 20), "blue")
    first.save(out, "GIF", save_all=True, append_images=[second], duration=100)
    assert opened(clean(out.getvalue()).content).getpixel((5, 5)) == RED


@pytest.mark.parametrize(
    ("mode", "colour", "image_format", "shown"),
    [
        ("1", 1, "PNG", WHITE),
        ("L", 200, "PNG", (200, 200, 200)),
        ("P", 0, "PNG", (0, 0, 0)),
        ("I;16", 30_000, "PNG", (117, 117, 117)),
        ("CMYK", (0, 0, 0, 0), "JPEG", WHITE),
    ],
)
def test_unusual_colours_are_shown_as_colours(
    mode: str, colour: object, image_format: str, shown: tuple[int, int, int]
) -> None:
    assert opened(clean(picture(image_format, mode=mode, colour=colour)).content).getpixel((5, 5)) == shown


@pytest.mark.parametrize(
    ("size", "words"),
    [
        ((6_000, 6_000), "it has 36 million pixels, and a picture can have 30. Send a smaller copy, or a screenshot"),
        ((5_478, 5_478), "it has 30 million pixels"),
        # Pillow itself stops at these.
        ((30_000, 30_000), "this picture is damaged"),
        ((2**31 - 1, 2**31 - 1), "this picture is damaged"),
    ],
)
def test_too_many_pixels_are_refused_by_what_the_header_says(size: tuple[int, int], words: str) -> None:
    with pytest.raises(NotAFile, match=words):
        clean(png_that_claims(*size))


@pytest.mark.parametrize("image_format", FORMATS)
def test_half_a_picture_is_refused(image_format: str) -> None:
    out = io.BytesIO()
    Image.effect_noise((200, 200), 80).convert("RGB").save(out, image_format)
    whole = out.getvalue()
    for part in (whole[: len(whole) // 2], whole[:30], whole[:12]):
        with pytest.raises(NotAFile) as refused:
            clean(part)
        assert refused.value.message == "this picture is damaged or incomplete."
