"""The lock files pin every package by its hash and name no registry."""

import re

import pytest
from django.conf import settings

LOCKS = ["requirements.lock", "requirements-dev.lock"]


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_pinned_packages_and_hashes_and_nothing_else(name: str) -> None:
    pinned = re.compile(r"[a-z0-9-]+(\[[a-z,]+\])?==[\w.]+( ; [^\\]+)? \\")
    hashed = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")
    lines = (settings.BASE_DIR / name).read_text().splitlines()

    assert [line for line in lines if not pinned.fullmatch(line) and not hashed.fullmatch(line)] == []


def pinned(line: str) -> str:
    """The package and its version, without the systems it is for: tools may need it on more of them."""
    return line.split(" ;", maxsplit=1)[0].rstrip(" \\")


def test_what_serves_and_what_tests_have_the_same_versions() -> None:
    serving, testing = (
        {pinned(line) for line in (settings.BASE_DIR / name).read_text().splitlines() if "==" in line} for name in LOCKS
    )

    assert serving - testing == set()
