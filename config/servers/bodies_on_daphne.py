"""The same bound where daphne would take in a whole body, onto the disk, before anything of ours is asked."""

from http import HTTPStatus
from typing import Any

import daphne.server
from daphne.http_protocol import HTTPFactory, WebRequest
from twisted.internet import reactor

from config.bodies import LINGER_BYTES, LINGER_SECONDS, WITH_FILES, refusal


class BoundedRequest(WebRequest):  # type: ignore[misc]
    """Counts what comes, up to the most that any address takes; which address takes how much is asked later."""

    # Twisted would take every form apart itself, in the loop that serves everybody: three seconds for twenty megabytes.
    _parsePOSTFormSubmission = False  # noqa: N815 - the name is Twisted's

    came = 0
    is_refused = False

    def gotLength(self, length: int | None) -> None:  # noqa: N802 - the name is Twisted's
        super().gotLength(length)
        if length is not None and length > WITH_FILES:
            self.refuse()

    def handleContentChunk(self, data: bytes) -> None:  # noqa: N802 - the name is Twisted's
        self.came += len(data)
        if self.is_refused:
            if self.came > WITH_FILES + LINGER_BYTES:
                self.channel.transport.abortConnection()
        elif self.came > WITH_FILES:
            self.refuse()
        else:
            super().handleContentChunk(data)

    def process(self) -> Any:
        if self.is_refused:
            self.channel.loseConnection()
            return None
        return super().process()

    def refuse(self) -> None:
        """Answer at once, and close our half only: whoever is still sending can then read why."""
        self.is_refused = True
        headers, page = refusal()
        status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        lines = [f"HTTP/1.1 {status.value} {status.phrase}".encode(), *(b": ".join(header) for header in headers)]
        transport = self.channel.transport
        transport.write(b"\r\n".join([*lines, b"", page]))
        transport.loseWriteConnection()
        reactor.callLater(LINGER_SECONDS, transport.abortConnection)  # type: ignore[arg-type]


class BoundedFactory(HTTPFactory):  # type: ignore[misc]
    def buildProtocol(self, addr: Any) -> Any:  # noqa: N802 - the name is Twisted's
        protocol = super().buildProtocol(addr)
        protocol.requestFactory = BoundedRequest
        return protocol


def bound_bodies() -> None:
    """Have daphne make its connections with ours; it offers no other way to say so."""
    daphne.server.HTTPFactory = BoundedFactory
