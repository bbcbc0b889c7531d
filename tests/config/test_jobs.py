"""Jobs run inside the server where there is no worker, and leave its signals alone."""

import signal
import threading
from pathlib import Path

import pytest
from huey import SqliteHuey

from config import jobs


def test_a_job_is_done_beside_the_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    queue = SqliteHuey("test", filename=str(tmp_path / "jobs.sqlite3"))
    monkeypatch.setattr(jobs, "HUEY", queue)
    done = threading.Event()
    before = signal.getsignal(signal.SIGINT)

    queue.task()(done.set)()
    worker = jobs.start()

    assert done.wait(10)
    assert signal.getsignal(signal.SIGINT) is before
    jobs.stop(worker)
    assert [thread.is_alive() for _, thread in worker.worker_threads] == [False]
