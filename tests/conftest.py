"""What every test stands on: a clean cache, no network but this machine, and real servers only where they are there."""

import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from hypothesis import settings as examples
from redis import Redis

from tests.migrated import migrated_database

pytest_plugins = ["tests.fixtures"]

# How long one example takes is for a benchmark; a busy machine makes no test red.
examples.register_profile("alongside", deadline=None)
examples.load_profile("alongside")

ON_SERVERS = bool(settings.REDIS_URL)
APART = ("journeys", "faults")
WHY_SKIPPED = "needs PostgreSQL and Redis: make test-servers"


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out what stands on its own unless it is named: a browser and asyncio tests do not share a process, and
    nobody else should stand by when servers are killed.
    """
    apart = collection_path.name
    named = any(f"tests/{apart}" in argument for argument in config.args)
    return True if apart in APART and not named else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if not ON_SERVERS and item.get_closest_marker("servers"):
            item.add_marker(pytest.mark.skip(reason=WHY_SKIPPED))


@pytest.fixture(autouse=True)
def forget_what_was_cached() -> Iterator[None]:
    """Empty the cache after each test; in Redis only this worker's own keys, because the Redis may be somebody's."""
    yield
    if not ON_SERVERS:
        cache.clear()
        return
    with Redis.from_url(settings.REDIS_URL) as redis:
        for key in redis.scan_iter(f"{settings.CACHES['default']['KEY_PREFIX']}*", count=1000):
            redis.delete(key)


@pytest.fixture(autouse=True)
def rows_of_migrations(django_db_serialized_rollback: None) -> None:
    """Give back what migrations wrote, like topics, after a test with real transactions has emptied every table."""


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_modify_db_settings: None) -> bool:
    """Begin on SQLite with a copy in which everything is migrated, which pytest-django then keeps as it is.

    The copy goes with the folder of the run.
    """
    found = settings.DATABASES["default"]
    if found["ENGINE"] != "django.db.backends.sqlite3":
        return False
    shutil.copyfile(migrated_database(), found["TEST"]["NAME"])
    return True


@pytest.fixture(autouse=True, scope="session")
def only_this_machine() -> Iterator[None]:
    """Refuse every connection to elsewhere: a test that needs the internet is wrong."""

    def connect_here(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"A test tried to reach {address[0]}.")
        connect(self, address)

    connect = socket.socket.connect
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect_here)
        yield
