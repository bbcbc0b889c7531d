"""What the console says of a request."""

import io
import logging

import pytest

from people.models import Person
from tests.fixtures import As


@pytest.fixture
def console(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """What the handler that the settings name writes."""
    written = io.StringIO()
    [handler] = (each for each in logging.getLogger("django").handlers if each.name == "console")
    monkeypatch.setattr(handler, "stream", written)
    return written


def test_what_somebody_may_not_open_is_one_plain_line(signed_in_as: As, ada: Person, console: io.StringIO) -> None:
    assert signed_in_as(ada).get("/desk/").status_code == 403
    [line] = console.getvalue().splitlines()
    assert line.endswith("WARNING django.request: Forbidden (Permission denied): /desk/")


def test_a_failure_of_ours_is_told_with_all_that_led_to_it(console: io.StringIO) -> None:
    try:
        raise ZeroDivisionError
    except ZeroDivisionError:
        logging.getLogger("django.request").exception("Failed: %s", "/desk/", extra={"status_code": 500})
        logging.getLogger("django").exception("Failed elsewhere")
    assert console.getvalue().count("Traceback") == 2
