"""Who comes back after three days gets five thousand messages, in pages and in order, within five seconds."""

from collections.abc import Callable
from datetime import timedelta
from time import monotonic
from uuid import uuid4

import pytest
from channels.db import database_sync_to_async
from django.utils import timezone

from messaging.models import Conversation, Message
from people.models import Person
from tests.faults.cast import newcomer, session_of, table_of, talk_of
from tests.faults.line import line_to
from tests.faults.patience import promised
from tests.faults.screen import Screen, Shown
from tests.faults.site import Site

MISSED = 5000
AWAY = timedelta(hours=72)
# Each tenth was edited meanwhile, so its change has a number far behind its place.
EDITED = MISSED // 10
LONGEST = 5.0
LONGEST_FRAME = 64 * 1024


def speak_for_three_days(talk: int, person: Person) -> None:
    now = timezone.now()
    rows = [
        Message(
            conversation_id=talk,
            seq=number,
            changed_seq=number if number % 10 else MISSED + number // 10,
            author=person,
            client_id=uuid4(),
            body=f"Thing {number}, and how it went.",
            sent_at=now - AWAY + AWAY * number / MISSED,
            edited_at=None if number % 10 else now,
        )
        for number in range(1, MISSED + 1)
    ]
    Message.objects.bulk_create(rows, batch_size=1000)
    Conversation.objects.filter(pk=talk).update(last_seq=MISSED + EDITED, last_at=now)


@pytest.mark.asyncio(loop_scope="session")
async def test_five_thousand_missed(site: Site, record_testsuite_property: Callable[[str, object], None]) -> None:
    ada, ben = [await database_sync_to_async(newcomer)(name) for name in ("Ada", "Ben")]
    talk = await database_sync_to_async(talk_of)(ada, ben)
    await database_sync_to_async(speak_for_three_days)(talk, ben)
    screen, pages, longest_frame, more, order = Screen(), 0, 0, True, list[int]()
    async with line_to(site.addresses[0], await database_sync_to_async(session_of)(ada)) as line:
        began = monotonic()
        while more:
            frame = await line.ask("resume", conversations={str(talk): screen.reached})
            page = frame["conversations"][str(talk)]
            messages = [Shown.from_frame(one) for one in page["messages"]]
            order += [message.changed_seq for message in messages]
            screen.fill(messages, page["seq"])
            pages, more = pages + 1, page["more"]
            longest_frame = max(longest_frame, len(str(frame).encode()))
        took = monotonic() - began
        nothing_more = await line.ask("resume", conversations={str(talk): screen.reached})
    assert order == sorted(order)
    assert len(order) == MISSED
    assert screen.lines == (await database_sync_to_async(table_of)([talk]))[talk]
    assert (screen.reached, nothing_more["conversations"]) == (MISSED + EDITED, {})
    assert took < promised(LONGEST)
    assert longest_frame < 4 * LONGEST_FRAME
    record_testsuite_property("resumed", f"{MISSED:,} missed messages in {pages} pages resumed in {took:.1f} s")
