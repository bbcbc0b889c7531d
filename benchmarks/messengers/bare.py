"""The limit of an ASGI server: nobody signs in; an echo at /echo, and at /all each frame goes to everybody."""

from collections.abc import Awaitable, Callable
from typing import Any

Event = dict[str, Any]
Send = Callable[[Event], Awaitable[None]]

everybody: set[Send] = set()


async def application(scope: Event, receive: Callable[[], Awaitable[Event]], send: Send) -> None:
    await receive()
    await send({"type": "websocket.accept"})
    if scope["path"] == "/all":
        everybody.add(send)
    try:
        while (event := await receive())["type"] == "websocket.receive":
            for one in list(everybody) if send in everybody else [send]:
                await one({"type": "websocket.send", "text": event["text"]})
    finally:
        everybody.discard(send)
