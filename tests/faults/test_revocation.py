"""Who loses a right loses it on sockets that are open and idle: within two seconds, thirty without Redis."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, nullcontext
from time import monotonic
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode
from urllib.request import Request, urlopen
from uuid import uuid4

import pytest
from asgiref.sync import sync_to_async
from channels.db import database_sync_to_async
from django.utils import timezone

from messaging.models import Conversation
from messaging.operations import block_participant, close_conversation
from networks.models import Membership, Network
from networks.operations import begin_thread, leave
from people.models import Person, Role
from people.operations import deactivate, end_role
from tests.faults.cast import newcomer, session_of, talk_of
from tests.faults.line import Line, line_to
from tests.faults.patience import promised
from tests.faults.site import Site
from tests.faults.without_redis import redis_away
from tests.networks.conftest import enter, make_network

pytestmark = pytest.mark.asyncio(loop_scope="session")

Cause = Callable[[Site, Person, str], Awaitable[None]]
SIGNED_OUT = 4401
RIGHTS_CHANGED = 4409

PASSWORD = "a password, and a long one"
ANOTHER = "another one, and longer still"

WITHIN = 2.0
WITHOUT_REDIS = 30.0


# -- What ends a socket ------------------------------------------------------------------------------------------------


async def _sign_out(site: Site, person: Person, session: str) -> None:
    await asyncio.to_thread(_press, site.addresses[0], "/accounts/logout/", session)


async def _change_password(site: Site, person: Person, session: str) -> None:
    """From another browser, so that the sockets of this one have no part in it."""
    elsewhere = await database_sync_to_async(session_of)(person)
    words = {"oldpassword": PASSWORD, "password1": ANOTHER, "password2": ANOTHER}
    await asyncio.to_thread(_press, site.addresses[1], "/accounts/password/change/", elsewhere, words)
    await person.arefresh_from_db()
    assert await sync_to_async(person.check_password)(ANOTHER)


async def _deactivate(site: Site, person: Person, session: str) -> None:
    await database_sync_to_async(deactivate)(person=person, by=None, at=timezone.now())


async def _end_role(site: Site, person: Person, session: str) -> None:
    await database_sync_to_async(end_role)(person=person, kind=Role.Kind.PEER, by=None, at=timezone.now())


def _press(address: str, path: str, session: str, words: Mapping[str, str] = MappingProxyType({})) -> None:
    """Send a form, as a page of this server does."""
    token = "x" * 32
    headers = {"Cookie": f"sessionid={session}; csrftoken={token}", "X-CSRFToken": token}
    request = Request(f"http://{address}{path}", data=urlencode(words).encode(), headers=headers, method="POST")
    urlopen(request, timeout=20).close()


ENDS: dict[str, tuple[Cause, int]] = {
    "signed out": (_sign_out, SIGNED_OUT),
    "new password": (_change_password, SIGNED_OUT),
    "deactivated": (_deactivate, SIGNED_OUT),
    "role ended": (_end_role, RIGHTS_CHANGED),
}


async def seconds_until_closed(site: Site, cause: str) -> dict[str, float]:
    """Open an idle socket of one person at each server, let it happen, and see how long each stays open."""
    act, code = ENDS[cause]
    person = await database_sync_to_async(newcomer)("Ada", Role.Kind.PEER)
    person.set_password(PASSWORD)
    await person.asave(update_fields=["password"])
    session = await database_sync_to_async(session_of)(person)
    async with lines_at_all(site, session) as lines:
        closings = [asyncio.create_task(_closed(line)) for line in lines]
        await act(site, person, session)
        done = monotonic()
        found = await asyncio.gather(*closings)
    assert {closed_with for closed_with, _ in found} == {code}, cause
    return {f"{cause} at {server.name}": at - done for server, (_, at) in zip(site.servers, found, strict=True)}


@asynccontextmanager
async def lines_at_all(site: Site, session: str) -> AsyncIterator[list[Line]]:
    async with AsyncExitStack() as ending:
        yield [await ending.enter_async_context(line_to(address, session)) for address in site.addresses]


async def _closed(line: Line) -> tuple[int, float]:
    """The code, and when."""
    code = await line.closed_within(2 * WITHOUT_REDIS)
    return code, monotonic()


async def all_at_once(site: Site, causes: Iterable[str]) -> dict[str, float]:
    found = await asyncio.gather(*(seconds_until_closed(site, cause) for cause in causes))
    return {place: took for one in found for place, took in one.items()}


async def test_idle_sockets_are_closed_within_two_seconds(
    site: Site, record_testsuite_property: Callable[[str, object], None]
) -> None:
    took = await all_at_once(site, ENDS)
    record_testsuite_property("revoked", f"rights lost on idle sockets after {max(took.values()):.2f} s at most")
    assert {place: seconds for place, seconds in took.items() if seconds > promised(WITHIN)} == {}


async def test_without_redis_within_thirty(
    site: Site, record_testsuite_property: Callable[[str, object], None]
) -> None:
    """A role is not among these: who lost one keeps the socket, and each command asks for the right anew."""
    async with redis_away(site):
        took = await all_at_once(site, [cause for cause, (_, code) in ENDS.items() if code == SIGNED_OUT])
    record_testsuite_property("revoked without", f"and without Redis after {max(took.values()):.1f} s at most")
    assert {place: seconds for place, seconds in took.items() if seconds > promised(WITHOUT_REDIS)} == {}


async def test_an_expired_session_is_closed_on_time(site: Site) -> None:
    person = await database_sync_to_async(newcomer)("Ada")
    lasts = 3
    session = await database_sync_to_async(session_of)(person, lasts)
    began = monotonic()
    async with lines_at_all(site, session) as lines:
        found = await asyncio.gather(*(_closed(line) for line in lines))
    assert {code for code, _ in found} == {SIGNED_OUT}
    assert max(at for _, at in found) - began < lasts + promised(WITHIN)


# -- What ends a right, while the socket may go on ---------------------------------------------------------------------


async def _end_pairing(talk: int, ada: Person, ben: Person) -> None:
    """What ending a pairing does to the conversation it gave rise to."""
    conversation = await Conversation.objects.aget(pk=talk)
    await database_sync_to_async(close_conversation)(conversation=conversation, at=timezone.now())


async def _block(talk: int, ada: Person, ben: Person) -> None:
    conversation = await Conversation.objects.aget(pk=talk)
    await database_sync_to_async(block_participant)(by=ben, conversation=conversation, person=ada, at=timezone.now())


# What may still come from whom one no longer talks with: that they have read what was said, but not after a block.
STILL_HEARD = {"pairing ended": {"pong", "seqs", "conversation.closed", "read"}, "blocked": {"pong", "seqs"}}
ENDINGS = {"pairing ended": _end_pairing, "blocked": _block}


@pytest.mark.parametrize("how", ENDINGS)
@pytest.mark.parametrize("has_redis", [True, False], ids=["", "without Redis"])
async def test_an_idle_socket_no_longer_reaches_the_other(how: str, has_redis: bool, site: Site) -> None:
    ada, ben = [await database_sync_to_async(newcomer)(name) for name in ("Ada", "Ben")]
    talk = await database_sync_to_async(talk_of)(ada, ben)
    sessions = [await database_sync_to_async(session_of)(person) for person in (ada, ben)]
    async with lines_at_all(site, sessions[0]) as adas, line_to(site.addresses[1], sessions[1]) as bens:
        posted = await adas[0].ask("post", client_id=str(uuid4()), conversation=talk, body="Before")
        await bens.hear("message.posted")
        async with nullcontext() if has_redis else redis_away(site):
            await ENDINGS[how](talk, ada, ben)
            for line in adas:
                for kind, rest in _ways_to_reach(talk, posted["message"]).items():
                    assert (await line.ask(kind, **rest))["type"] == "refused"
                await line.ask("typing", conversation=talk)
                await line.ask("read", conversation=talk, seq=1)
        # Behind everything that was on its way already.
        await asyncio.sleep(1)
        await bens.tell("ping", ref="last")
        heard = [await bens.hear()]
        while heard[-1]["type"] != "pong":
            heard.append(await bens.hear())
    assert {frame["type"] for frame in heard} <= STILL_HEARD[how]


def _ways_to_reach(talk: int, message: int) -> dict[str, dict[str, Any]]:
    return {
        "post": {"client_id": str(uuid4()), "conversation": talk, "body": "After"},
        "edit": {"message": message, "body": "After"},
        "withdraw": {"message": message},
        "react": {"message": message, "kind": "hug", "on": True},
    }


def network_of(host: Person, guest: Person) -> Membership:
    """A network with both in it; the place of the guest."""
    network = make_network(f"Carers {guest.pk}")
    enter(host, network, "Wren", is_host=True)
    return enter(guest, network, "Heron")


def begin(by: Person, network: Network, title: str) -> None:
    begin_thread(by=by, network=network, title=title, body="How are you?", client_id=uuid4(), at=timezone.now())


async def test_who_left_a_network_hears_nothing_more_of_it(site: Site) -> None:
    ada, ben = [await database_sync_to_async(newcomer)(name) for name in ("Ada", "Ben")]
    membership = await database_sync_to_async(network_of)(ben, ada)
    session = await database_sync_to_async(session_of)(ada)
    async with lines_at_all(site, session) as lines:
        await database_sync_to_async(begin)(ben, membership.network, "Before")
        for line in lines:
            await line.hear("thread.posted")
        await database_sync_to_async(leave)(by=ada, network=membership.network, at=timezone.now())
        await database_sync_to_async(begin)(ben, membership.network, "After")
        for line in lines:
            # Behind everything that was on its way already.
            await asyncio.sleep(1)
            await line.tell("ping", ref="last")
            assert (await line.hear("thread.posted", "pong"))["type"] == "pong"
