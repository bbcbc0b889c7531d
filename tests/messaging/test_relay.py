"""News between the server processes: passed on, not twice, and its absence is noticed and mended."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from typing import Any

import pytest
from channels.layers import InMemoryChannelLayer, channel_layers

from messaging import relay
from messaging.news import SERVERS, News, send_to_servers
from messaging.relay import Relay


class Layer(InMemoryChannelLayer):  # type: ignore[misc]
    """A layer that can go down (it raises) or deaf (it takes everything and passes on nothing)."""

    is_down = is_deaf = False

    async def group_send(self, group: str, message: dict[str, Any]) -> None:
        if self.is_down:
            raise ConnectionError
        if not self.is_deaf:
            await super().group_send(group, message)


class Server:
    """One server process: its relay, what it heard, and how often its connection came back."""

    def __init__(self, name: str) -> None:
        self.heard: list[News] = []
        self.came_back = 0
        self.relay = Relay(name, self.hear, self.come_back)

    def hear(self, news: Sequence[News]) -> None:
        self.heard += news

    def come_back(self) -> None:
        self.came_back += 1


@pytest.fixture
def layer() -> Any:
    before, mine = channel_layers["default"], Layer()
    channel_layers.set("default", mine)
    yield mine
    channel_layers.set("default", before)


@pytest.fixture
async def servers(layer: Layer) -> AsyncIterator[tuple[Server, Server]]:
    one, other = Server("one"), Server("other")
    await settle()
    assert len(layer.groups[SERVERS]) == 2
    yield one, other
    await one.relay.stop()
    await other.relay.stop()


async def settle() -> None:
    for _ in range(100):
        await asyncio.sleep(0)


async def test_the_others_hear_it_and_whoever_sent_it_does_not(servers: tuple[Server, Server]) -> None:
    one, other = servers
    one.relay.publish([News([1], "a"), News([2], "b", renew=True, session="s")])
    one.relay.publish([News([3], "c")])
    await settle()
    assert (one.heard, [news.text for news in other.heard]) == ([], ["a", "b", "c"])
    assert other.heard[1] == News([2], "b", renew=True, session="s")


async def test_a_process_without_sockets_reaches_them_all(servers: tuple[Server, Server]) -> None:
    await send_to_servers([News([1], "a")], origin="")
    await settle()
    assert [[news.text for news in server.heard] for server in servers] == [["a"], ["a"]]


async def test_a_pulse_that_comes_back_means_all_is_well(servers: tuple[Server, Server]) -> None:
    one, other = servers
    now = time.monotonic()
    for seconds in range(0, 30, 3):
        one.relay.look_after(now + seconds)
        await settle()
        assert (one.relay.is_deaf, one.relay.pulse_sent) == (False, None)
    assert (other.heard, one.came_back) == ([], 0)


@pytest.mark.parametrize("trouble", ["is_down", "is_deaf"])
async def test_silence_is_noticed_and_so_is_its_end(
    trouble: str, servers: tuple[Server, Server], layer: Layer, caplog: pytest.LogCaptureFixture
) -> None:
    one, other = servers
    setattr(layer, trouble, True)
    now = time.monotonic()
    for second in range(8):
        one.relay.look_after(now + second)
        await settle()
    assert (one.relay.is_deaf, other.relay.is_deaf) == (True, False)
    one.relay.publish([News([1], "lost")])
    await settle()
    setattr(layer, trouble, False)
    for second in range(8, 20):
        one.relay.look_after(now + second)
        await settle()
    assert (one.relay.is_deaf, one.came_back) == (False, 1)
    # It has subscribed anew, and hears again.
    other.relay.publish([News([2], "found")])
    await settle()
    assert [news.text for news in one.heard] == ["found"]


async def test_what_cannot_be_passed_on_does_not_pile_up(
    servers: tuple[Server, Server], layer: Layer, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = servers
    layer.is_down = True
    one.relay.publish([News([1], str(number)) for number in range(relay.MOST_WAITING + 500)])
    assert len(one.relay.outgoing) == relay.MOST_WAITING
    await settle()
    assert (len(one.relay.outgoing), other.heard) == (0, [])
