"""Check-ins: a member chooses how often, answers or skips; the clock asks, and lets lapse what nobody answers."""

from datetime import date, datetime, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from matching.models import Pairing
from messaging.models import Notice
from messaging.operations import write_notice
from people.errors import HasMovedOn
from people.models import Person
from people.operations import move, remember
from support.declining import noticed
from support.machines import CHECK_IN
from support.models import CheckIn, Rhythm
from support.operations.screening import look_for_worries
from support.queries.checking import pairings_asked_about, rule_in_force, said_by
from support.rules import may_check_in
from support.signals import worth_a_follow_up

# A question that has lain there for a week is about another week.
LAPSES_AFTER = timedelta(days=7)


class NotYoursToAnswer(PermissionDenied):
    """A check-in is the member's own, while somebody is alongside them."""


@transaction.atomic
def choose_rhythm(*, by: Person, pairing: Pairing, every_days: int | None, at: datetime) -> Rhythm:
    """Ask them so often from now on, or never; what is open then is skipped."""
    _their_turn(by, pairing)
    next_on = timezone.localdate(at) + timedelta(days=every_days) if every_days else None
    if next_on is None:
        for one in CheckIn.objects.asked().filter(person=by):
            _end(one, CheckIn.State.SKIPPED, by=by, at=at)
    facts = {"every_days": every_days, "next_on": next_on, "chosen_at": at}
    return Rhythm.objects.update_or_create(person=by, defaults=facts)[0]


@transaction.atomic
def check_in(
    *,
    by: Person,
    pairing: Pairing,
    confidence: int | None,
    wellbeing: int | None,
    wish: str,
    words: str,
    at: datetime,
) -> CheckIn:
    """Answer what was asked, or say it unasked; each question may be left out, but not all of them.

    Order of effects: the answer is kept; where the rule in force is met the check-in says so and the news of it goes
    up in the same transaction; the words are screened like any others. Whether a person is to look shows as `noticed`.
    """
    _their_turn(by, pairing)
    if confidence is None and wellbeing is None and not wish and not words:
        raise ValidationError("Answer at least one of these. If you would rather not, skip it: that is fine.")
    answered = CheckIn.objects.asked().filter(person=by).first() or _asked(by, by=by, at=at)
    answered.confidence, answered.wellbeing, answered.wish, answered.words = confidence, wellbeing, wish, words
    _end(answered, CheckIn.State.ANSWERED, by=by, at=at)
    _notice(answered, at)
    look_for_worries(check_in=answered, at=at)
    return answered


@transaction.atomic
def skip_check_in(*, by: Person, check_in: CheckIn, at: datetime) -> None:
    """Leave it out. It counts as an answer, and nobody asks why."""
    _end(_mine(by, check_in, CheckIn.State.ASKED), CheckIn.State.SKIPPED, by=by, at=at)


@transaction.atomic
def take_back_check_in(*, by: Person, check_in: CheckIn, at: datetime) -> None:
    """Delete what was answered; that there was one stays. Who was asked to look in still does."""
    said = _mine(by, check_in, CheckIn.State.ANSWERED)
    said.confidence = said.wellbeing = None
    said.wish = said.words = ""
    _end(said, CheckIn.State.SKIPPED, by=by, at=at)


def ask_who_is_due(*, at: datetime) -> None:
    """Let lapse what has lain too long, then ask everybody whose day it is; each in a transaction of their own."""
    for lapsed in CheckIn.objects.asked().filter(asked_at__lte=at - LAPSES_AFTER).select_related("person"):
        with transaction.atomic():
            _hold(lapsed.person)
            _let_lapse(lapsed.person, at)
    today = timezone.localdate(at)
    for rhythm in Rhythm.objects.filter(next_on__lte=today, person__is_active=True).select_related("person"):
        _ask(rhythm.person, today, at)


@transaction.atomic
def _ask(person: Person, today: date, at: datetime) -> None:
    _hold(person)
    rhythm = Rhythm.objects.filter(person=person, next_on__lte=today).first()
    pairing = pairings_asked_about(person).first()
    # They chose anew meanwhile; or nobody is alongside them, and then the question waits with them.
    if rhythm is None or rhythm.every_days is None or pairing is None:
        return
    _let_lapse(person, at)
    asked = _asked(person, by=None, at=at)
    rhythm.next_on = today + timedelta(days=rhythm.every_days)
    rhythm.save(update_fields=["next_on"])
    write_notice(
        person=asked.person,
        kind=Notice.Kind.SUPPORT,
        subject="How are you getting on?",
        body="A few short questions, as often as you chose. You can skip them.",
        path=reverse("check_in", args=[pairing.pk]),
        at=at,
    )


def _their_turn(by: Person, pairing: Pairing) -> None:
    """Stand in line, so that of two answers at once the second finds what the first has left."""
    if not may_check_in(by, pairing):
        raise NotYoursToAnswer
    _hold(by)


def _mine(by: Person, check_in: CheckIn, state: str) -> CheckIn:
    """Their own, locked and read anew, and still in the state the page showed."""
    if check_in.person_id != by.pk:
        raise NotYoursToAnswer
    _hold(by)
    now = CheckIn.objects.select_related("person").get(pk=check_in.pk)
    if now.state != state:
        raise HasMovedOn
    return now


def _hold(person: Person) -> None:
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)


def _asked(person: Person, *, by: Person | None, at: datetime) -> CheckIn:
    made = CheckIn.objects.create(person=person, asked_at=at)
    remember(made, machine=CHECK_IN, before="", by=by, at=at, about=person)
    return made


def _end(check_in: CheckIn, state: str, *, by: Person | None, at: datetime) -> None:
    """Moved before it is written, for only an answer may say something."""
    check_in.over_at = at
    said = ["over_at", "confidence", "wellbeing", "wish", "words"]
    if state == CheckIn.State.ANSWERED:
        move(check_in, state, machine=CHECK_IN, by=by, at=at, about=check_in.person)
        check_in.save(update_fields=said)
    else:
        check_in.save(update_fields=said)
        move(check_in, state, machine=CHECK_IN, by=by, at=at, about=check_in.person)


def _let_lapse(person: Person, at: datetime) -> None:
    """It had no answer; where nobody is alongside them any more, that says nothing and is no silence."""
    for one in CheckIn.objects.asked().filter(person=person):
        if pairings_asked_about(person).exists():
            _end(one, CheckIn.State.LAPSED, by=None, at=at)
            _notice(one, at)
        else:
            _end(one, CheckIn.State.SKIPPED, by=None, at=at)


def _notice(check_in: CheckIn, at: datetime) -> None:
    version, rule = rule_in_force()
    found = noticed(said_by(check_in.person), rule)
    if found is None:
        return
    check_in.noticed = found.sign
    check_in.save(update_fields=["noticed"])
    worth_a_follow_up.send(sender=CheckIn, person=check_in.person, sign=found.sign, why=found.why, rule=version, at=at)
