"""The one socket of a browser: frames in, commands; answers, events and a heartbeat out."""

import asyncio
import json
import logging
from collections.abc import Mapping
from importlib import import_module
from typing import Any

from channels.consumer import get_handler_name
from channels.db import database_sync_to_async
from channels.generic.websocket import AsyncWebsocketConsumer
from django.conf import settings
from django.contrib.auth import get_user
from django.http import HttpRequest
from django.utils import timezone

from messaging import limits, protocol
from messaging.answers import answer_to, heartbeat_for
from messaging.events import frame_for, needs_the_database
from messaging.news import group_of
from people.models import Person

logger = logging.getLogger(__name__)

SIGNED_OUT = 4401
OTHER_VERSION = 4406
TRY_AGAIN_LATER = 1013

SOMETHING_WRONG = "Something went wrong here. Please try again."


class Socket(AsyncWebsocketConsumer):  # type: ignore[misc]
    """Every command, event and heartbeat reads the person anew, so a right that was lost is lost here too."""

    heartbeat_seconds = 25.0

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person_id: int | None = None
        self.heartbeat: asyncio.Task[None] | None = None

    async def __call__(self, *args: Any) -> None:
        try:
            await super().__call__(*args)
        finally:
            # However the socket ends, also when the server cancels it.
            if self.heartbeat:
                self.heartbeat.cancel()

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
        person = await self._in_thread(lambda person: person)
        if person is None:
            await self.close(SIGNED_OUT)
            return
        self.person_id = person.pk
        try:
            await self.channel_layer.group_add(group_of(person.pk), self.channel_name)
        except Exception:
            logger.warning("A socket could not listen for news", exc_info=True)
            await self.close(TRY_AGAIN_LATER)
            return
        self.heartbeat = asyncio.create_task(self._beat())

    async def disconnect(self, code: int) -> None:
        if self.person_id is not None:
            await self.channel_layer.group_discard(group_of(self.person_id), self.channel_name)

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        if self.person_id is None:
            return
        until = limits.COMMANDS.until(self.person_id, timezone.now())
        try:
            command = _parsed(text_data)
        except protocol.ProtocolError as error:
            refusal = error.refusal
            answer = protocol.RateLimited(until, refusal.client_id, refusal.ref) if until else refusal
            await self._answer(answer)
            return
        if until:
            await self._answer(protocol.RateLimited(until, **protocol.marks_of(command)))
            return
        await self._obey(command)

    async def _obey(self, command: protocol.Command) -> None:
        try:
            answer = await self._in_thread(lambda person: answer_to(command, by=person, at=timezone.now()))
        except Exception:
            # The database may be away for a moment; the device keeps what it has and tries again.
            logger.exception("A command could not be carried out")
            answer = protocol.Refused("try_again", SOMETHING_WRONG, **protocol.marks_of(command))
        if answer is None:
            await self.close(SIGNED_OUT)
        else:
            await self._answer(answer)

    async def news(self, event: Mapping[str, Any]) -> None:
        """Pass on an event, completed for whoever is looking."""
        frame = event["frame"]
        if needs_the_database(frame):
            try:
                frame = await self._in_thread(lambda person: frame_for(person, frame) or {})
            except Exception:
                # The next frame or the heartbeat shows that one is missing.
                logger.exception("An event could not be passed on")
                return
        if frame is None:
            await self.close(SIGNED_OUT)
        elif frame:
            await self.send(text_data=json.dumps(frame))

    async def _beat(self) -> None:
        """At once and then again and again, say how far everything has come; a lost last frame shows here."""
        while True:
            try:
                standing = await self._in_thread(heartbeat_for)
            except Exception:
                logger.exception("A heartbeat was left out")
            else:
                if standing is None:
                    await self.close(SIGNED_OUT)
                    return
                await self._answer(standing)
            await asyncio.sleep(self.heartbeat_seconds)

    async def _answer(self, answer: protocol.Answer) -> None:
        await self.send(text_data=protocol.encode(answer))

    async def _in_thread(self, act: Any) -> Any:
        """Call `act(person)` where the database may be used; None when nobody is signed in here any more."""
        return await database_sync_to_async(_as_whoever_is_signed_in)(self.scope["session"].session_key, act)


def _parsed(text: str | None) -> protocol.Command:
    if text is None:
        raise protocol.ProtocolError("not_text", "A frame is text.")
    return protocol.parse(text)


def _as_whoever_is_signed_in(session_key: str | None, act: Any) -> Any:
    person = _person_of(session_key)
    return act(person) if person else None


def _person_of(session_key: str | None) -> Person | None:
    """Whom this session signs in now: nobody after sign-out, expiry, a new password or deactivation."""
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore(session_key)
    person = get_user(request)
    return person if isinstance(person, Person) and person.is_active else None
