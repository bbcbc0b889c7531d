"""Decides from which pages a socket may be opened."""

from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import SplitResult, urlsplit

from channels.security.websocket import OriginValidator, WebsocketDenier
from django.conf import settings
from django.http.request import validate_host

Socket = Callable[[dict[str, Any], Callable[..., Any], Callable[..., Any]], Awaitable[None]]


class SameHost:
    """Lets in only pages of the very host and port that serve the socket: while trying out, any port may be chosen."""

    def __init__(self, inner: Socket) -> None:
        self.inner = inner

    async def __call__(self, scope: dict[str, Any], receive: Callable[..., Any], send: Callable[..., Any]) -> None:
        inner = self.inner if is_same_host(dict(scope["headers"])) else WebsocketDenier()
        await inner(scope, receive, send)


def is_same_host(headers: dict[bytes, bytes]) -> bool:
    """Return whether the page at Origin came from the host that was asked, and that host is one of ours."""
    host = headers.get(b"host", b"").decode("latin1").lower()
    try:
        origin: SplitResult = urlsplit(headers.get(b"origin", b"").decode("latin1").lower())
        named = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    bracketed = f"[{named}]" if ":" in named else named
    return origin.netloc == host and validate_host(bracketed, settings.ALLOWED_HOSTS)


def only_from_our_pages(inner: Socket) -> Socket:
    """Guard `inner` by exact origins in production, and by the host itself while trying out."""
    return SameHost(inner) if settings.DEBUG else OriginValidator(inner, settings.SOCKET_ORIGINS)
