"""Runs the application on daphne, and lets a socket wait while its reader is slow."""

import asyncio
from collections.abc import Callable
from typing import Any

from daphne.endpoints import build_endpoint_description_strings
from daphne.server import Server
from twisted.internet import reactor
from twisted.internet.interfaces import IPushProducer
from twisted.python.failure import Failure
from zope.interface import implementer

from config.servers.bodies_on_daphne import bound_bodies

# A socket's frames are short commands; a longer one is a mistake or an attack.
FRAME_LIMIT = 64 * 1024
# After a restart everybody's socket comes back at once.
WAITING_CONNECTIONS = 1024


@implementer(IPushProducer)
class Flow:
    """Whether the network takes more of one connection: told by its transport, waited for by whoever sends."""

    def __init__(self) -> None:
        self.goes_on = asyncio.Event()
        self.goes_on.set()

    def pauseProducing(self) -> None:  # noqa: N802
        self.goes_on.clear()

    def resumeProducing(self) -> None:  # noqa: N802
        self.goes_on.set()

    def stopProducing(self) -> None:  # noqa: N802
        self.goes_on.set()


# So long a slow reader has to come to the code it is closed with; a second, as autobahn has it, is over before.
CLOSING = 10.0


class FrankServer(Server):  # type: ignore[misc]
    """Daphne, which keeps why it could not listen, and whose `send` waits while a reader takes nothing.

    Daphne alone would keep all that is sent to somebody who reads slowly in memory, without bound and without a word.
    """

    failure: OSError | None = None

    def listen_error(self, failure: Failure) -> None:
        self.failure = getattr(failure.value, "socketError", None) or OSError(failure.getErrorMessage())
        self.stop()

    async def handle_reply(self, protocol: Any, message: dict[str, Any]) -> None:
        await super().handle_reply(protocol, message)
        if message["type"] == "websocket.accept" and protocol.transport is not None:
            protocol.flow = Flow()
            protocol.closeHandshakeTimeout = CLOSING
            # Until now the HTTP part of daphne was told, which has handed the connection on.
            protocol.transport.unregisterProducer()
            protocol.transport.registerProducer(protocol.flow, streaming=True)
        elif message["type"] == "websocket.send":
            await protocol.flow.goes_on.wait()


def run(application: Any, bind: str, port: int, begin: Callable[[], None]) -> OSError | None:
    """Serve until told to stop, calling `begin` once the port is ours; return why it could not be had."""
    bound_bodies()
    endpoints = build_endpoint_description_strings(host=bind, port=port)
    server = FrankServer(
        application=application,
        endpoints=[f"{endpoint}:backlog={WAITING_CONNECTIONS}" for endpoint in endpoints],
        websocket_max_message_size=FRAME_LIMIT,
        websocket_max_frame_size=FRAME_LIMIT,
        server_name="alongside",
        # Only once the reactor runs does it listen to Ctrl-C, and only then is it right to say: here we are.
        ready_callable=lambda: reactor.callWhenRunning(begin),
    )
    server.run()
    return server.failure
