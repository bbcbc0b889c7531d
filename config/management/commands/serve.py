"""Serves Alongside: pages and sockets, and on one machine without Redis the jobs too."""

import errno
from argparse import ArgumentParser
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand

from config import jobs


class Command(BaseCommand):
    """`manage.py serve --bind 127.0.0.1 --port 8000 --server uvicorn`."""

    help = __doc__
    # The checks cost a second of every start, and `make check` runs them.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--bind", default="127.0.0.1", help="the address to listen on (127.0.0.1)")
        parser.add_argument("--port", default=8000, type=int, help="the port to listen on (8000)")
        parser.add_argument("--server", default="daphne", choices=["daphne", "uvicorn"], help="what serves (daphne)")

    def handle(self, *args: Any, bind: str, port: int, server: str, **options: Any) -> None:
        from config.asgi import application

        if server == "uvicorn":
            from config.servers.on_uvicorn import run
        else:
            from config.servers.on_daphne import run
        workers: list[jobs.ConsumerInside] = []

        def begin() -> None:
            # Called once the port is ours, so that a second start by mistake does no jobs twice.
            if not settings.REDIS_URL:
                workers.append(jobs.start())
            self.say_where(bind, port)

        try:
            failure = run(application, bind, port, begin)
        finally:
            for worker in workers:
                jobs.stop(worker)
        if failure is not None:
            raise SystemExit(why_not(failure, bind, port))
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
