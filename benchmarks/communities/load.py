"""Many members with an open page, some of whom write: how soon the last of the pages has heard of each post."""

import asyncio
import json
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter as clock
from urllib.parse import urlencode

from benchmarks.messengers.contestants import OF_OURS, PLAIN, Running, Settled, called, in_production, running, settled
from benchmarks.messengers.dialects import NEWS, client_id_in
from benchmarks.messengers.places import database_for, on_servers
from benchmarks.messengers.talk import closed, connected, new_id, until
from benchmarks.messengers.town import Person, Size, Town
from benchmarks.messengers.wire import Line

OURS, THE_PLAIN_WAY = "ours", "the plain way"
LOADS = (OURS, THE_PLAIN_WAY)
# Each of those who write does so about every so many seconds, as fast as people can.
EVERY = 10.0
TOKEN = "a" * 32
SEQ = re.compile(rb'"thread\.posted".*?"seq":\s*(\d+)')


@dataclass(frozen=True)
class Heard:
    seconds: float
    posts: int
    told: int
    last: float
    last_95: float
    refused: int
    lost: int


def loaded(way: str, members: int, seconds: float) -> Heard:
    """Run one way on servers of its own, with everybody's page open."""
    with on_servers() as place:
        if way == OURS:
            with database_for("ours", place) as database:
                environment = in_production(database, place) | {"PROXY_COUNT": "1"}
                called("manage.py", "migrate", "--verbosity", "0", environment=environment)
                made = called("-m", "benchmarks.communities.building", "load", str(members), environment=environment)
                found = json.loads(made)
                people = [Person(cookie, 0) for cookie in found["cookies"]]
                home = Settled(environment, Town([], {members: people}))
                with running(OF_OURS[0], home) as server:
                    return asyncio.run(_watched(server, people, seconds, found["path"]))
        with settled(THE_PLAIN_WAY, place, Size(0, (members,))) as home, running(PLAIN[0], home) as server:
            return asyncio.run(_watched(server, home.town.groups[members], seconds, ""))


class Watch:
    """When each post was pressed, and when which page heard of it."""

    def __init__(self) -> None:
        self.pressed: dict[bytes, float] = {}
        self.heard_at: dict[bytes, float] = {}
        self.heard_by: dict[bytes, int] = defaultdict(int)
        self.told = 0
        self.refused = 0

    def heard(self, line: Line, frame: bytes) -> None:
        if found := SEQ.search(frame):
            self._note(found[1])
        elif NEWS in frame:
            self._note(client_id_in(frame))

    def _note(self, post: bytes) -> None:
        self.told += 1
        self.heard_by[post] += 1
        self.heard_at[post] = clock()


async def _watched(server: Running, people: Sequence[Person], seconds: float, path: str) -> Heard:
    watch = Watch()
    lines = await connected(server, people, watch.heard)
    begins = clock()
    writers = list(zip(people, lines, strict=True))[: max(1, len(people) // 10)]
    writing = [
        _writes(server, person, line, watch, begins + seconds, EVERY * number / len(writers), path)
        for number, (person, line) in enumerate(writers)
    ]
    await asyncio.gather(*writing)
    took = clock() - begins
    expected = len(watch.pressed) * len(people)
    await until(lambda: watch.told >= expected, 20)
    closed(lines)
    spent = [(watch.heard_at[post] - at) * 1000 for post, at in watch.pressed.items() if post in watch.heard_at]
    return Heard(
        seconds=took,
        posts=len(watch.pressed),
        told=watch.told,
        last=median(spent),
        last_95=quantiles(spent, n=20)[-1] if len(spent) > 1 else spent[0],
        refused=watch.refused,
        lost=sum(len(people) - watch.heard_by[post] for post in watch.pressed),
    )


async def _writes(
    server: Running, person: Person, line: Line, watch: Watch, until_: float, first: float, path: str
) -> None:
    await asyncio.sleep(first)
    while clock() < until_:
        again = clock() + EVERY
        if path:
            await _by_form(server, person, watch, path)
        else:
            name = new_id()
            watch.pressed[name.encode()] = clock()
            line.say(server.contestant.dialect.post(person.conversation, name))
        await asyncio.sleep(max(0.0, min(again, until_) - clock()))


async def _by_form(server: Running, person: Person, watch: Watch, path: str) -> None:
    """Press Post; the answer leads to the post, by whose number the pages hear of it."""
    said = {"body": f"Nobody slept here either, {new_id()[:8]}.", "client_id": new_id()}
    body = urlencode({**said, "csrfmiddlewaretoken": TOKEN}).encode()
    head = [
        f"POST {path} HTTP/1.1",
        "Host: bench.example.org",
        "X-Forwarded-Proto: https",
        "Origin: https://bench.example.org",
        f"Cookie: {person.cookie}; __Secure-csrftoken={TOKEN}; csrftoken={TOKEN}",
        "Content-Type: application/x-www-form-urlencoded",
        f"Content-Length: {len(body)}",
        "Connection: close",
    ]
    pressed = clock()
    reader, writer = await asyncio.open_connection("127.0.0.1", server.ports[0])
    writer.write("\r\n".join([*head, "", ""]).encode() + body)
    answer = await reader.read(-1)
    writer.close()
    if found := re.search(rb"[Ll]ocation: \S*#post-(\d+)", answer):
        watch.pressed[found[1]] = pressed
    else:
        watch.refused += 1
