"""Finds the Chromium of this machine and starts it as the journeys need it."""

import os
import shutil

from playwright.sync_api import Browser, Playwright

FLAGS = [
    # Containers run as root with a small /dev/shm, and nothing may look for the internet.
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]


def chromium() -> str | None:
    """Return the path of Chromium, or None where there is none."""
    named = os.environ.get("CHROMIUM")
    found = (
        shutil.which(name)
        for name in (named, "chromium", "chromium-browser", "google-chrome", "/usr/bin/chromium")
        if name
    )
    return next((path for path in found if path), None)


def start(playwright: Playwright) -> Browser:
    """Start Chromium without a window."""
    return playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
