"""The server says where it is, stops cleanly, and tells a taken port in one sentence."""

import os
import signal
import socket
import subprocess
import sys

import pytest
from django.conf import settings

from tests.servers import free_port


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment with a database of its own, in which nobody is."""
    folder = tmp_path_factory.mktemp("served")
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATABASE_URL": f"sqlite:///{folder / 'empty.sqlite3'}",
        "REDIS_URL": "",
    }
    migrate = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    subprocess.run(migrate, cwd=settings.BASE_DIR, env=environment, check=True)
    return environment


@pytest.fixture(params=["daphne", "uvicorn"])
def server(request: pytest.FixtureRequest) -> str:
    """Each of the servers that can run it."""
    return str(request.param)


def serve(port: int, server: str, environment: dict[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "manage.py", "serve", "--port", str(port), "--server", server],
        cwd=settings.BASE_DIR,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_says_where_it_is_and_stops_when_asked(how: signal.Signals, server: str, own: dict[str, str]) -> None:
    port = free_port()
    process = serve(port, server, own)
    assert process.stdout is not None
    first, second = process.stdout.readline(), process.stdout.readline()
    assert process.poll() is None
    process.send_signal(how)
    rest, complaints = process.communicate(timeout=20)

    assert first == f"Alongside is at http://127.0.0.1:{port}/  (Ctrl-C stops it)\n"
    assert second == f"Sign in with one press as anybody in it: http://127.0.0.1:{port}/demo/\n"
    assert (rest, complaints, process.returncode) == ("Stopped.\n", "", 0)


def test_a_taken_port_is_one_sentence(server: str, own: dict[str, str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said, complaints = serve(port, server, own).communicate(timeout=30)

    assert said == ""
    assert complaints == f"Port {port} of 127.0.0.1 is in use. Choose another, like make run PORT={port + 1}.\n"
