"""Workers killed in the middle of their work: nothing is lost, and doubled is only what SMTP cannot tell.

Real processes: `manage.py run_huey` with two threads, a mail server of our own, and kill -9 at random moments. The only
mails that may come twice are those that the mail server took and the worker was killed before it noted; the table says
at each kill which these are, and the count must come out exactly.
"""

import os
import random
import re
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.utils import timezone

from messaging.models import Notice, NoticeChoice
from messaging.operations import write_notice
from messaging.tasks import sweep_outbox
from people.models import Consent, Person
from people.operations import give_consent
from tests.smtp import Sink, smtp_sink

ROOT = Path(settings.BASE_DIR)
PEOPLE, AT_ONCE, FOR_THE_DAY = 20, 10, 3
MAILS = PEOPLE * (AT_ONCE + 1)
# As many as one likes by hand.
KILLS = int(os.environ.get("OUTBOX_KILLS", "5"))
PATIENCE = 120.0


def write_notices() -> None:
    """Called in a process of its own: ten mails at once for each of twenty people, and three lines of a daily mail.

    Each is handed to the queue as usual; the sweeps wait behind them, as the clock would bring them.
    """
    now = timezone.now()
    for number in range(PEOPLE):
        person = Person.objects.create_user(f"person{number}@example.org", chosen_name=f"Person {number}")
        give_consent(by=person, purpose=Consent.Purpose.EMAIL, at=now)
        for channel, is_wanted in (("email", False), ("digest", True)):
            NoticeChoice.objects.create(person=person, kind="networks", channel=channel, is_wanted=is_wanted)
        for kind in [Notice.Kind.MATCHING] * AT_ONCE + [Notice.Kind.NETWORKS] * FOR_THE_DAY:
            write_notice(person=person, kind=kind, subject="Somebody", body="Something", path="/", at=now)
    for _ in range(100):
        sweep_outbox()


@dataclass
class Post:
    """The outbox under fault, and what a look into its table and at the mail server says."""

    folder: Path
    database: str
    sink: Sink
    table: Any
    unnoted: int = 0
    before: Counter[int] = field(default_factory=Counter)

    def manage(self, *words: str) -> "subprocess.Popen[bytes]":
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "DEBUG": "true",
            "DATABASE_URL": self.database,
            "REDIS_URL": "",
            "EMAIL_URL": f"smtp://127.0.0.1:{self.sink.port}",
        }
        command = [sys.executable, str(ROOT / "manage.py"), *words]
        with (self.folder / "log").open("ab") as log:
            # In a folder of its own, because the queue lies beside the database.
            return subprocess.Popen(command, cwd=self.folder, env=environment, stdout=log, stderr=log)

    def taken(self) -> Counter[int]:
        """How often the mail server took each row, by the number in its Message-ID."""
        names = [re.fullmatch(r"<notice-(\d+)-\d{14}@alongside>", mail["Message-ID"]) for mail in list(self.sink.mails)]
        return Counter(int(name[1]) for name in names if name)

    def asked(self, sql: str) -> set[int]:
        return {pk for (pk,) in self.table.execute(sql).fetchall()}

    def waiting(self) -> set[int]:
        return self.asked("SELECT id FROM messaging_dispatch WHERE outcome = ''")

    def let_time_pass(self) -> None:
        """Every claim runs out and the hour of the daily mail comes, as if it were tomorrow."""
        self.table.execute("UPDATE messaging_dispatch SET next_try_at = '2026-01-01 00:00:00+00:00' WHERE outcome = ''")

    def look_after_a_kill(self) -> None:
        """Count what was taken in this life of the worker and not noted: that comes again."""
        taken = self.taken()
        self.unnoted += sum(taken[pk] - self.before[pk] for pk in self.waiting())
        self.before = taken


@contextmanager
def database(folder: Path) -> Iterator[tuple[str, Any]]:
    """A database of the test's own, on SQLite or on the PostgreSQL under test, and a line to it."""
    chosen = settings.DATABASES["default"]
    if "sqlite" in chosen["ENGINE"]:
        file = folder / "db.sqlite3"
        yield f"sqlite:///{file}", sqlite3.connect(file, isolation_level=None, timeout=30, check_same_thread=False)
        return
    name = f"alongside_outbox_{os.getpid()}"
    server = "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}".format(**chosen)
    with psycopg.connect(f"{server}/postgres", autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}")
        try:
            with psycopg.connect(f"{server}/{name}", autocommit=True) as table:
                yield f"{server}/{name}", table
        finally:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def post(tmp_path: Path) -> Iterator[Post]:
    with smtp_sink() as sink, database(tmp_path) as (url, table):
        # Long enough for a kill to fall between the taking and the noting.
        sink.pause = 0.01
        there = Post(tmp_path, url, sink, table)
        for words in (["migrate", "-v0"], ["shell", "-c", f"from {__name__} import write_notices; write_notices()"]):
            assert there.manage(*words).wait(PATIENCE) == 0, (tmp_path / "log").read_text()
        there.let_time_pass()
        yield there


def test_killed_workers_lose_nothing_and_double_only_what_smtp_cannot_tell(post: Post) -> None:
    rng = random.Random(4)
    for _ in range(KILLS):
        worker = post.manage("run_huey")
        _wait_for(post, len(post.sink.mails) + rng.randint(1, 2 * MAILS // (3 * KILLS)), worker)
        time.sleep(rng.uniform(0, 0.05))
        worker.kill()
        worker.wait()
        post.look_after_a_kill()
        post.let_time_pass()
    last = post.manage("run_huey")
    deadline = time.monotonic() + PATIENCE
    while post.waiting() and time.monotonic() < deadline:
        time.sleep(0.2)
    last.terminate()
    last.wait(PATIENCE)

    taken = post.taken()
    doubled = taken.total() - len(taken)
    print(f"{KILLS} kills, {MAILS} mails: {MAILS - len(taken)} lost, {doubled} doubled, {post.unnoted} of them unnoted")
    letters = "SELECT id FROM messaging_dispatch WHERE outcome = 'sent' AND (goes_with_id IS NULL OR goes_with_id = id)"
    assert post.waiting() == set()
    assert set(taken) == post.asked(letters)
    assert len(taken) == MAILS
    assert doubled == post.unnoted


def _wait_for(post: Post, mails: int, worker: "subprocess.Popen[bytes]") -> None:
    """Wait until the mail server has taken so many; by then the worker is in the middle of the next."""
    deadline = time.monotonic() + PATIENCE
    while len(post.sink.mails) < mails:
        assert worker.poll() is None, (post.folder / "log").read_text()
        assert time.monotonic() < deadline, (post.folder / "log").read_text()
        time.sleep(0.005)
