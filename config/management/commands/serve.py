"""Serves Alongside with daphne: pages and sockets, and on one machine without Redis the jobs too."""

import errno
from argparse import ArgumentParser
from typing import Any

from daphne.endpoints import build_endpoint_description_strings
from daphne.server import Server
from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand
from twisted.internet import reactor
from twisted.python.failure import Failure

from config import jobs

# A socket's frames are short commands; a longer one is a mistake or an attack.
FRAME_LIMIT = 64 * 1024
# After a restart everybody's socket comes back at once.
WAITING_CONNECTIONS = 1024


class FrankServer(Server):  # type: ignore[misc]
    """Daphne, which keeps why it could not listen instead of only logging it."""

    failure: OSError | None = None

    def listen_error(self, failure: Failure) -> None:
        self.failure = getattr(failure.value, "socketError", None) or OSError(failure.getErrorMessage())
        self.stop()


class Command(BaseCommand):
    """`manage.py serve --bind 127.0.0.1 --port 8000`."""

    help = __doc__
    # The checks cost a second of every start, and `make check` runs them.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--bind", default="127.0.0.1", help="the address to listen on (127.0.0.1)")
        parser.add_argument("--port", default=8000, type=int, help="the port to listen on (8000)")

    def handle(self, *args: Any, bind: str, port: int, **options: Any) -> None:
        from config.asgi import application

        workers: list[jobs.ConsumerInside] = []

        def begin() -> None:
            # Called once the port is ours, so that a second start by mistake does no jobs twice.
            if not settings.REDIS_URL:
                workers.append(jobs.start())
            self.say_where(bind, port)

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
        try:
            server.run()
        finally:
            for worker in workers:
                jobs.stop(worker)
        if server.failure is not None:
            raise SystemExit(why_not(server.failure, bind, port))
        self.stdout.write("Stopped.")

    def say_where(self, bind: str, port: int) -> None:
        """Print where the pages are, once they can be opened."""
        host = f"[{bind}]" if ":" in bind else bind
        self.stdout.write(f"Alongside is at http://{host}:{port}/  (Ctrl-C stops it)")
        if apps.is_installed("config.demo"):
            self.stdout.write(f"Sign in with one press as anybody in it: http://{host}:{port}/demo/")
        self.stdout.flush()


def why_not(failure: OSError, bind: str, port: int) -> str:
    """Return in one sentence why nothing can be served there."""
    if failure.errno == errno.EADDRINUSE:
        return f"Port {port} of {bind} is in use. Choose another, like make run PORT={port + 1}."
    return f"Alongside cannot listen on {bind}:{port}: {failure.strerror or failure}."
