"""However much comes, and whatever was said of it before, no more than its address takes reaches the application."""

import asyncio
import json
from collections.abc import Mapping
from typing import Any

import pytest

from config import bodies
from config.asgi import pages
from config.bodies import MEGABYTE, USUAL, WITH_FILES, BoundedBodies, limit_of

Event = Mapping[str, Any]


@pytest.mark.parametrize(
    ("path", "limit"),
    [
        ("/messages/12/", WITH_FILES),
        ("/import/", WITH_FILES),
        ("/", USUAL),
        ("/messages/", USUAL),
        ("/messages/12/since/", USUAL),
        ("/x/messages/12/", USUAL),
        ("/messages/12/\n", USUAL),
        ("/api/v1/conversations/12/messages", USUAL),
    ],
)
def test_files_may_come_where_they_are_taken(path: str, limit: int) -> None:
    assert limit_of(path) == limit


class Sender:
    """Sends a body in pieces, and keeps what is answered."""

    def __init__(self, pieces: list[int], *, endless: bool = False) -> None:
        self.pieces = list(pieces)
        self.endless = endless
        self.sent = 0
        self.answers: list[Event] = []

    async def receive(self) -> Event:
        if not (self.pieces or self.endless):
            return {"type": "http.disconnect"}
        size = MEGABYTE if self.endless else self.pieces.pop(0)
        self.sent += size
        assert self.sent < 1000 * MEGABYTE, "It would be read for ever."
        return {"type": "http.request", "body": b"x" * size, "more_body": self.endless or bool(self.pieces)}

    async def send(self, message: Event) -> None:
        self.answers.append(message)

    @property
    def status(self) -> int | None:
        return next((int(one["status"]) for one in self.answers if one["type"] == "http.response.start"), None)

    @property
    def page(self) -> str:
        return b"".join(one.get("body", b"") for one in self.answers).decode()


class Reader:
    """An application that reads everything, like Django does, and says how much that was."""

    def __init__(self) -> None:
        self.read = 0

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                return
            self.read += len(message["body"])
            if not message["more_body"]:
                break
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"read"})


def scope(path: str = "/", **headers: str) -> dict[str, Any]:
    pairs = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return {
        "type": "http",
        "http_version": "1.1",
        "method": "POST",
        "path": path,
        "query_string": b"",
        "headers": pairs,
    }


@pytest.mark.parametrize(
    ("path", "pieces", "status", "read"),
    [
        ("/", [USUAL], 200, USUAL),
        ("/", [USUAL, 1], 413, USUAL),
        ("/messages/1/", [MEGABYTE] * 24, 200, WITH_FILES),
        ("/messages/1/", [MEGABYTE] * 25, 413, WITH_FILES),
        ("/", [0], 200, 0),
    ],
)
async def test_what_comes_is_counted(path: str, pieces: list[int], status: int, read: int) -> None:
    sender, reader = Sender(pieces), Reader()
    await BoundedBodies(reader)(scope(path), sender.receive, sender.send)
    assert (sender.status, reader.read) == (status, read)


@pytest.mark.parametrize("announced", [{}, {"content_length": "1048577"}])
async def test_a_program_is_told_in_json(announced: dict[str, str]) -> None:
    sender = Sender([USUAL, 1])
    await BoundedBodies(Reader())(scope("/api/v1/conversations/1/messages", **announced), sender.receive, sender.send)
    assert sender.status == 413
    assert json.loads(sender.page) == {"code": "too_big", "why": "This is more than can be taken here."}


@pytest.mark.parametrize("said", ["1048577", "9" * 30])
async def test_who_announces_too_much_is_answered_before_anything_is_read(said: str) -> None:
    sender, reader = Sender([]), Reader()
    await BoundedBodies(reader)(scope(content_length=said), sender.receive, sender.send)
    assert (sender.status, reader.read) == (413, 0)


@pytest.mark.parametrize("said", ["10", "0", "-1", "x", ""])
async def test_who_announces_less_than_comes_is_counted_all_the_same(said: str) -> None:
    sender, reader = Sender([MEGABYTE, MEGABYTE]), Reader()
    await BoundedBodies(reader)(scope(content_length=said), sender.receive, sender.send)
    assert (sender.status, reader.read) == (413, MEGABYTE)


async def test_a_body_without_end_is_answered_and_not_read_for_ever() -> None:
    sender, reader = Sender([], endless=True), Reader()
    await BoundedBodies(reader)(scope(), sender.receive, sender.send)
    assert (sender.status, reader.read) == (413, USUAL)
    assert sender.sent <= USUAL + MEGABYTE + bodies.LINGER_BYTES


async def test_who_goes_silent_is_not_waited_for_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    async def never() -> Event:
        await asyncio.Event().wait()
        raise AssertionError

    monkeypatch.setattr(bodies, "LINGER_SECONDS", 0.01)
    sender = Sender([])
    await BoundedBodies(Reader())(scope(content_length="99999999"), never, sender.send)
    assert (sender.status, sender.answers[-1]["more_body"]) == (413, False)


async def test_the_answer_is_a_page_in_plain_words() -> None:
    sender = Sender([USUAL, 1])
    await BoundedBodies(Reader())(scope(), sender.receive, sender.send)
    headers = dict(sender.answers[0]["headers"])
    assert (headers[b"connection"], headers[b"cache-control"]) == (b"close", b"no-store")
    assert int(headers[b"content-length"]) == len(sender.page.encode())
    assert "That was too much at once" in sender.page
    assert "four files of up to 5 MB each" in sender.page
    assert "Call 999" in sender.page


async def test_django_is_not_disturbed_by_a_body_that_was_cut_off(caplog: pytest.LogCaptureFixture) -> None:
    sender = Sender([MEGABYTE, MEGABYTE])
    await BoundedBodies(pages)(scope(), sender.receive, sender.send)
    assert (sender.status, caplog.records) == (413, [])


async def test_an_application_that_has_answered_already_is_left_alone() -> None:
    async def hasty(scope: dict[str, Any], receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 403, "headers": []})
        await send({"type": "http.response.body", "body": b""})
        while (await receive())["type"] != "http.disconnect":
            pass

    sender = Sender([USUAL, 1])
    await BoundedBodies(hasty)(scope(), sender.receive, sender.send)
    assert [one["type"] for one in sender.answers] == ["http.response.start", "http.response.body"]
