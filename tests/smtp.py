"""A mail server on this machine that keeps what it gets, and misbehaves where a test asks for it."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from enum import Enum

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.servers import free_port


class Answer(Enum):
    """What becomes of one mail."""

    TAKE = "taken"
    BUSY = "451 at the recipient"
    NO_SUCH_PERSON = "550 at the recipient"
    FULL = "452 after the words"
    SPAM = "554 after the words"
    HANG_UP = "the line drops before the words are taken"
    TAKE_AND_HANG_UP = "they are taken, and the line drops before we hear of it"


@dataclass
class Sink:
    """Each mail takes the next of `answers`; when there are none left, it is taken after `pause` seconds."""

    answers: list[Answer] = field(default_factory=list)
    pause: float = 0.0
    port: int = field(default_factory=free_port)
    mails: list[Message] = field(default_factory=list)
    _answer: Answer = Answer.TAKE

    async def handle_MAIL(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.mail_from = address
        self._answer = self.answers.pop(0) if self.answers else Answer.TAKE
        return "250 OK"

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.rcpt_tos.append(address)
        refusals = {Answer.BUSY: "451 Try again later", Answer.NO_SUCH_PERSON: "550 No such person"}
        return refusals.get(self._answer, "250 OK")

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        answer = self._answer
        refusals = {Answer.FULL: "452 Out of room", Answer.SPAM: "554 This looks like spam"}
        if answer in refusals:
            return refusals[answer]
        if answer is not Answer.HANG_UP:
            self.mails.append(message_from_bytes(envelope.original_content or b""))
        if answer in (Answer.HANG_UP, Answer.TAKE_AND_HANG_UP):
            assert isinstance(server.transport, asyncio.WriteTransport)
            server.transport.abort()
        await asyncio.sleep(self.pause)
        return "250 OK"


@contextmanager
def smtp_sink() -> Iterator[Sink]:
    sink = Sink()
    controller = Controller(sink, hostname="127.0.0.1", port=sink.port)
    controller.start()
    try:
        yield sink
    finally:
        controller.stop()
