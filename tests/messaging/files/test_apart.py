"""A file is cleaned by a process of its own, and no file brings down more than that."""

import subprocess
import sys

import pytest
from django.conf import settings

from messaging.files import CleanFile, Kind, NotAFile, apart, clean_file
from messaging.files.cleaning import clean
from tests.messaging.files.making import document, pdf_bomb, picture, png_that_claims


@pytest.mark.parametrize(
    ("name", "content", "becomes"),
    [("Our garden.png", picture("PNG"), "Our garden.jpg"), ("letter.PDF", document(), "letter.pdf")],
)
def test_it_is_what_cleaning_makes_of_it_under_its_name(name: str, content: bytes, becomes: str) -> None:
    here, there = clean(content), clean_file(name, content)
    assert (there.name, there.kind, there.width, there.height) == (becomes, here.kind, here.width, here.height)
    assert (there.content, there.preview) == (here.content, here.preview)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("me.jpg", b"", "“me.jpg” cannot be sent: it is empty."),
        ("me.jpg", picture()[:-100], "“me.jpg” cannot be sent: this picture is damaged or incomplete."),
        ("", b"Hello", "The file cannot be sent: only pictures (JPEG, PNG, GIF or WebP) and PDFs can be sent."),
    ],
)
def test_a_refusal_says_which_file_and_why(name: str, content: bytes, words: str) -> None:
    with pytest.raises(NotAFile) as refused:
        clean_file(name, content)
    assert refused.value.message == words


def test_what_the_process_answers_comes_back_as_it_was() -> None:
    made = CleanFile(Kind.PICTURE, b"\n{}\nnot the head", 3, 2, b"preview\n")
    assert apart.unpack(apart.pack(made)) == made
    with pytest.raises(NotAFile) as refused:
        apart.unpack(apart.pack_refusal(NotAFile("because", code="damaged")))
    assert (refused.value.message, refused.value.code) == ("because", "damaged")


# Runs the process with a file, and prints how it ended, the megabytes it took at most, and its seconds.
MEASURE = """
import resource, subprocess, sys
done = subprocess.run([sys.executable, "-m", "messaging.files"], stdin=sys.stdin, capture_output=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(done.returncode, used.ru_maxrss // 1024, used.ru_utime + used.ru_stime)
"""


def measured(content: bytes) -> tuple[int, int, float]:
    done = subprocess.run(
        [sys.executable, "-c", MEASURE], input=content, capture_output=True, cwd=settings.BASE_DIR, check=True
    )
    code, megabytes, seconds = done.stdout.split()
    return int(code), int(megabytes), float(seconds)


TWO_GIGABYTES = 2_000_000_000


@pytest.mark.parametrize(
    "bomb",
    [
        # Refused by what it says of itself, and the largest that is let in.
        png_that_claims(30_000, 30_000),
        picture("PNG", (5_400, 5_400), mode="RGBA", colour=0),
        picture("WEBP", (5_400, 5_400), mode="RGBA", colour=0),
        picture("GIF", (5_400, 5_400), mode="P", colour=0),
        pdf_bomb(TWO_GIGABYTES),
    ],
    ids=["claims", "png", "webp", "gif", "pdf"],
)
def test_a_bomb_takes_no_more_than_the_process_may_take(bomb: bytes) -> None:
    assert len(bomb) < 5 * 1024 * 1024
    _, megabytes, seconds = measured(bomb)
    assert (megabytes < 1024, seconds < 11) == (True, True)


def test_a_bomb_is_a_refusal_like_any_other() -> None:
    with pytest.raises(NotAFile, match=r"“letter\.pdf” cannot be sent"):
        clean_file("letter.pdf", pdf_bomb(TWO_GIGABYTES))


def test_who_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "PATIENCE", 0.001)
    with pytest.raises(NotAFile, match="we cannot read"):
        clean_file("slow.jpg", picture())


def test_who_finds_no_place_is_asked_to_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "WAIT_FOR_A_PLACE", 0.01)
    taken = [apart.places.acquire() for _ in range(apart.AT_ONCE)]
    try:
        with pytest.raises(NotAFile, match="many files are arriving at this moment"):
            clean_file("me.jpg", picture())
    finally:
        for _ in taken:
            apart.places.release()
    assert clean_file("me.jpg", picture()).name == "me.jpg"


def test_a_refusal_gives_its_place_back() -> None:
    for _ in range(apart.AT_ONCE + 1):
        with pytest.raises(NotAFile, match="damaged"):
            clean_file("me.jpg", picture()[:-50])
