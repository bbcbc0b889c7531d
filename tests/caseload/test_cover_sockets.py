"""Who stands in, or no longer does, hears it on the socket that is open, and nothing can be said after it."""

import pytest
from asgiref.sync import sync_to_async

from caseload.models import Cover
from caseload.operations import end_cover, hand_over_at_once, plan_cover
from matching.models import Helper, Pairing
from people.models import Person
from tests.caseload.conftest import cover_facts
from tests.fixtures import NOW
from tests.messaging.test_consumers import Line
from tests.networks.test_leaving_sockets import line_of

pytestmark = pytest.mark.django_db(transaction=True)


async def goodbye(*lines: Line) -> None:
    for line in lines:
        await line.socket.disconnect(timeout=5)


async def test_both_hear_that_it_begins_and_that_it_is_over(
    ada: Person, dev: Person, pairing: Pairing, cora: Helper
) -> None:
    adas, coras = await line_of(ada), await line_of(cora.person)
    made: Cover = await sync_to_async(plan_cover)(by=dev, pairing=pairing, facts=cover_facts(cora), at=NOW)
    for line in (adas, coras):
        assert await line.hear() == {"type": "conversation.opened", "conversation": made.conversation_id}
    await sync_to_async(end_cover)(by=ada, cover=made, at=NOW)
    for line in (adas, coras):
        assert await line.hear() == {"type": "conversation.closed", "conversation": made.conversation_id}
    assert made.conversation is not None
    await coras.post(made.conversation, "Still there?")
    assert (await coras.hear())["type"] == "refused"
    await goodbye(adas, coras)


async def test_whoever_is_followed_hears_it_and_can_say_no_more(
    ada: Person, ben: Person, dev: Person, pairing: Pairing, cora: Helper
) -> None:
    adas, bens, coras = await line_of(ada), await line_of(ben), await line_of(cora.person)
    done = await sync_to_async(hand_over_at_once)(by=dev, pairing=pairing, helper=cora, words="", at=NOW)
    closed = {"type": "conversation.closed", "conversation": pairing.conversation_id}
    assert done.after is not None
    opened = {"type": "conversation.opened", "conversation": done.after.conversation_id}
    assert [await adas.hear(), await adas.hear()] == [closed, opened]
    assert await bens.hear() == closed
    assert await coras.hear() == opened
    await bens.post(pairing.conversation, "Still there?")
    assert (await bens.hear())["type"] == "refused"
    await goodbye(adas, bens, coras)
