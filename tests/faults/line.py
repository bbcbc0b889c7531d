"""One socket, spoken to frame by frame: for tests that ask what the server answers to exactly this."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

VERSION = "alongside.v1"
OPENING = 10.0
PATIENCE = 5.0

Frame = dict[str, Any]


async def open_socket(address: str, session: str, **options: Any) -> ClientConnection:
    """Connect as a page does: with the cookie, from a page of the same host, and without pings of its own."""
    async with asyncio.timeout(OPENING):
        return await connect(
            f"ws://{address}/ws/",
            subprotocols=[VERSION],  # type: ignore[list-item]
            origin=f"http://{address}",  # type: ignore[arg-type]
            additional_headers={"Cookie": f"sessionid={session}"},
            ping_interval=None,
            close_timeout=1,
            compression=None,
            **options,
        )


class Line:
    """An open socket and what was heard on it."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.refs = count()

    async def tell(self, kind: str, /, **rest: Any) -> None:
        await self.socket.send(json.dumps({"type": kind, **rest}, ensure_ascii=False))

    async def hear(self, *kinds: str, within: float = PATIENCE) -> Frame:
        """Return the next frame of one of these kinds; what else comes is passed over."""
        async with asyncio.timeout(within):
            while True:
                frame: Frame = json.loads(await self.socket.recv())
                if not kinds or frame["type"] in kinds:
                    return frame

    async def ask(self, kind: str, /, **rest: Any) -> Frame:
        """Send a command and return its answer, which carries the same ref."""
        ref = rest.setdefault("ref", f"{kind}-{next(self.refs)}")
        await self.tell(kind, **rest)
        return await self.answer_to(ref)

    async def answer_to(self, ref: str, within: float = PATIENCE) -> Frame:
        async with asyncio.timeout(within):
            while True:
                frame: Frame = json.loads(await self.socket.recv())
                if frame.get("ref") == ref:
                    return frame

    async def closed_within(self, seconds: float) -> int:
        """Return the code that the server closed with; TimeoutError when it did not."""
        async with asyncio.timeout(seconds):
            try:
                while True:
                    await self.socket.recv()
            except ConnectionClosed as closed:
                return closed.rcvd.code if closed.rcvd else 1006


@asynccontextmanager
async def line_to(address: str, session: str, **options: Any) -> AsyncIterator[Line]:
    """A line whose first heartbeat has been heard, so that it is let in and listens."""
    socket = await open_socket(address, session, **options)
    line = Line(socket)
    try:
        await line.hear("seqs")
        yield line
    finally:
        socket.transport.abort()
