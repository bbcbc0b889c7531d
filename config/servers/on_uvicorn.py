"""Runs the application on uvicorn, which carries several times as many frames a second as daphne."""

import socket
from collections.abc import Callable
from typing import Any

import uvicorn

from config.servers.on_daphne import FRAME_LIMIT, WAITING_CONNECTIONS


class ReadyServer(uvicorn.Server):
    """Uvicorn, which says when it has begun, and stops as quietly as daphne."""

    def __init__(self, config: uvicorn.Config, begin: Callable[[], None]) -> None:
        super().__init__(config)
        self.begin = begin

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self.begin()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await super().shutdown(sockets)
        # Uvicorn would raise the signal again, and so end us before we have said that we stopped.
        self._captured_signals.clear()


def run(application: Any, bind: str, port: int, begin: Callable[[], None]) -> OSError | None:
    """Serve until told to stop, calling `begin` once the port is ours; return why it could not be had."""
    config = uvicorn.Config(
        application,
        loop="auto",
        ws="websockets-sansio",
        ws_max_size=FRAME_LIMIT,
        ws_per_message_deflate=False,
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        # Django reads the headers of our own proxies itself, and only of those.
        proxy_headers=False,
        timeout_graceful_shutdown=5,
    )
    # Bound here, because uvicorn itself would only log that it cannot be.
    family = socket.AF_INET6 if ":" in bind else socket.AF_INET
    with socket.socket(family) as ours:
        ours.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            ours.bind((bind, port))
            ours.listen(WAITING_CONNECTIONS)
        except OSError as failure:
            return failure
        ReadyServer(config, begin).run([ours])
    return None
