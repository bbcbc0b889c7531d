"""The one socket of a browser: frames in, commands; answers, events and a heartbeat out."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any

from channels.consumer import get_handler_name
from channels.exceptions import StopConsumer
from channels.generic.websocket import AsyncWebsocketConsumer
from django.conf import settings
from django.utils import timezone

from messaging import limits, protocol
from messaging.answers import Asked, answer_to
from messaging.hub import Hub, hub_here
from messaging.lines import Line
from messaging.protocol import OTHER_VERSION, SIGNED_OUT, TRY_AGAIN_LATER, Answer, Command

logger = logging.getLogger(__name__)

SOMETHING_WRONG = "Something went wrong here. Please try again."


class Socket(AsyncWebsocketConsumer):  # type: ignore[misc]
    """Every command asks anew whose session this is, so a right that was lost is lost here too."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hub: Hub
        self.line: Line | None = None

    async def __call__(self, scope: Any, receive: Callable[[], Awaitable[Any]], send: Callable[..., Any]) -> None:
        """As in Channels, without the tasks for every frame by which it would listen to the channel layer too.

        That the hub does, for all sockets of the process.
        """
        self.scope, self.base_send = scope, send
        self.hub = hub_here()
        self.hub.expect()
        try:
            while True:
                await self.dispatch(await receive())
        except StopConsumer:
            pass
        finally:
            # However the socket ends, also when the server cancels it.
            if self.line is not None:
                self.hub.remove(self.line)
            await self.hub.let_go()

    async def dispatch(self, message: Mapping[str, Any]) -> None:
        """As in Channels, but without a thread for every frame: connections are tended where they are used."""
        await getattr(self, get_handler_name(message))(message)

    async def connect(self) -> None:
        offered = self.scope["subprotocols"]
        # Accepted first, because a browser shows the code only of a socket that was open.
        await self.accept(subprotocol=protocol.VERSION if protocol.VERSION in offered else None)
        if protocol.VERSION not in offered:
            await self.close(OTHER_VERSION)
            return
        try:
            admitted = await self.hub.arrivals.add(self.scope["cookies"].get(settings.SESSION_COOKIE_NAME, ""))
        except Exception:
            logger.warning("Nobody could look who is at the door", exc_info=True)
            await self.close(TRY_AGAIN_LATER)
            return
        if admitted is None:
            await self.close(SIGNED_OUT)
            return
        self.line = Line(admitted, self.base_send)
        self.hub.add(self.line)
        await self.hub.first_beat(self.line)

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        if self.line is None or not self.line.is_open:
            return
        await self.line.room()
        until = limits.COMMANDS.until(self.line.admitted.person_id, timezone.now())
        if until:
            # A flood is in the server already, and would be worked through before anybody else has their turn.
            await asyncio.sleep(0)
        try:
            command = _parsed(text_data)
        except protocol.ProtocolError as error:
            refusal = error.refusal
            self._answer(protocol.RateLimited(until, refusal.client_id, refusal.ref) if until else refusal)
            return
        if until:
            self._answer(protocol.RateLimited(until, **protocol.marks_of(command)))
            return
        await self._obey(self.line, command)

    async def _obey(self, line: Line, command: Command) -> None:
        match command:
            case protocol.Ping():
                self._answer(protocol.Pong(ref=command.ref))
            case protocol.Post():
                self._post(line, command)
            case _:
                work = self.hub.in_thread(partial(answer_to, line.admitted, command))
                # One at a time for one socket, so that nobody can take all the threads.
                await asyncio.wait([work])
                self._finish(command, work)

    def _post(self, line: Line, command: protocol.Post) -> None:
        """Put it with what others want to say; whoever posts need not wait for the answer to post again."""
        if until := limits.POSTS.until(line.admitted.person_id, timezone.now()):
            self._answer(protocol.RateLimited(until, **protocol.marks_of(command)))
        else:
            self.hub.posts.add(Asked(line.admitted, command)).add_done_callback(partial(self._finish, command))

    def _finish(self, command: Command, work: "asyncio.Future[Answer | None]") -> None:
        """Answer what was asked; whoever is signed in no longer gets no answer but the end of the line."""
        if work.cancelled() or self.line is None:
            return
        if error := work.exception():
            # The database may be away for a moment; the device keeps what it has and tries again.
            logger.error("A command could not be carried out", exc_info=error)
            self._answer(protocol.Refused("try_again", SOMETHING_WRONG, **protocol.marks_of(command)))
        elif answer := work.result():
            self._answer(answer)
        else:
            self.line.end(SIGNED_OUT)

    def _answer(self, answer: Answer) -> None:
        if self.line is not None:
            self.line.put(protocol.encode(answer))


def _parsed(text: str | None) -> Command:
    if text is None:
        raise protocol.ProtocolError("not_text", "A frame is text.")
    return protocol.parse(text)
