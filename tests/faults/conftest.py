"""The site under fault, for the tests of this part: made once, and never left broken by one for the next."""

import os
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from django.conf import settings
from django.db import connection
from pytest_django import DjangoDbBlocker

from tests.faults.site import ROOT, Site
from tests.faults.site import site as started
from tests.faults.stores import Postgres, Redis

SEED = int(os.environ.get("CHAOS_SEED", "4"))
# Where tests/__main__.py has started the two that we may break.
POSTGRES = os.environ.get("FAULTS_POSTGRES", "")
REDIS = os.environ.get("FAULTS_REDIS", "")


def _found(where: str) -> tuple[Path, int]:
    folder, _, port = where.rpartition(":")
    return Path(folder), int(port)


@pytest.fixture(scope="session")
def database(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The name of the run's database. Nothing is rolled back, because the servers must see it."""
    with django_db_blocker.unblock():
        yield str(connection.settings_dict["NAME"])


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def site(database: str) -> AsyncIterator[Site]:
    if not POSTGRES:
        pytest.skip("needs a PostgreSQL and a Redis of its own: make test-faults")
    prefix = settings.CHANNEL_LAYERS["default"]["CONFIG"]["prefix"]
    # Kept after the run, for whoever looks into a failure.
    folder = ROOT / "var" / "faults" / "logs"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    stores = Postgres(*_found(POSTGRES)), Redis(*_found(REDIS))
    async with started(*stores, database=database, prefix=prefix, folder=folder, seed=SEED) as running:
        yield running
