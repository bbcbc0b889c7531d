"""Verbs of safety in a conversation: report what was said, have a person look at it, block who said it."""

import logging
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse

from messaging import queries
from messaging.models import Attachment, Conversation, Message, Notice
from messaging.operations.notices import write_notice
from messaging.rules import may_report
from people.models import Person
from safeguarding.evidence import Earlier, Evidence, EvidenceOfFile
from safeguarding.models import Block, Concern
from safeguarding.operations import block, prompt_about, raise_concern
from safeguarding.queries import who_looks_at
from safeguarding.screening import Worry, needs_help, worries_in

logger = logging.getLogger(__name__)


def report_message(
    *, by: Person, message: Message, at: datetime, reason: str = Concern.Reason.OTHER, words: str = ""
) -> Concern:
    """Raise a concern about what somebody said, with the words as they are now and as they were before."""
    if not may_report(by, message):
        raise PermissionDenied("You can report what others say to you.")
    evidence = evidence_of(message)
    return raise_concern(by=by, about=message.author, reason=reason, words=words, evidence=evidence, at=at)


def look_for_worries(*, message: Message, at: datetime) -> bool:
    """Have a person look where the words of a message give cause to; True if its writer is to be shown help now.

    It changes nothing about the message, and whatever goes wrong here holds none up. Call it in an order of authors
    where it is called for several, because two who write of the same worry wait for each other.
    """
    worries: list[Worry] = []
    try:
        worries = worries_in(message.body)
        if worries:
            with transaction.atomic():
                _have_somebody_look(message, worries, at)
    except Exception:
        logger.exception("Message %s was said, but could not be screened", message.pk)
    return needs_help(worries)


def _have_somebody_look(message: Message, worries: list[Worry], at: datetime) -> None:
    """Raise it with those who keep people safe; they are told of what is new, not of each time it is noticed again."""
    for concern in prompt_about(about=message.author, worries=worries, evidence=evidence_of(message), at=at):
        if concern.times_noticed == 1:
            for person in who_looks_at(concern):
                write_notice(
                    person=person,
                    kind=Notice.Kind.SAFETY,
                    subject="Something to look at",
                    body="A program noticed words that may need a person to look. Nobody has decided anything.",
                    path=reverse("concern", args=[concern.pk]),
                    at=at,
                )


def evidence_of(message: Message) -> Evidence:
    return Evidence(
        kind="message",
        reference=str(message.pk),
        author=message.author.chosen_name,
        text=message.body,
        written_at=message.sent_at,
        earlier=tuple(Earlier(one.words, one.replaced_at) for one in message.earlier_words.all()),
        files=tuple(_copied(one) for one in message.files.all()),
    )


def _copied(one: Attachment) -> EvidenceOfFile:
    try:
        with one.file.open("rb") as file:
            content = file.read()
    except OSError:
        # A report must reach somebody whatever happened to the disk.
        logger.exception("File %s could not be copied to a concern", one.key)
        content = b""
    return EvidenceOfFile(one.name, one.kind, one.sha256, content)


def block_participant(*, by: Person, conversation: Conversation, person: Person, at: datetime) -> Block:
    """Want no more contact with somebody one talks with here."""
    if person.pk not in queries.those_present(conversation):
        raise PermissionDenied("You can block somebody you talk with.")
    return block(by=by, person=person, known_as=person.chosen_name, at=at)
