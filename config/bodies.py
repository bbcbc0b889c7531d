"""How much may come with a request: counted as it comes, whatever was announced, and refused in words."""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from functools import cache
from http import HTTPStatus
from typing import Any

from django.template.loader import render_to_string

MEGABYTE = 1024 * 1024
USUAL = MEGABYTE
# Four files of five megabytes, the words, and what a browser puts around them.
WITH_FILES = 24 * MEGABYTE
TAKES_FILES = re.compile(r"/messages/\d+/|/import/")

# After the answer we go on reading for a while without keeping anything: whoever is still sending can then see it.
LINGER_BYTES = 64 * MEGABYTE
LINGER_SECONDS = 10.0

OF_PROGRAMS = "/api/"
TOO_BIG = json.dumps({"code": "too_big", "why": "This is more than can be taken here."})

Message = Mapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[dict[str, Any], Receive, Send], Awaitable[None]]


def limit_of(path: str) -> int:
    return WITH_FILES if TAKES_FILES.fullmatch(path) else USUAL


def announced(headers: Iterable[tuple[bytes, bytes]]) -> int:
    """What the sender says will come; nothing counts as said when it is no number, and the counting finds out."""
    said = [value for name, value in headers if name.lower() == b"content-length"]
    return max((int(value) for value in said if value.isdigit()), default=0)


@cache
def refusal(*, of_program: bool = False) -> tuple[list[tuple[bytes, bytes]], bytes]:
    """The headers and the page, or what a program reads; no view answers, because none was asked."""
    page = (TOO_BIG if of_program else render_to_string("413.html")).encode()
    headers = {
        "content-type": "application/json" if of_program else "text/html; charset=utf-8",
        "content-length": str(len(page)),
        "cache-control": "no-store",
        "content-security-policy": "default-src 'self'; frame-ancestors 'none'",
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "connection": "close",
    }
    return [(name.encode(), value.encode()) for name, value in headers.items()], page


class BoundedBodies:
    """Lets no more through to the application than the address takes; what is over it is never written down."""

    def __init__(self, application: Application) -> None:
        self.application = application

    async def __call__(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        limit = limit_of(scope["path"])
        if announced(scope["headers"]) > limit:
            await refuse(receive, send, path=scope["path"])
            return
        body = Counted(receive, limit)
        answered = False

        async def noting_the_answer(message: Message) -> None:
            nonlocal answered
            answered = True
            await send(message)

        await self.application(scope, body.receive, noting_the_answer)
        if body.is_too_long and not answered:
            await refuse(receive, send, path=scope["path"])


class Counted:
    """The body of one request; past its limit it ends, for the application, as if the sender had gone."""

    def __init__(self, receive: Receive, limit: int) -> None:
        self.inner = receive
        self.left = limit
        self.is_too_long = False

    async def receive(self) -> Message:
        if self.is_too_long:
            return {"type": "http.disconnect"}
        message = await self.inner()
        self.left -= len(message.get("body", b""))
        self.is_too_long = self.left < 0
        return {"type": "http.disconnect"} if self.is_too_long else message


async def refuse(receive: Receive, send: Send, *, path: str) -> None:
    headers, page = refusal(of_program=path.startswith(OF_PROGRAMS))
    await send({"type": "http.response.start", "status": HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "headers": headers})
    await send({"type": "http.response.body", "body": page, "more_body": True})
    await _let_run_out(receive)
    await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _let_run_out(receive: Receive) -> None:
    """Read on and forget: a connection that is cut while somebody sends takes the answer with it."""
    left = LINGER_BYTES
    try:
        async with asyncio.timeout(LINGER_SECONDS):
            while left > 0:
                message = await receive()
                if message["type"] == "http.disconnect" or not message.get("more_body", False):
                    return
                left -= len(message["body"])
    except TimeoutError:
        return
