"""Who stands in or goes on hears it on sockets that are open and idle, and who no longer does: within two seconds."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import timedelta
from time import monotonic
from uuid import uuid4

import pytest
from channels.db import database_sync_to_async
from django.utils import timezone

from caseload.models import BulkAction, Cover
from caseload.operations import CoverFacts, end_cover, plan_cover, reassign, undo_for_many
from matching.models import Helper, Pairing
from people.models import Area, Person, Role, Topic
from tests.caseload.making import make_helper, make_request, pair
from tests.faults.cast import newcomer, session_of
from tests.faults.line import Line
from tests.faults.patience import promised
from tests.faults.site import Site
from tests.faults.test_revocation import WITHIN, lines_at_all
from tests.fixtures import make_person

pytestmark = pytest.mark.asyncio(loop_scope="session")

OPENED, CLOSED = "conversation.opened", "conversation.closed"


@dataclass(frozen=True)
class Four:
    """Ada has Ben alongside; Cora could be, and Dev coordinates."""

    pairing: Pairing
    cora: Helper
    dev: Person


NAMES = ("Ada", "Ben", "Cora")
Lines = dict[str, list[Line]]
# Whoever hears something, by name, and what it is.
Heard = tuple[tuple[str, str], ...]


def four() -> Four:
    area = Area.objects.create(name=f"Area {uuid4()}", slug=str(uuid4()))
    topic = Topic.objects.get(slug="anxiety")
    ada, ben, cora = (newcomer(name, Role.Kind.MEMBER if name == "Ada" else Role.Kind.ADVISER) for name in NAMES)
    Person.objects.filter(pk__in=[ada.pk, ben.pk, cora.pk]).update(area=area, age_group="26_64")
    dev = make_person(f"Dev{uuid4().hex}", Role.Kind.COORDINATOR, area=area)
    until = timezone.localdate() + timedelta(days=365)
    bens, coras = (make_helper(Person.objects.get(pk=one.pk), topic, vetted_until=until) for one in (ben, cora))
    request = make_request(Person.objects.get(pk=ada.pk), topic, state="paired", wants="either")
    pairing = pair(request, bens)
    Helper.objects.filter(pk=bens.pk).update(places_taken=1)
    return Four(Pairing.objects.get(pk=pairing.pk), coras, dev)


async def seconds_until_heard(lines: Lines, heard: Heard, act: Callable[[], Awaitable[object]]) -> list[float]:
    """How long after it was done each of them hears it, on each of their sockets."""

    async def hears(line: Line, kind: str) -> float:
        await line.hear(kind, within=5 * promised(WITHIN))
        return monotonic()

    waiting = [asyncio.create_task(hears(line, kind)) for name, kind in heard for line in lines[name]]
    await act()
    done = monotonic()
    return [max(0.0, at - done) for at in await asyncio.gather(*waiting)]


async def may_say(line: Line, conversation: int) -> bool:
    answer = await line.ask("post", client_id=str(uuid4()), conversation=conversation, body="Hello")
    return bool(answer["type"] != "refused")


async def test_cover_handover_and_undoing_are_heard_within_two_seconds(
    site: Site, record_testsuite_property: Callable[[str, object], None]
) -> None:
    cast = await database_sync_to_async(four)()
    pairing, cora, dev = cast.pairing, cast.cora, cast.dev
    ada, ben = await database_sync_to_async(lambda: (pairing.request.person, pairing.helper.person))()
    took: dict[str, float] = {}
    async with AsyncExitStack() as ending:
        lines: Lines = {}
        for name, person in zip(NAMES, (ada, ben, cora.person), strict=True):
            session = await database_sync_to_async(session_of)(person)
            lines[name] = await ending.enter_async_context(lines_at_all(site, session))

        async def during(what: str, heard: Heard, verb: Callable[..., object]) -> None:
            took[what] = max(await seconds_until_heard(lines, heard, database_sync_to_async(verb)))

        today, now = timezone.localdate(), timezone.now()
        facts = CoverFacts(cora, today, today + timedelta(days=7), Cover.Why.LEAVE)
        await during(
            "cover begins",
            (("Ada", OPENED), ("Cora", OPENED)),
            lambda: plan_cover(by=dev, pairing=pairing, facts=facts, at=now),
        )
        cover = await Cover.objects.select_related("pairing__request__person", "helper__person").aget(pairing=pairing)
        assert cover.conversation_id is not None
        assert await may_say(lines["Cora"][-1], cover.conversation_id)
        await during(
            "cover ends",
            (("Ada", CLOSED), ("Cora", CLOSED)),
            lambda: end_cover(by=ada, cover=cover, at=now),
        )
        assert not await may_say(lines["Cora"][-1], cover.conversation_id)
        before = pairing.conversation_id
        await during(
            "somebody else goes on",
            (("Ada", OPENED), ("Ben", CLOSED), ("Cora", OPENED)),
            lambda: reassign(by=dev, going=[(pairing, cora)], words="", at=now),
        )
        after = await Pairing.objects.aget(follows=pairing)
        assert not await may_say(lines["Ben"][-1], before)
        await during(
            "and that undone",
            (("Ada", OPENED), ("Ben", OPENED), ("Cora", CLOSED)),
            lambda: undo_for_many(by=dev, action=BulkAction.objects.get(by=dev), at=now),
        )
        assert await may_say(lines["Ben"][-1], before)
        assert not await may_say(lines["Cora"][-1], after.conversation_id)
    said = f"cover and handover heard on idle sockets after {max(took.values()):.2f} s at most"
    record_testsuite_property("gone on", said)
    assert {what: seconds for what, seconds in took.items() if seconds > promised(WITHIN)} == {}
