"""`manage.py write_protocol`: what is in docs/ is what the code says, and the command makes it so."""

import json
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from pytest_django import Settings

from messaging.manual.asyncapi import asyncapi_document
from messaging.manual.page import manual_page

DOCS = Path(settings.BASE_DIR, "docs")


def test_the_manual_is_fresh() -> None:
    stale = "docs/protocol.md and docs/asyncapi.json are stale: run manage.py write_protocol"
    assert (DOCS / "protocol.md").read_text(encoding="utf-8") == manual_page(), stale
    assert json.loads((DOCS / "asyncapi.json").read_text(encoding="utf-8")) == asyncapi_document(), stale


def test_it_writes_both(tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    settings.BASE_DIR = tmp_path
    (tmp_path / "docs").mkdir()
    call_command("write_protocol")

    assert {one.name: one.read_bytes() for one in (tmp_path / "docs").iterdir()} == {
        name: (DOCS / name).read_bytes() for name in ("protocol.md", "asyncapi.json")
    }
    assert capsys.readouterr().out.count(" is written.\n") == 2
