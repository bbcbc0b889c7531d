"""The settings say in one sentence what production lacks, and pass Django's checks for deployment."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

PRODUCTION = {
    "DEBUG": "false",
    "SECRET_KEY": "only-in-form-a-good-one-3Jx8vQm2Zr7Ty5Wn0Kb9Pd4Lf6Hs1Cg",
    "DATABASE_URL": "postgres://nobody:nothing@127.0.0.1:5432/nowhere",
    "REDIS_URL": "redis://127.0.0.1:6379/0",
    "ALLOWED_HOSTS": "support.example.org",
}


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=settings.BASE_DIR,
        # An empty variable counts as missing, and hides what a developer's own .env says.
        env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8"} | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("missing", ["SECRET_KEY", "DATABASE_URL", "REDIS_URL", "ALLOWED_HOSTS"])
@pytest.mark.parametrize("start", [("manage.py", "check"), ("-c", "import config.asgi")], ids=["manage.py", "asgi"])
def test_what_production_lacks_is_one_sentence(missing: str, start: tuple[str, ...]) -> None:
    ended = run(*start, **PRODUCTION | {missing: ""})

    assert ended.returncode == 1
    assert ended.stdout == ""
    assert len(ended.stderr.splitlines()) == 1
    assert ended.stderr.startswith(
        f"Alongside cannot start because {missing} is not set, in the environment or in .env. "
    )


def test_an_address_that_cannot_be_read_is_one_sentence() -> None:
    ended = run("manage.py", "check", **PRODUCTION | {"DATABASE_URL": "somewhere"})

    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1
    assert ended.stderr.startswith("Alongside cannot read DATABASE_URL. ")


def test_production_passes_the_checks_for_deployment() -> None:
    ended = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)

    assert ended.stderr == ""
    assert ended.stdout == "System check identified no issues (0 silenced).\n"


def test_the_policy_for_content_allows_nothing_inline_and_nothing_from_elsewhere() -> None:
    assert settings.CONTENT_SECURITY_POLICY["DIRECTIVES"] == {
        "default-src": ["'self'"],
        "connect-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
