"""Keeps a SQLite database in which every migration has run, so that a test run begins with a copy of it."""

import fcntl
import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "var" / "migrated"


def migrated_database() -> Path:
    """The file; made anew where a migration or a dependency has changed, by the first of several that ask."""
    KEPT.mkdir(parents=True, exist_ok=True)
    kept = KEPT / f"{_state_of_migrations()}.sqlite3"
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            for older in KEPT.glob("*.sqlite3"):
                older.unlink()
            _migrate_into(kept)
    return kept


def _state_of_migrations() -> str:
    known = hashlib.sha256((ROOT / "requirements-dev.lock").read_bytes())
    for path in sorted(ROOT.glob("*/migrations/*.py")):
        known.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return known.hexdigest()[:16]


def _migrate_into(kept: Path) -> None:
    with tempfile.TemporaryDirectory(dir=KEPT) as folder:
        made = Path(folder, "made.sqlite3")
        environment = os.environ | {"DATABASE_URL": f"sqlite:///{made}", "REDIS_URL": "", "DEBUG": "true"}
        environment.pop("DJANGO_SETTINGS_MODULE", None)
        subprocess.run(
            [sys.executable, str(ROOT / "manage.py"), "migrate", "--verbosity", "0"], env=environment, check=True
        )
        made.rename(kept)
