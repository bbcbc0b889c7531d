"""A web server on this machine that does what it is told, well or badly, and remembers what it was asked."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Act = Callable[["Doing"], None]


class Doing(BaseHTTPRequestHandler):
    """One request, answered by the act of its path."""

    acts: dict[str, Act]
    asked: list[tuple[str, str, dict[str, str]]]

    def do_HEAD(self) -> None:
        self.asked.append((self.command, self.path, {name.lower(): value for name, value in self.headers.items()}))
        # Whoever asked may have gone already.
        with suppress(ConnectionError):
            self.acts.get(self.path.partition("?")[0], says(404))(self)

    do_GET = do_HEAD  # noqa: N815

    def log_message(self, *args: Any) -> None:
        """Keep quiet."""


def says(status: int, **headers: str) -> Act:
    def act(doing: Doing) -> None:
        doing.send_response(status)
        for name, value in headers.items():
            doing.send_header(name, value)
        doing.end_headers()

    return act


def only_for(method: str, act: Act) -> Act:
    """To any other method it says that it knows no such method."""
    return lambda doing: act(doing) if doing.command == method else says(405)(doing)


def one_byte_at_a_time(doing: Doing) -> None:
    for byte in b"HTTP/1.1 200 OK\r\n" + b"X-Slow: " + b"x" * 600:
        doing.wfile.write(bytes([byte]))
        doing.wfile.flush()
        time.sleep(0.05)


def headers_without_end(doing: Doing) -> None:
    doing.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for _ in range(4096):
        doing.wfile.write(b"X-More: " + b"x" * 4096 + b"\r\n")


def body_without_end(doing: Doing) -> None:
    doing.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
    for _ in range(4096):
        doing.wfile.write(b"x" * 65536)


def hangs_up(doing: Doing) -> None:
    doing.close_connection = True


def speaks_otherwise(doing: Doing) -> None:
    doing.wfile.write(b"220 mail.example ESMTP\r\n\r\n")


@contextmanager
def serving(**acts: Act) -> Iterator[tuple[str, list[tuple[str, str, dict[str, str]]]]]:
    """Serve each act under its name; yields the address and what was asked: method, path, headers."""
    asked: list[tuple[str, str, dict[str, str]]] = []
    handler = type("Handler", (Doing,), {"acts": {f"/{name}": act for name, act in acts.items()}, "asked": asked})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
