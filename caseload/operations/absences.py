"""Somebody asks for cover themselves: asked, answered by a coordinator, taken back."""

from contextlib import suppress
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from caseload.errors import NotYoursToArrange
from caseload.machines import ABSENCE
from caseload.models import Absence
from caseload.queries.absences import without_cover
from caseload.rules import may_answer_absence
from matching.models import Helper
from messaging.models import Notice
from messaging.operations import write_notices
from people.errors import HasMovedOn
from people.models import Person
from people.operations import move, remember
from people.queries import coordinators_told_of


@transaction.atomic
def ask_for_cover(
    *, by: Person, helper: Helper, from_on: date, until_on: date, why: str, words: str, at: datetime
) -> Absence:
    """Say that one is away; the coordinators of whom one is alongside are told, and arrange who stands in."""
    if by.pk != helper.person_id:
        raise NotYoursToArrange
    if until_on < max(from_on, localdate(at)):
        raise ValidationError({"until_on": "The last day comes before the first, or has passed."})
    facts = {"from_on": from_on, "until_on": until_on, "why": why, "words": words, "asked_at": at}
    try:
        with transaction.atomic():
            made = Absence.objects.create(helper=helper, **facts)
    except IntegrityError as error:
        raise HasMovedOn("You have asked already. Take that back first, if it is about other days.") from error
    remember(made, machine=ABSENCE, before="", by=by, at=at, about=by)
    write_notices(
        people=those_who_arrange(made),
        kind=Notice.Kind.SUPPORT,
        subject="Somebody asks for cover",
        body="You can read who and for how long, and arrange who stands in.",
        path=f"/absences/{made.pk}/",
        at=at,
    )
    return made


def those_who_arrange(absence: Absence) -> set[Person]:
    """The coordinators of whom they are alongside; where that is nobody, their own."""
    helper = absence.helper
    members = [pairing.request.person for pairing in helper.pairings.active().select_related("request__person")]
    found = {person for member in members or [helper.person] for person in coordinators_told_of(member)}
    return found - {helper.person}


@transaction.atomic
def take_back_absence(*, by: Person, absence: Absence, at: datetime) -> None:
    """Whoever asked is there after all; what was planned already they can call off on its own page."""
    if by.pk != absence.helper.person_id:
        raise NotYoursToArrange
    move(absence, Absence.State.TAKEN_BACK, machine=ABSENCE, by=by, at=at, about=by)


@transaction.atomic
def answer_absence(*, by: Person, absence: Absence, words: str, at: datetime) -> None:
    """Say that what is needed is arranged, or that nothing is, and why; whoever asked is told."""
    if not may_answer_absence(by, absence):
        raise NotYoursToArrange
    move(absence, Absence.State.ARRANGED, machine=ABSENCE, by=by, at=at, about=absence.helper.person)
    absence.answered_by, absence.answer = by, words
    absence.save(update_fields=["answered_by", "answer"])
    write_notices(
        people=[absence.helper.person],
        kind=Notice.Kind.SUPPORT,
        subject="There is an answer: you asked for cover",
        body="You can read who stands in for you, and what was said to it.",
        path=f"/absences/{absence.pk}/",
        at=at,
    )


def answer_once_all_are_covered(*, by: Person, helper: Helper, at: datetime) -> None:
    """In the transaction in which somebody was found to stand in: with the last one the asking is answered."""
    absence = Absence.objects.asked().select_related("helper__person").filter(helper=helper).first()
    if absence is not None and may_answer_absence(by, absence) and not without_cover(absence).exists():
        # They may be taking it back this moment; who was found stands in all the same.
        with suppress(HasMovedOn):
            answer_absence(by=by, absence=absence, words="", at=at)
