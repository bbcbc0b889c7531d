"""Everything breaks, again and again, and in the end nothing is lost, nothing is there twice, and all see the same."""

import os
from collections.abc import Callable

import pytest
from channels.db import database_sync_to_async

from tests.faults.cast import gather
from tests.faults.chaos import AT_A_TABLE, PEOPLE, chaos
from tests.faults.conftest import SEED
from tests.faults.site import Site

SECONDS = float(os.environ.get("CHAOS_SECONDS", "90"))


@pytest.mark.asyncio(loop_scope="session")
async def test_chaos(site: Site, record_testsuite_property: Callable[[str, object], None]) -> None:
    cast = await database_sync_to_async(gather)(PEOPLE, AT_A_TABLE)
    outcome = await chaos(site, cast, SECONDS, SEED)
    kept = outcome.keep()
    record_testsuite_property("summary", str(outcome))
    assert outcome.is_clean, "\n".join(
        [outcome.findings.in_full(), *outcome.unfinished[:10], *list(site.complaints())[-20:], f"See {kept}"]
    )
