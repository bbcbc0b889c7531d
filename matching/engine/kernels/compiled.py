"""Compiles functions of arrays and whole numbers the first time they are called, and keeps the result."""

from collections.abc import Callable
from hashlib import sha256
from os import W_OK, access
from pathlib import Path
from typing import ParamSpec, TypeVar

from numba import config, njit

Given = ParamSpec("Given")
Found = TypeVar("Found")

HERE = Path(__file__).parent


def folder() -> Path | None:
    """Where compiled code is kept: beside the source or with the user's own caches; None where neither can be written.

    The folder is named by what is in all kernels, because numba by itself would not notice that a function
    which another one calls has changed.
    """
    source = sha256(b"".join(file.read_bytes() for file in sorted(HERE.glob("*.py")))).hexdigest()[:16]
    for parent in (HERE / "__pycache__", Path.home() / ".cache" / "alongside"):
        try:
            (parent / source).mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if access(parent / source, W_OK):
            return parent / source
    return None


KEPT_IN = folder()
if KEPT_IN:
    config.CACHE_DIR = str(KEPT_IN)  # type: ignore[attr-defined]


def compiled(function: Callable[Given, Found]) -> Callable[Given, Found]:
    """The same function as machine code (numba); overflow is not checked there, so callers bound their numbers."""
    found: Callable[Given, Found] = njit(cache=KEPT_IN is not None)(function)
    return found
