"""Tells people what was decided about them, and what waits for them: in general words, never private ones."""

from datetime import datetime

from django.urls import reverse

from people.models import Person
from safeguarding.models import Appeal, Concern, Measure
from safeguarding.queries import who_answers, who_looks_at
from safeguarding.signals import to_be_told


def tell_of_measure(measure: Measure, at: datetime) -> None:
    """Whom it is about, with the way to what it is, why, and how to say that it is wrong."""
    body = "Somebody who looks after a place you are in has decided something that is about you. Read what and why."
    _tell(measure.about, "Something was decided that is about you", body, _page_of(measure), at)


def tell_of_lifting(measure: Measure, at: datetime) -> None:
    body = "Something that was decided about you is taken back. Read why."
    _tell(measure.about, "Something about you was taken back", body, _page_of(measure), at)


def tell_of_answer(appeal: Appeal, at: datetime) -> None:
    body = "You said that a decision about you was wrong. Somebody else has looked at it again. Read what they say."
    _tell(appeal.by, "Your appeal was answered", body, _page_of(appeal.measure), at)


def tell_of_appeal(appeal: Appeal, at: datetime) -> None:
    body = "Somebody says that a decision about them was wrong. It waits for an answer from somebody who had no part."
    for person in who_answers(appeal):
        _tell(person, "An appeal waits for an answer", body, reverse("appeal", args=[appeal.pk]), at)


def tell_who_reported(concern: Concern, at: datetime) -> None:
    body = "Somebody has looked into what you reported. Thank you for telling us."
    path = reverse("report", args=[concern.pk])
    _tell(concern.raised_by, "Your report has been looked into", body, path, at)


def tell_of_danger(concern: Concern, at: datetime) -> None:
    """Everybody who finds it in their list: somebody may be in danger, and the clock is short."""
    body = "Somebody may be in danger. Please look within the hour, or see that somebody else does."
    for person in who_looks_at(concern):
        _tell(person, "Please look now", body, reverse("concern", args=[concern.pk]), at)


def tell_of_escalation(concern: Concern, by: Person, at: datetime) -> None:
    body = "A concern was passed on to those who keep the whole service safe."
    for person in who_looks_at(concern).exclude(pk=by.pk):
        _tell(person, "A concern was passed on to you", body, reverse("concern", args=[concern.pk]), at)


def _page_of(measure: Measure) -> str:
    return reverse("measure", args=[measure.pk])


def _tell(person: Person | None, subject: str, body: str, path: str, at: datetime) -> None:
    if person is not None:
        to_be_told.send(sender=Concern, person=person, subject=subject, body=body, path=path, at=at)
