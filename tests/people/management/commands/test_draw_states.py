"""`manage.py draw_states`: writes the page, with the machines of every app, also in a process that loaded no page."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from pytest_django import Settings

from people.states import document


def test_it_writes_the_page(tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    settings.BASE_DIR = tmp_path
    (tmp_path / "docs").mkdir()
    page = tmp_path / "docs" / "states.md"
    page.write_text("stale", encoding="utf-8")
    call_command("draw_states")

    assert page.read_text(encoding="utf-8") == document()
    assert capsys.readouterr().out == f"{page} is drawn.\n"


def test_every_machine_is_there_as_soon_as_django_is() -> None:
    script = "import django; django.setup(); from people.states import MACHINES; print(*sorted(MACHINES))"
    run = subprocess.run(
        [sys.executable, "-c", script],
        cwd=settings.BASE_DIR,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    names = [model._meta.label_lower for model in apps.get_models() if "state" in {f.name for f in model._meta.fields}]
    assert run.stdout.split() == sorted(names)
