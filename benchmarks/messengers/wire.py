"""A WebSocket client that does next to nothing, because it shares the machine with the servers it measures.

It speaks what the servers under test say: unfragmented frames, no compression. Its mask is zero, which the protocol
allows and which saves the client from masking; the servers unmask all the same.
"""

import asyncio
import socket
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from .processes import NotMeasured

TEXT, CLOSE, PING, PONG = 0x81, 0x88, 0x89, 0x8A
# As many as are opened at a time where it is not a storm that is measured.
AT_A_TIME = 50
PATIENCE = 60.0
SMALL_BUFFER = 4096


@dataclass(frozen=True)
class Address:
    """Where one person's socket is opened, and as whom."""

    port: int
    path: str
    cookie: str = ""
    subprotocol: str = ""
    # What is said as soon as the socket is open, and what is in the first frame that shows that one is in;
    # without it, being open is enough.
    greeting: bytes = b""
    ready: bytes = b""


def framed(kind: int, payload: bytes) -> bytes:
    """A frame as a client sends it."""
    size = len(payload)
    if size < 126:
        head = struct.pack("!BB", kind, 0x80 | size)
    elif size < 65536:
        head = struct.pack("!BBH", kind, 0x80 | 126, size)
    else:
        head = struct.pack("!BBQ", kind, 0x80 | 127, size)
    return head + bytes(4) + payload


class Line(asyncio.Protocol):
    """One socket. `heard(line, words)` is called for every text frame."""

    def __init__(self, address: Address, heard: Callable[["Line", bytes], None]) -> None:
        self.address = address
        self.heard = heard
        self.ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.gone: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self.is_open = False
        # What the server would not do, where it said so.
        self.refusal = b""
        self.rest = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # Those of uvloop have the methods of a transport without being one.
        self.transport = cast(asyncio.Transport, transport)
        self.transport.write(_request(self.address))

    def data_received(self, data: bytes) -> None:
        if self.rest:
            data = self.rest + data
        if not self.is_open:
            head, end, data = data.partition(b"\r\n\r\n")
            if not end:
                self.rest = head
                return
            self._opened(head)
        self.rest = self._read(data)

    def _opened(self, head: bytes) -> None:
        if b" 101 " not in head.split(b"\r\n", 1)[0]:
            self._not_ready(head.split(b"\r\n", 1)[0].decode())
            self.transport.close()
            return
        self.is_open = True
        if self.address.greeting:
            self.say(self.address.greeting)
        if not self.address.ready:
            self._is_ready()

    def _read(self, data: bytes) -> bytes:
        """Hear every whole frame; what is left begins one that is still under way."""
        start, end = 0, len(data)
        while end - start >= 2:
            size, at = data[start + 1], start + 2
            if size == 126:
                if end - at < 2:
                    break
                size, at = data[at] << 8 | data[at + 1], at + 2
            elif size == 127:
                if end - at < 8:
                    break
                size, at = int.from_bytes(data[at : at + 8], "big"), at + 8
            if end - at < size:
                break
            words = data[at : at + size]
            if data[start] == TEXT:
                if not self.ready.done() and self.address.ready in words:
                    self._is_ready()
                self.heard(self, words)
            else:
                self._answer(data[start], words)
            start = at + size
        return data[start:]

    def _answer(self, kind: int, words: bytes) -> None:
        if kind == PING:
            self.transport.write(framed(PONG, words))
        elif kind == CLOSE:
            self._ended(int.from_bytes(words[:2], "big"))
            self.transport.close()

    def connection_lost(self, error: Exception | None) -> None:
        self._ended(0)

    def _ended(self, code: int) -> None:
        self._not_ready(f"closed with {code}")
        if not self.gone.done():
            self.gone.set_result(code)

    def _is_ready(self) -> None:
        if not self.ready.done():
            self.ready.set_result(None)

    def _not_ready(self, why: str) -> None:
        if not self.ready.done():
            self.ready.set_exception(NotMeasured(why))

    def say(self, words: bytes) -> None:
        self.transport.write(framed(TEXT, words))

    def close(self) -> None:
        self.transport.abort()


def _request(address: Address) -> bytes:
    lines = [
        f"GET {address.path} HTTP/1.1",
        "Host: bench.example.org",
        "Origin: https://bench.example.org",
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Version: 13",
    ]
    if address.cookie:
        lines.append(f"Cookie: {address.cookie}")
    if address.subprotocol:
        lines.append(f"Sec-WebSocket-Protocol: {address.subprotocol}")
    return "\r\n".join([*lines, "", ""]).encode()


async def opened(line: Line, *, slow: bool = False) -> Line:
    """Connect the line and wait until it is ready; a slow one has as small a buffer as the system gives."""
    plug = socket.socket()
    plug.setblocking(False)  # noqa: FBT003
    plug.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if slow:
        plug.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL_BUFFER)
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(PATIENCE):
            await loop.sock_connect(plug, ("127.0.0.1", line.address.port))
            await loop.create_connection(lambda: line, sock=plug)
            await line.ready
    except (OSError, TimeoutError) as error:
        raise NotMeasured(repr(error)) from error
    return line
