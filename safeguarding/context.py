"""Crisis help for every page."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

from safeguarding import queries


def crisis_lines(request: HttpRequest) -> dict[str, Callable[[], Any]]:
    """The lines are read only by a page that shows them."""
    return {"crisis_lines": queries.crisis_lines}
