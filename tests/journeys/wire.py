"""The line between a browser and the service, which a test can cut and mend."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from urllib.parse import urlsplit


class Wire:
    """Passes bytes on between its own port and the service, until it is cut; what was on it then is lost."""

    def __init__(self, service: str) -> None:
        self.service = (urlsplit(service).hostname, urlsplit(service).port)
        self.entrance = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.entrance.getsockname()[1]}"
        self.is_cut = False
        self.hears_no_answers = False
        self.ends: set[socket.socket] = set()
        threading.Thread(target=self._welcome, daemon=True).start()

    def cut(self) -> None:
        """End every connection, and let no new one through."""
        self.is_cut = True
        for end in list(self.ends):
            _end(end)

    def mend(self) -> None:
        self.is_cut = self.hears_no_answers = False

    def lose_answers(self) -> None:
        """From now on what the browser says arrives, and what the service answers does not."""
        self.hears_no_answers = True

    def close(self) -> None:
        self.cut()
        _end(self.entrance)

    def _welcome(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                browser, _ = self.entrance.accept()
                if self.is_cut:
                    _end(browser)
                    continue
                server = socket.create_connection(self.service)
                self.ends |= {browser, server}
                threading.Thread(target=self._pass_on, args=(browser, server), daemon=True).start()
                threading.Thread(target=self._pass_on, args=(server, browser), daemon=True).start()

    def _pass_on(self, source: socket.socket, target: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                if not (self.hears_no_answers and source.getpeername() == self.service):
                    target.sendall(data)
        for end in (source, target):
            self.ends.discard(end)
            _end(end)


def _end(end: socket.socket) -> None:
    # A socket that another thread waits on wakes it only when it is shut down first.
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()


@contextlib.contextmanager
def wire_to(service: str) -> Iterator[Wire]:
    wire = Wire(service)
    try:
        yield wire
    finally:
        wire.close()
