"""Follow-ups: opened by a rule, by a beginning or by somebody; taken or given, done with what came of it."""

from datetime import date, datetime, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from caseload.machines import FOLLOW_UP
from caseload.models import FollowUp
from caseload.queries.follow_ups import who_may_take
from caseload.rules import may_plan_follow_up, may_see_follow_up, relation_of
from messaging.models import Notice
from messaging.operations import write_notice, write_notices
from people.errors import HasMovedOn
from people.models import Person
from people.operations import move, record_read, remember
from people.queries import coordinators_told_of

# How soon somebody looks in. Two people are given a fortnight to begin.
DUE_WITHIN = {
    FollowUp.Kind.FALLING: timedelta(days=3),
    FollowUp.Kind.MORE: timedelta(days=7),
    FollowUp.Kind.SILENCE: timedelta(days=7),
    FollowUp.Kind.FIRST: timedelta(days=14),
}
FIRST_WORDS = "Somebody is alongside them now. Ask how it has begun."


class MayNotFollowUp(PermissionDenied):
    """Only who looks after somebody follows up, and nobody about themselves."""


@transaction.atomic
def open_alarm(*, person: Person, kind: str, why: str, rule: int, at: datetime) -> FollowUp:
    """Check-ins set it off. While one of its kind is open, that one stands; else the coordinators are told.

    Nothing else happens: a person looks, and says afterwards whether it was right to.
    """
    facts = {"why": why, "rule": rule, "opened_at": at, "due_on": _due(kind, at)}
    made, is_new = FollowUp.objects.open().get_or_create(person=person, kind=kind, defaults=facts)
    if is_new:
        remember(made, machine=FOLLOW_UP, before="", by=None, at=at, about=None)
        write_notices(
            people=coordinators_told_of(person),
            kind=Notice.Kind.SUPPORT,
            subject="Somebody to look in on",
            body="Check-ins gave cause to. Nobody has decided anything.",
            path=reverse("follow_up", args=[made.pk]),
            at=at,
        )
    return made


@transaction.atomic
def plan_first(*, person: Person, at: datetime) -> FollowUp:
    """Somebody is alongside them from now on; where the last beginning was not asked about, this one is instead."""
    due_on = _due(FollowUp.Kind.FIRST, at)
    facts = {"why": FIRST_WORDS, "opened_at": at, "due_on": due_on}
    made, is_new = FollowUp.objects.open().get_or_create(person=person, kind=FollowUp.Kind.FIRST, defaults=facts)
    if is_new:
        remember(made, machine=FOLLOW_UP, before="", by=None, at=at, about=None)
    else:
        FollowUp.objects.open().filter(pk=made.pk).update(due_on=due_on)
    return made


@transaction.atomic
def plan_follow_up(*, by: Person, person: Person, why: str, due_on: date, at: datetime) -> FollowUp:
    """Plan to look in on somebody; whoever plans it takes it, until they give it to another."""
    if not may_plan_follow_up(by, person):
        raise MayNotFollowUp
    if due_on < timezone.localdate(at):
        raise ValidationError({"due_on": "This day has passed. Choose today or a later one."})
    made = FollowUp.objects.create(
        person=person,
        kind=FollowUp.Kind.PLANNED,
        why=why,
        opened_at=at,
        opened_by=by,
        due_on=due_on,
        taken_by=by,
    )
    remember(made, machine=FOLLOW_UP, before="", by=by, at=at, about=None)
    return made


@transaction.atomic
def read_follow_up(*, by: Person, follow_up: FollowUp, at: datetime) -> FollowUp:
    """Whoever reads why somebody is looked in on leaves a note of it."""
    relation = relation_of(by, follow_up.person)
    if relation is None or not may_see_follow_up(by, follow_up):
        raise MayNotFollowUp
    record_read(by=by, person=follow_up.person, why=f"a follow-up, {relation.label}", at=at)
    return follow_up


@transaction.atomic
def give_follow_up(*, by: Person, follow_up: FollowUp, to: Person, at: datetime) -> None:
    """Take it, or give it to somebody else who looks after the person, who is told."""
    now = _hold(by, follow_up)
    if now.state != FollowUp.State.OPEN:
        raise HasMovedOn("This follow-up is done already.")
    if not who_may_take(now.person).filter(pk=to.pk).exists():
        raise MayNotFollowUp
    if now.taken_by_id == to.pk:
        return
    now.taken_by = to
    now.save(update_fields=["taken_by"])
    if to != by:
        write_notice(
            person=to,
            kind=Notice.Kind.SUPPORT,
            subject="A follow-up is yours",
            body="Please look in on somebody you look after.",
            path=reverse("follow_up", args=[now.pk]),
            at=at,
        )


@transaction.atomic
def finish_follow_up(*, by: Person, follow_up: FollowUp, outcome: str, words: str, at: datetime) -> None:
    """Say whether it was good that somebody looked, which is counted for what a rule set off. Nothing else changes."""
    now = _hold(by, follow_up)
    move(now, FollowUp.State.DONE, machine=FOLLOW_UP, by=by, at=at)
    now.outcome, now.words, now.done_at, now.done_by = outcome, words, at, by
    now.save(update_fields=["outcome", "words", "done_at", "done_by"])


@transaction.atomic
def open_follow_up_again(*, by: Person, follow_up: FollowUp, at: datetime) -> None:
    """It was not done after all; what was said of it is not counted any more."""
    now = _hold(by, follow_up)
    if FollowUp.objects.open().filter(person=now.person, kind=now.kind).exclude(kind=FollowUp.Kind.PLANNED).exists():
        raise HasMovedOn("There is a newer follow-up of this kind. Please go on with that one.")
    now.outcome, now.done_at, now.done_by = "", None, None
    now.save(update_fields=["outcome", "done_at", "done_by"])
    move(now, FollowUp.State.OPEN, machine=FOLLOW_UP, by=by, at=at)


def _due(kind: str, at: datetime) -> date:
    return timezone.localdate(at) + DUE_WITHIN[FollowUp.Kind(kind)]


def _hold(by: Person, follow_up: FollowUp) -> FollowUp:
    """Locked and read anew, for whoever may see it."""
    now = FollowUp.objects.select_for_update(of=("self",), no_key=True).select_related("person").get(pk=follow_up.pk)
    if not may_see_follow_up(by, now):
        raise MayNotFollowUp
    return now
