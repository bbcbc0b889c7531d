"""Appeals against a measure: once, by whom it is about, decided by somebody else, with reasons."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from people.errors import HasMovedOn
from people.models import Person
from people.operations import move, remember
from safeguarding.clock import TIME_TO_ANSWER
from safeguarding.machines import APPEAL
from safeguarding.models import Appeal, Measure
from safeguarding.operations.measures import WordsAreMissing, end_measure
from safeguarding.operations.telling import tell_of_answer, tell_of_appeal
from safeguarding.rules import may_appeal, may_decide_appeal


class MayNotAppeal(PermissionDenied):
    """Only whom a measure is about appeals against it, and once."""


class MayNotAnswer(PermissionDenied):
    """Somebody who had no part in it answers an appeal."""


@transaction.atomic
def appeal_against(*, by: Person, measure: Measure, words: str, at: datetime) -> Appeal:
    """Say that a measure is wrong; those who keep people safe are told, and answer within seven days."""
    if not may_appeal(by, measure):
        raise MayNotAppeal("You can say once that something about you is wrong, while it holds.")
    if not words.strip():
        raise WordsAreMissing({"words": "Say in a few words what is wrong about it."})
    appeal = Appeal(
        measure=measure,
        by=by,
        against=measure.by,
        words=words.strip(),
        made_at=at,
        due_at=at + TIME_TO_ANSWER,
    )
    try:
        with transaction.atomic():
            appeal.save()
    except IntegrityError as error:
        raise HasMovedOn("You have said so already. Somebody will answer.") from error
    remember(appeal, machine=APPEAL, before="", by=by, at=at, about=None)
    tell_of_appeal(appeal, at)
    return appeal


@transaction.atomic
def answer_appeal(*, by: Person, appeal: Appeal, upheld: bool, answer: str, at: datetime) -> None:
    """Decide on an appeal, with reasons: upheld, the measure is lifted. Of two who answer at once one wins."""
    if not may_decide_appeal(by, appeal):
        raise MayNotAnswer("Somebody else answers this one.")
    if not answer.strip():
        raise WordsAreMissing({"answer": "Say why, to the person who appealed."})
    to = Appeal.State.UPHELD if upheld else Appeal.State.REJECTED
    move(appeal, to, machine=APPEAL, by=by, at=at, about=None)
    appeal.decided_by, appeal.decided_at, appeal.answer = by, at, answer.strip()
    appeal.save(update_fields=["decided_by", "decided_at", "answer"])
    if upheld:
        end_measure(appeal.measure, by=by, because=appeal.answer, at=at)
    tell_of_answer(appeal, at)
