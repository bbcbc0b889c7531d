"""Carries news between the server processes, over the channel layer, and notices when nothing comes through."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from channels.layers import get_channel_layer

from messaging.news import PATIENCE, SERVERS, News, send_to_servers

logger = logging.getLogger(__name__)

AT_ONCE = 100
# What cannot be passed on any faster than this is forgotten, oldest first: the heartbeat makes up for it.
MOST_WAITING = 10_000
PULSE_EVERY = 3.0
# So long after a pulse was sent it must have come back.
PULSE_TAKES = 3.0


class Relay:
    """One subscription for a whole server process.

    A layer can go deaf without an error, when Redis was restarted empty or hangs. So the relay sends itself a pulse
    through the layer; while that does not come back `is_deaf` is set, and the relay subscribes anew.
    """

    def __init__(self, name: str, heard: Callable[[Sequence[News]], None], back: Callable[[], None]) -> None:
        self.name = name
        self.heard = heard
        self.back = back
        self.is_deaf = False
        self.outgoing: deque[News] = deque(maxlen=MOST_WAITING)
        self.publishing: asyncio.Task[None] | None = None
        self.pulsing: asyncio.Task[None] | None = None
        self.pulse_sent: float | None = None
        self.next_pulse = 0.0
        self.listening = asyncio.create_task(self._listen())

    def publish(self, news: Sequence[News]) -> None:
        """Pass news on, soon, together with what comes meanwhile."""
        self.outgoing.extend(news)
        if self.publishing is None or self.publishing.done():
            self.publishing = asyncio.create_task(self._publish_all())

    async def _publish_all(self) -> None:
        while self.outgoing:
            batch = [self.outgoing.popleft() for _ in range(min(AT_ONCE, len(self.outgoing)))]
            try:
                await send_to_servers(batch, origin=self.name)
            except Exception:
                self._lose_touch("News could not be passed on")

    def look_after(self, now: float) -> None:
        """Called every second or so: send the pulse, and notice when it does not come back."""
        if self.pulse_sent is not None and now - self.pulse_sent > PULSE_TAKES:
            self._lose_touch("Nothing comes back from the channel layer")
            self.listening.cancel()
            self.listening = asyncio.create_task(self._listen(anew=True))
            self.pulse_sent = None
        if now >= self.next_pulse and (self.pulsing is None or self.pulsing.done()):
            self.next_pulse = now + PULSE_EVERY
            self.pulse_sent = now if self.pulse_sent is None else self.pulse_sent
            self.pulsing = asyncio.create_task(self._pulse())

    async def _pulse(self) -> None:
        try:
            await send_to_servers([], origin=self.name)
        except Exception:
            self._lose_touch("The channel layer does not answer")

    async def _listen(self, *, anew: bool = False) -> None:
        while True:
            try:
                layer = get_channel_layer()
                if anew:
                    # Connections that hang are of no use to anybody.
                    async with asyncio.timeout(PATIENCE):
                        await layer.flush()
                channel = await layer.new_channel()
                await layer.group_add(SERVERS, channel)
                while True:
                    self._hear(await layer.receive(channel))
                    # What waits comes without a pause; the lines need one, or they would seem too slow to take it.
                    await asyncio.sleep(0)
            except Exception:
                self._lose_touch("Nobody can be heard over the channel layer")
                anew = True
                await asyncio.sleep(1)

    def _hear(self, event: Mapping[str, Any]) -> None:
        if event["origin"] != self.name:
            self.heard([News(**one) for one in event["news"]])
        elif not event["news"]:
            self.pulse_sent = None
            if self.is_deaf:
                self.is_deaf = False
                logger.warning("The channel layer is back")
                self.back()

    def _lose_touch(self, words: str) -> None:
        if not self.is_deaf:
            logger.warning("%s; the database is asked more often meanwhile", words, exc_info=True)
        self.is_deaf = True

    async def stop(self) -> None:
        for task in (self.listening, self.pulsing, self.publishing):
            if task is not None:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task
