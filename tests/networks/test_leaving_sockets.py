"""Who is put out of a network hears it at once on every open socket, and nothing of the network after it."""

from uuid import uuid4

import pytest
from asgiref.sync import sync_to_async
from django.test import Client

from networks.models import Membership, Network, Thread
from networks.operations import begin_thread
from people.models import Person
from tests.fixtures import NOW
from tests.messaging.test_consumers import Line, open_line
from tests.networks.conftest import enter, make_network, reply
from tests.networks.operations.test_taking_effect import take

pytestmark = pytest.mark.django_db(transaction=True)


def settle(ada: Person, ben: Person) -> tuple[Network, Thread]:
    carers = make_network("Carers")
    enter(ada, carers, "Heron")
    enter(ben, carers, "Wren")
    return carers, begin_thread(by=ada, network=carers, title="T", body="B", client_id=uuid4(), at=NOW)


async def line_of(person: Person) -> Line:
    client = Client()
    await sync_to_async(client.force_login)(person)
    line = await open_line(client)
    assert (await line.hear())["type"] == "seqs"
    return line


@pytest.mark.parametrize("kind", ["remove", "ban"])
async def test_who_is_put_out_is_told_and_then_hears_nothing(kind: str, ada: Person, ben: Person) -> None:
    carers, thread = await sync_to_async(settle)(ada, ben)
    adas, bens, bens_phone = await line_of(ada), await line_of(ben), await line_of(ben)

    await sync_to_async(take)(kind, ben, carers.scope)
    for line in (bens, bens_phone):
        assert await line.hear() == {"type": "network.left", "network": carers.pk}
    await sync_to_async(reply)(ada, thread)
    assert (await adas.hear())["type"] == "thread.posted"
    assert [await line.hears_nothing() for line in (bens, bens_phone)] == [True, True]
    assert not await Membership.objects.current().filter(person=ben).aexists()
    for line in (adas, bens, bens_phone):
        await line.socket.disconnect(timeout=5)
