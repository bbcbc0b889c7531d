"""Whose pages may open a socket."""

from contextlib import suppress

import pytest
from channels.exceptions import StopConsumer
from channels.security.websocket import OriginValidator
from django.conf import LazySettings

from config.origins import SameHost, is_same_host, only_from_our_pages


async def socket(scope: object, receive: object, send: object) -> None:
    """An application that takes everybody."""


@pytest.mark.parametrize(
    ("host", "origin", "may"),
    [
        ("127.0.0.1:8000", "http://127.0.0.1:8000", True),
        ("localhost:9000", "http://localhost:9000", True),
        ("LOCALHOST:9000", "http://localhost:9000", True),
        ("127.0.0.1:8000", "http://127.0.0.1:8001", False),
        ("127.0.0.1:8000", "http://localhost:8000", False),
        ("127.0.0.1:8000", "http://evil.example", False),
        ("evil.example", "http://evil.example", False),
        ("127.0.0.1:8000", "null", False),
        ("127.0.0.1:8000", "", False),
        ("", "", False),
        ("[::1", "http://[::1", False),
    ],
)
def test_while_trying_out_only_the_same_host_and_port_may(host: str, origin: str, may: bool) -> None:
    assert is_same_host({b"host": host.encode(), b"origin": origin.encode()}) is may


def test_the_guard_follows_debug(settings: LazySettings) -> None:
    settings.DEBUG = True
    assert type(only_from_our_pages(socket)) is SameHost
    settings.DEBUG = False
    assert type(only_from_our_pages(socket)) is OriginValidator


@pytest.mark.parametrize(
    ("origin", "may"),
    [
        ("https://support.example.org", True),
        ("https://support.example.org:443", True),
        ("http://support.example.org", False),
        ("https://support.example.org:8443", False),
        ("https://other.example.org", False),
        ("https://support.example.org.evil.example", False),
    ],
)
async def test_in_production_scheme_host_and_port_are_exact(origin: str, may: bool, settings: LazySettings) -> None:
    settings.DEBUG = False
    settings.SOCKET_ORIGINS = ["https://support.example.org"]
    reached = []

    async def inner(scope: object, receive: object, send: object) -> None:
        reached.append(scope)

    comes = iter(["websocket.connect", "websocket.disconnect"])

    async def receive() -> dict[str, object]:
        return {"type": next(comes), "code": 1006}

    async def send(answer: dict[str, object]) -> None:
        assert answer["type"] == "websocket.close"

    scope = {"type": "websocket", "headers": [(b"origin", origin.encode())]}
    # Channels ends a refused connection with an exception of its own.
    with suppress(StopConsumer):
        await only_from_our_pages(inner)(scope, receive, send)
    assert bool(reached) is may
