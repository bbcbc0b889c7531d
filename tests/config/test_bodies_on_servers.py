"""Bodies that lie or never end, sent over a real connection to each of the real servers."""

import os
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.bodies import LINGER_BYTES, MEGABYTE, WITH_FILES
from tests.config.test_serve import own, serve  # noqa: F401 - the fixture is used by name
from tests.servers import end, free_port

CHUNK = b"%x\r\n%s\r\n" % (MEGABYTE, b"x" * MEGABYTE)


class Served:
    """A server, and how much of what it was sent it has written down."""

    def __init__(self, process: subprocess.Popen[str], port: int) -> None:
        self.process = process
        self.port = port

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=20)

    def written_down(self) -> int:
        return max((size_of(one) for one in Path("/proc", str(self.process.pid), "fd").iterdir()), default=0)

    def is_well(self) -> bool:
        with self.connect() as connection:
            connection.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
            return answer(connection).startswith(b"HTTP/1.1 200")


def size_of(opened: Path) -> int:
    """How much is in a file for what comes and goes; it may be closed while we look."""
    try:
        return os.stat(opened).st_size if "/tmp" in os.readlink(opened) else 0
    except FileNotFoundError:
        return 0


@pytest.fixture(scope="module", params=["daphne", "uvicorn"])
def served(request: pytest.FixtureRequest, own: dict[str, str]) -> Iterator[Served]:  # noqa: F811 - a fixture by its name
    port = free_port()
    process = serve(port, request.param, own)
    assert process.stdout is not None
    process.stdout.readline()
    yield Served(process, port)
    end(process)


def head(*headers: str, path: str = "/messages/1/") -> bytes:
    return "\r\n".join([f"POST {path} HTTP/1.1", "Host: 127.0.0.1", *headers, "", ""]).encode()


def answer(connection: socket.socket, *, until: bytes = b"nothing") -> bytes:
    """Everything that comes until the other side ends, or until these bytes."""
    received = b""
    while until not in received:
        try:
            piece = connection.recv(65536)
        except ConnectionResetError:
            break
        if not piece:
            break
        received += piece
    return received


def is_too_much(received: bytes) -> bool:
    return received.startswith(b"HTTP/1.1 413 ") and b"That was too much at once" in received


def test_who_announces_too_much_is_answered_at_once(served: Served) -> None:
    with served.connect() as connection:
        connection.sendall(head(f"Content-Length: {WITH_FILES + 1}"))
        received = answer(connection, until=b"</html>")
    assert is_too_much(received)
    assert served.is_well()


def test_a_browser_that_sends_it_all_first_can_still_read_why(served: Served) -> None:
    with served.connect() as connection:
        connection.sendall(head(f"Content-Length: {40 * MEGABYTE}"))
        connection.sendall(b"x" * 40 * MEGABYTE)
        assert is_too_much(answer(connection, until=b"</html>"))
    assert served.is_well()


def test_where_no_files_are_taken_a_megabyte_is_enough(served: Served) -> None:
    with served.connect() as connection:
        connection.sendall(head(f"Content-Length: {2 * MEGABYTE}", "Connection: close", path="/accounts/login/"))
        connection.sendall(b"x" * 2 * MEGABYTE)
        assert is_too_much(answer(connection, until=b"</html>"))


def test_a_body_without_end_is_not_written_down(served: Served) -> None:
    sent, most = 0, 0
    with served.connect() as connection:
        connection.sendall(head("Transfer-Encoding: chunked"))
        try:
            while sent < 4 * LINGER_BYTES:
                connection.sendall(CHUNK)
                sent += MEGABYTE
                most = max(most, served.written_down())
        except (ConnectionResetError, BrokenPipeError):
            pass
    assert (0 < most <= WITH_FILES, sent < 2 * LINGER_BYTES) == (True, True)
    assert served.is_well()


def test_a_body_without_length_that_is_too_long_reads_why(served: Served) -> None:
    with served.connect() as connection:
        connection.sendall(head("Transfer-Encoding: chunked"))
        for _ in range(30):
            connection.sendall(CHUNK)
        connection.sendall(b"0\r\n\r\n")
        assert is_too_much(answer(connection, until=b"</html>"))


def test_what_is_longer_than_said_is_cut_where_it_was_said(served: Served) -> None:
    with served.connect() as connection:
        connection.sendall(head("Content-Length: 10", path="/accounts/login/") + b"y" * 10 + b"x" * 5000 + b"\r\n\r\n")
        received = answer(connection)
    # The ten bytes are a form without its token; the rest is no request.
    assert (received[:13], b"HTTP/1.1 400 " in received) == (b"HTTP/1.1 403 ", True)
    assert served.is_well()


def test_what_is_shorter_than_said_reaches_nobody(served: Served) -> None:
    with served.connect() as connection:
        connection.sendall(head("Content-Length: 5000") + b"x" * 10)
        connection.shutdown(socket.SHUT_WR)
        received = answer(connection)
    assert received == b""
    assert served.is_well()


def test_a_page_asked_for_after_one_with_a_body_is_answered_too(served: Served) -> None:
    with served.connect() as connection:
        again = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
        connection.sendall(head(f"Content-Length: {3 * MEGABYTE}") + b"x" * 3 * MEGABYTE + again)
        received = answer(connection)
    assert (received[:13], received.count(b"HTTP/1.1 200 ")) == (b"HTTP/1.1 403 ", 1)
