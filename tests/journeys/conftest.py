"""A real service on a real port, and a browser with a window of its own for each person."""

import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, connections
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser import chromium, start
from tests.journeys.wire import Wire, wire_to
from tests.servers import PATIENCE, end, free_port

# Playwright keeps a loop running in this thread, which Django would take for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

ROOT = Path(settings.BASE_DIR)
KEPT = ROOT / "var" / "journeys"
PageFor = Callable[..., Page]

# How long, in milliseconds, a page may take to become what is expected of it: much longer than it should, because
# a machine that runs the tests may be busy.
LONGEST_WAIT = 15_000
expect.set_options(timeout=LONGEST_WAIT)


@dataclass(frozen=True)
class Service:
    """Alongside, running beside the test on the same database."""

    address: str
    mails: Path
    log: Path


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    """Let the fixtures know at their end whether the test went well."""
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report


FAILED = pytest.StashKey[bool]()


@pytest.fixture(autouse=True)
def rows_for_everybody(transactional_db: None) -> None:
    """What a journey prepares must be committed, or the service would not see it."""


@pytest.fixture(scope="session")
def service(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with served(tmp_path_factory.mktemp("service"), {"DJANGO_SETTINGS_MODULE": "tests.journeys.settings"}) as there:
        yield there


@contextmanager
def served(folder: Path, environment: dict[str, str]) -> Iterator[Service]:
    """Start `manage.py serve` on this run's own database and a free port; end it by its own process id."""
    port = free_port()
    there = Service(f"http://127.0.0.1:{port}", folder / "mails", folder / "service.log")
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{connection.settings_dict['NAME']}",
        # With one slash less the path would be taken as relative.
        "EMAIL_URL": f"file:///{there.mails}",
        "PYTHONUNBUFFERED": "1",
        **environment,
    }
    command = [sys.executable, str(ROOT / "manage.py"), "serve", "--port", str(port)]
    with there.log.open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)
    try:
        _wait_until_it_answers(there, process)
        yield there
    finally:
        end(process)


def _wait_until_it_answers(service: Service, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(f"{service.address}/accounts/login/", timeout=10).close()
            return
        except urllib.error.HTTPError:
            # It answers; what is wrong with the page is for a journey to find.
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"The service did not start:\n{service.log.read_text()}")


@pytest.fixture(scope="session")
def browser(django_db_setup: None) -> Iterator[Browser]:
    if chromium() is None:
        pytest.skip("no Chromium: install the package chromium, or set CHROMIUM to its path")
    rows_of_migrations = vars(connections["default"])["_test_serialized_contents"]
    with sync_playwright() as playwright:
        # Beside Playwright's loop Django has a new connection, which must know too what to put back after each test.
        vars(connections["default"])["_test_serialized_contents"] = rows_of_migrations
        browser = start(playwright)
        yield browser
        browser.close()


@pytest.fixture
def wire(service: Service) -> Iterator[Wire]:
    """A line to the service that a test can cut and mend: open a page with `base_url=wire.address`."""
    with wire_to(service.address) as wire:
        yield wire


@pytest.fixture
def page_for(service: Service, browser: Browser, request: pytest.FixtureRequest) -> Iterator[PageFor]:
    """Return `page_for(person, **context)`: a window of their own, already signed in; None is a stranger.

    The options are Playwright's for a context: `viewport`, `java_script_enabled=False`, `color_scheme` and so on.
    After a failure each window is kept as a picture in var/journeys, with the log of the service.
    """
    windows: list[BrowserContext] = []

    def open_window(person: Any = None, **options: Any) -> Page:
        windows.append(window_of(person, browser, service, **options))
        return windows[-1].new_page()

    yield open_window
    if request.node.stash.get(FAILED, False):
        keep(request.node.name, [page for window in windows for page in window.pages], service)
    for window in windows:
        window.close()


def window_of(person: Any, browser: Browser, service: Service, **options: Any) -> BrowserContext:
    """A browser of the person's own, already signed in; the weather they leave to is far, so it stays a blank page."""
    window = browser.new_context(**{"base_url": service.address, **options})
    window.set_default_timeout(LONGEST_WAIT)
    window.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="", content_type="text/html"))
    if person is not None:
        window.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": _session_of(person), "url": service.address}]
        )
    return window


def _session_of(person: Any) -> str:
    client = Client()
    client.force_login(person, backend=settings.AUTHENTICATION_BACKENDS[0])
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def keep(name: str, pages: list[Page], service: Service) -> None:
    """Leave what was seen and what the service wrote, for whoever looks into a failure."""
    KEPT.mkdir(parents=True, exist_ok=True)
    named = re.sub(r"[^\w.-]+", "-", name)
    for number, page in enumerate(pages):
        page.screenshot(path=KEPT / f"{named}-{number}.png", full_page=True)
    (KEPT / f"{named}.log").write_bytes(service.log.read_bytes())
