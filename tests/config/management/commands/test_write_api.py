"""`manage.py write_api`: docs/openapi.json is what the API answers to, and the command makes it so."""

import json
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from pytest_django import Settings

from config.api import openapi_document

PAGE = Path(settings.BASE_DIR, "docs", "openapi.json")


def test_the_document_is_fresh() -> None:
    kept = json.loads(PAGE.read_text(encoding="utf-8"))
    assert kept == json.loads(json.dumps(openapi_document())), "It is stale: run manage.py write_api"


def test_it_writes_the_document(tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    settings.BASE_DIR = tmp_path
    (tmp_path / "docs").mkdir()
    call_command("write_api")

    assert (tmp_path / "docs" / "openapi.json").read_bytes() == PAGE.read_bytes()
    assert capsys.readouterr().out == f"{tmp_path / 'docs' / 'openapi.json'} is written.\n"
