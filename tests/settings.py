"""The settings under test: the real ones, made fast and kept apart, so that several runs share a machine."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

# What the environment or .env says for a real service must never reach a test.
os.environ["DEBUG"] = "true"
os.environ["SECRET_KEY"] = "only for tests"
os.environ["ALLOWED_HOSTS"] = "127.0.0.1,localhost,testserver"
os.environ["EMAIL_URL"] = "console:"
FOLDER = tempfile.mkdtemp(prefix="alongside-tests-")
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
os.environ["FILES_ROOT"] = f"{FOLDER}/files"
os.environ["DATABASE_URL"] = os.environ.get("TEST_DATABASE_URL") or f"sqlite:///{FOLDER}/unused.sqlite3"
os.environ["REDIS_URL"] = os.environ.get("TEST_REDIS_URL", "")

from config.settings import *  # noqa: E402, F403
from config.settings import CACHES, CHANNEL_LAYERS, DATABASES, HUEY, REDIS_URL  # noqa: E402

# On PostgreSQL one name for a run; pytest-django adds the worker to it.
RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))[:8]
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")

DATABASES["default"]["TEST"] = {"NAME": f"test_alongside_{RUN}"}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, because a database in memory cannot be shared by the threads that a test may start.
    DATABASES["default"]["TEST"]["NAME"] = str(Path(FOLDER, "test.sqlite3"))
    DATABASES["default"]["OPTIONS"]["init_command"] += "; PRAGMA synchronous=OFF"

if REDIS_URL:
    # Redis knows no separate databases for its channels, so a prefix keeps the workers apart.
    CACHES["default"]["KEY_PREFIX"] = f"test-{RUN}{WORKER}"
    CHANNEL_LAYERS["default"]["CONFIG"]["prefix"] = f"test-{RUN}{WORKER}"

HUEY["immediate"] = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# Else the sixth sign-in of a run would be refused; the tests of the limits turn them on.
ACCOUNT_RATE_LIMITS = False
# The tests of links have a server of their own on this machine.
LINKS_MAY_LEAD_HERE = True
