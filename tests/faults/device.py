"""A browser without a picture: it talks to the socket as the page does, and keeps a diary.

What it wrote it sends again under the same identity until that is answered. What is missing it asks for. A silent line
it leaves, and a lost one it opens anew, each time at whichever server comes up.
"""

import asyncio
import contextlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random
from uuid import UUID

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import WebSocketException

from tests.faults.diary import Ack, Change, Diary, Said
from tests.faults.line import Frame, open_socket
from tests.faults.screen import Screen, Shown

SIGNED_OUT = 4401
RIGHTS_CHANGED = 4409
# As in config/static/js: when an answer is overdue, when silence means that the line is dead, how long to hold back.
OVERDUE = 5.0
LONGEST_SILENCE = 40.0
LONGEST_ANSWER = 10.0
LONGEST_WAIT = 30.0


@dataclass
class Waiting:
    """A command that has no answer yet."""

    command: Frame
    sent_at: float = float("-inf")
    not_before: float = 0.0


class Device:
    """One device of one person, with the conversations that are open on it."""

    def __init__(
        self,
        name: str,
        person: int,
        session: str,
        conversations: Sequence[int],
        servers: Sequence[str],
        diary: Diary,
        random: Random,
    ) -> None:
        self.name = name
        self.person = person
        self.session = session
        self.servers = servers
        self.diary = diary
        self.random = random
        self.screens = {conversation: Screen() for conversation in conversations}
        self.outbox: dict[str, Waiting] = {}
        self.changes: dict[str, Change] = {}
        self.own: dict[int, tuple[int, str]] = {}
        self.is_signed_out = False
        self.address = ""
        self._line: ClientConnection | None = None
        self._tries = 0
        self._resuming_since = float("-inf")

    # -- What its person does ------------------------------------------------------------------------------------------

    async def say(self, conversation: int, body: str) -> str:
        """Write something; it is sent now or whenever that is possible again."""
        client_id = str(UUID(int=self.random.getrandbits(128), version=4))
        self.diary.said[client_id] = Said(self.name, self.person, client_id, conversation, body, self.diary.now)
        self.outbox[client_id] = Waiting(
            {"type": "post", "client_id": client_id, "conversation": conversation, "body": body}
        )
        await self._send_what_waits()
        return client_id

    async def change(self, kind: str, message: int, conversation: int, value: str = "") -> None:
        """Edit, withdraw or react; `ref` tells which of these an answer is for."""
        change = Change(kind, message, conversation, self.person, value)
        rest: dict[str, Frame] = {"edit": {"body": value}, "withdraw": {}, "react": {"kind": value, "on": True}}
        ref = f"{self.name}-{len(self.diary.changes)}"
        self.diary.changes.append(change)
        self.changes[ref] = change
        self.outbox[ref] = Waiting({"type": kind, "ref": ref, "message": message, **rest[kind]})
        await self._send_what_waits()

    @property
    def has_everything(self) -> bool:
        return not self.outbox and not self.is_signed_out

    # -- The line ------------------------------------------------------------------------------------------------------

    async def live(self) -> None:
        """Be there until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._send_again())
            while not self.is_signed_out:
                await self._be_connected()
                await asyncio.sleep(self._pause())

    def _pause(self) -> float:
        wait = min(LONGEST_WAIT, 2.0**self._tries) * (0.5 + self.random.random() / 2)
        self._tries += 1
        return wait

    async def _be_connected(self) -> None:
        self.address = self.random.choice(self.servers)
        with contextlib.suppress(OSError, WebSocketException, TimeoutError, EOFError):
            line = await open_socket(self.address, self.session)
            await self._listen(line)

    async def _listen(self, line: ClientConnection) -> None:
        try:
            while True:
                frame = json.loads(await self._next_frame(line))
                if self._line is None:
                    # Only a first frame shows that the server lets us in.
                    self._line, self._tries, self._resuming_since = line, 0, float("-inf")
                    await self._resume()
                    await self._send_everything()
                await self._hear(frame)
        finally:
            self._line = None
            self._note_close(line)
            line.transport.abort()

    async def _next_frame(self, line: ClientConnection) -> str | bytes:
        """What comes next; TimeoutError where nothing has come for too long, or for long after something was asked."""
        heard = asyncio.ensure_future(line.recv())
        began, asked = self.diary.now, float("inf")
        try:
            while not heard.done():
                await asyncio.wait([heard], timeout=1)
                now = self.diary.now
                if any(waiting.sent_at > began for waiting in self.outbox.values()):
                    asked = min(asked, now)
                if now - began > LONGEST_SILENCE or now - asked > LONGEST_ANSWER:
                    raise TimeoutError
            return await heard
        finally:
            heard.cancel()

    def _note_close(self, line: ClientConnection) -> None:
        code = line.protocol.close_code
        if code is not None:
            self.diary.closes.append((self.name, code))
        self.is_signed_out = code == SIGNED_OUT
        if code == RIGHTS_CHANGED:
            self._tries = 0

    async def _tell(self, frame: Frame) -> bool:
        if self._line is None:
            return False
        try:
            await self._line.send(json.dumps(frame))
        except (OSError, WebSocketException):
            return False
        return True

    # -- What waits to be sent -----------------------------------------------------------------------------------------

    async def _send_everything(self) -> None:
        for waiting in self.outbox.values():
            waiting.sent_at = float("-inf")
        await self._send_what_waits()

    async def _send_again(self) -> None:
        while True:
            await asyncio.sleep(1)
            await self._send_what_waits()

    async def _send_what_waits(self) -> None:
        """In the order it was written; nothing overtakes what was asked to wait."""
        for name, waiting in list(self.outbox.items()):
            now = self.diary.now
            if now < waiting.not_before:
                break
            if now - waiting.sent_at < OVERDUE:
                continue
            if name in self.changes:
                self.changes[name].tries += 1
            if not await self._tell(waiting.command):
                break
            waiting.sent_at = now

    # -- What is heard -------------------------------------------------------------------------------------------------

    async def _hear(self, frame: Frame) -> None:
        match frame["type"]:
            case "posted":
                self._be_acknowledged(frame)
            case "done":
                self._be_answered(frame)
            case "refused":
                await self._be_refused(frame)
            case "rate_limited":
                self._hold_back(frame)
            case "message.posted" | "message.changed":
                await self._show(frame)
            case "seqs":
                await self._compare({int(pk): seq for pk, seq in frame["conversations"].items()})
            case "resumed":
                await self._fill(frame)

    def _be_acknowledged(self, frame: Frame) -> None:
        ack = Ack(frame["client_id"], frame["conversation"], frame["message"], frame["seq"], self.diary.now)
        self.diary.acks.append(ack)
        self.own[ack.message] = (ack.conversation, self.diary.said[ack.client_id].body)
        self.outbox.pop(ack.client_id, None)

    def _be_answered(self, frame: Frame) -> None:
        if self.outbox.pop(frame.get("ref", ""), None):
            self.changes.pop(frame["ref"]).is_done = True

    async def _be_refused(self, frame: Frame) -> None:
        name = frame.get("client_id") or frame.get("ref", "")
        if frame["code"] == "try_again":
            if name in self.outbox:
                self.outbox[name].not_before = self.diary.now + 1
            else:
                self._resuming_since = float("-inf")
            return
        self.diary.refusals.append((self.name, frame["code"], frame["why"]))
        self.outbox.pop(name, None)
        self.changes.pop(name, None)

    def _hold_back(self, frame: Frame) -> None:
        wait = datetime.fromisoformat(frame["until"]) - datetime.now().astimezone()
        name = frame.get("client_id") or frame.get("ref", "")
        if name in self.outbox:
            self.outbox[name].not_before = self.diary.now + max(0.0, wait.total_seconds())
            self.outbox[name].sent_at = float("-inf")

    async def _show(self, frame: Frame) -> None:
        screen = self.screens.get(frame["conversation"])
        if screen is None:
            return
        message = Shown.from_frame(frame["message"])
        if screen.hear(frame["seq"], message):
            self.diary.note_shown(self.name, message.id)
        else:
            await self._resume()

    async def _compare(self, seqs: dict[int, int]) -> None:
        if any(seqs.get(pk, 0) > screen.reached for pk, screen in self.screens.items()):
            await self._resume()

    async def _resume(self) -> None:
        """Ask for what is missing, one question at a time; one whose answer does not come is asked again."""
        now = self.diary.now
        if now - self._resuming_since < OVERDUE:
            return
        reached = {str(pk): screen.reached for pk, screen in self.screens.items()}
        if await self._tell({"type": "resume", "conversations": reached}):
            self._resuming_since = now

    async def _fill(self, frame: Frame) -> None:
        self._resuming_since = float("-inf")
        for name, page in frame["conversations"].items():
            screen, messages = self.screens[int(name)], [Shown.from_frame(one) for one in page["messages"]]
            screen.fill(messages, page["seq"])
            for message in messages:
                self.diary.note_shown(self.name, message.id)
        for conversation in frame.get("reset", []):
            # The page would load anew; here that is the beginning of the conversation.
            self.diary.resets.append((self.name, conversation))
            self.screens[conversation] = Screen()
        if frame.get("reset") or any(page["more"] for page in frame["conversations"].values()):
            await self._resume()
