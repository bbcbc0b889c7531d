"""Workers that race for the same rows, on a real PostgreSQL: each letter goes out once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.core import mail
from django.db import connection

from messaging.models import Channel, Conversation, Dispatch, Notice
from messaging.operations import deliver, open_conversation, tell_of_waiting_messages
from messaging.queries import due_dispatches
from people.models import Person
from tests.fixtures import NOW
from tests.messaging.conftest import Say
from tests.messaging.making import agree_to_mail, choose, tell

pytestmark = [pytest.mark.servers, pytest.mark.django_db(transaction=True)]

WORKERS = 6
LATER = NOW + timedelta(days=365)


@pytest.fixture
def daily(ada: Person) -> Person:
    agree_to_mail(ada)
    choose(ada, Channel.EMAIL, is_wanted=False)
    choose(ada, Channel.DIGEST)
    return ada


def all_at_once(work: Callable[[int], object]) -> None:
    """Let every worker do it in the same moment, each on a connection of its own."""
    ready = Barrier(WORKERS)

    def begin(number: int) -> None:
        try:
            ready.wait()
            work(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(WORKERS) as workers:
        list(workers.map(begin, range(WORKERS)))


def sweep(number: int) -> None:
    """What a worker's sweep does, each beginning at another row."""
    rows = list(due_dispatches(LATER))
    for row in rows[number:] + rows[:number]:
        deliver(dispatch=row, at=LATER)


def test_each_mail_goes_out_once(ada: Person) -> None:
    agree_to_mail(ada)
    for _ in range(12):
        tell(ada, at=LATER)
    all_at_once(sweep)
    assert len(mail.outbox) == len({sent.extra_headers["Message-ID"] for sent in mail.outbox}) == 12
    assert Dispatch.objects.filter(outcome="sent", tries=1).count() == 12


def test_the_daily_mail_is_one_and_has_everything_in_it(daily: Person) -> None:
    for _ in range(8):
        tell(daily)
    all_at_once(sweep)
    assert [sent.subject for sent in mail.outbox] == ["8 things are waiting for you"]
    assert Dispatch.objects.filter(outcome="sent").values("goes_with").distinct().count() == 1


def test_sweeps_at_once_tell_of_waiting_messages_once(ada: Person, ben: Person, say: Say) -> None:
    talks: list[Conversation] = [open_conversation(people=[ada, ben], at=NOW) for _ in range(4)]
    for talk in talks:
        say(ada, conversation=talk)
    all_at_once(lambda _: tell_of_waiting_messages(at=NOW + timedelta(minutes=10)))
    assert Notice.objects.filter(person=ben, kind="message").count() == len(talks)
