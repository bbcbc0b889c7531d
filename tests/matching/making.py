"""Makes requests, helpers, rounds and offers for the tests of matching, by the operations people use."""

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.db import connection

from matching.models import Helper, Pairing, Proposal, Request, Round
from matching.operations import (
    accept_offer,
    approve_proposal,
    ask,
    confirm_helper,
    offer_help,
    publish,
    run_round,
    save_helper,
    save_request,
    send_offer_of_help,
    send_request,
    start_publication,
)
from people.errors import HasMovedOn
from people.models import Consent, Person, Role, Topic
from people.operations import grant_role
from tests.fixtures import NOW

T = TypeVar("T")
IN_DATE = NOW.date() + timedelta(days=365)
FACTS = {"languages": ["en"], "ways": ["chat"], "age_group": "26_64", "hours": []}


def topics(*slugs: str) -> list[Topic]:
    return list(Topic.objects.filter(slug__in=slugs))


def sent_request(
    person: Person, *slugs: str, at: datetime = NOW, consents: Sequence[str] = (), **answers: Any
) -> Request:
    """A request about these topics (anxiety when none are named), sent at `at`."""
    request = ask(by=person, at=at)
    said = {"wants": "either", "story": "My story", **answers, "topics": topics(*(slugs or ("anxiety",)))}
    save_request(by=person, request=request, answers=said, facts=FACTS)
    send_request(by=person, request=request, consents=[Consent.Purpose.MATCHING, *consents], at=at)
    return request


def active_helper(
    person: Person, coordinator: Person, *slugs: str, capacity: int = 1, kind: str = "adviser", **answers: Any
) -> Helper:
    """An offer of help about these topics (anxiety when none are named), checked for a year."""
    helper = offer_help(by=person, at=NOW)
    said = {**answers, "kind": kind, "capacity": capacity, "topics": topics(*(slugs or ("anxiety",)))}
    save_helper(by=person, helper=helper, answers=said, facts=FACTS)
    send_offer_of_help(by=person, helper=helper, at=NOW)
    confirm_helper(by=coordinator, helper=helper, vetted_until=IN_DATE, at=NOW)
    return helper


def proposed(coordinator: Person, member: Person, *, at: datetime = NOW) -> list[Proposal]:
    """What a new round proposes for the member, the place found first."""
    made = run_round(by=coordinator, area=coordinator.area, at=at)
    return list(made.proposals.filter(request__person=member).order_by("position"))


def offered(coordinator: Person, member: Person, *, at: datetime = NOW) -> list[Proposal]:
    """The same, approved."""
    proposals = proposed(coordinator, member, at=at)
    for proposal in proposals:
        approve_proposal(by=coordinator, proposal=proposal, at=at)
    return proposals


def approve_all(*, by: Person, round: Round, at: datetime) -> tuple[int, list[str]]:
    """Approve what is undecided, to the end; how many became offers, and why the others did not."""
    publication = start_publication(by=by, round=round, at=at)
    # Where transactions are real, it was handed to the worker, who does it at once.
    with suppress(HasMovedOn):
        publish(publication=publication, at=at)
    done = fresh(publication)
    return done.approved, done.refused


def paired(member: Person, helper: Person, coordinator: Person) -> Pairing:
    """The two alongside each other, all the way from asking."""
    sent_request(member)
    active_helper(helper, coordinator)
    [proposal] = offered(coordinator, member)
    return accept_offer(by=member, proposal=fresh(proposal), at=NOW)


def fresh(thing: Any) -> Any:
    """The same row, read anew."""
    return type(thing).objects.get(pk=thing.pk)


@contextmanager
def when_a_job_says(step: str, press: Callable[[], object], *, times: int = 1) -> Iterator[None]:
    """Press something when a job shows this step on its page: in the middle of its work, and not in between."""
    left = [press] * times

    def look(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        done = execute(sql, params, many, context)
        if left and params and not many and step in params and sql.startswith("UPDATE"):
            left.pop()()
        return done

    with connection.execute_wrapper(look):
        yield
    assert not left, f"No job has said {step!r}."


def make_coordinator(person: Person) -> None:
    grant_role(person=person, kind=Role.Kind.COORDINATOR, by=None, at=NOW, area=person.area)


def at_once(calls: Sequence[Callable[[], T]]) -> list[T]:
    """What each call returns when all begin at the same moment, each in a thread with its own connection."""
    start = threading.Barrier(len(calls))

    def begin(call: Callable[[], T]) -> T:
        start.wait()
        try:
            return call()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(begin, calls))
