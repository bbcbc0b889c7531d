"""What Redis alone can do: one connection publishes, another is subscribed; the bytes written by hand."""

import asyncio
import time
from urllib.parse import urlsplit

import uvloop

from .dialects import as_event
from .talk import WARMING, Heard, clock, in_milliseconds

CHANNEL = b"benchmark"
# Enough to keep Redis busy, few enough to stay in its buffers.
UNDER_WAY = 100


def published(url: str, under_way: int, seconds: float) -> Heard:
    """So many messages under way at once, each followed by the next as soon as the subscriber has it."""
    return uvloop.run(_published(url, under_way, seconds))


async def _published(url: str, under_way: int, seconds: float) -> Heard:
    where = urlsplit(url)
    listening, listener = await asyncio.open_connection(where.hostname, where.port)
    answers, publisher = await asyncio.open_connection(where.hostname, where.port)
    listener.write(_command(b"SUBSCRIBE", CHANNEL))
    await listening.read(4096)
    words = as_event(0, "0" * 36)
    publish = _command(b"PUBLISH", CHANNEL, words)
    ignoring = asyncio.create_task(_ignore(answers))
    sent, to_screen, began = [clock()] * under_way, [], clock()
    publisher.write(publish * under_way)
    busy, rest = time.process_time(), b""
    while clock() - began < WARMING + seconds:
        rest += await listening.read(65536)
        came = rest.count(words)
        rest = rest.rpartition(words)[2] if came else rest
        now = clock()
        to_screen += [now - at for at in sent[:came]] if now - began > WARMING else []
        sent = sent[came:] + [now] * came
        publisher.write(publish * came)
    ignoring.cancel()
    for one in (listener, publisher):
        one.close()
    middle, most = in_milliseconds(to_screen)
    spent = clock() - began
    return Heard(len(to_screen) / seconds, 0, 0, middle, most, 0, (time.process_time() - busy) / spent)


def _command(*parts: bytes) -> bytes:
    return b"*%d\r\n" % len(parts) + b"".join(b"$%d\r\n%s\r\n" % (len(part), part) for part in parts)


async def _ignore(answers: asyncio.StreamReader) -> None:
    while await answers.read(65536):
        pass
