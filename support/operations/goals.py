"""Verbs of goals: one of the two proposes, the other agrees; the member reaches it, lets it go, takes it up again."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse

from matching.models import Pairing
from messaging.models import Notice
from messaging.operations import write_notice
from people.models import Person
from people.operations import move, remember
from support.machines import GOAL
from support.models import Goal
from support.operations.agreeing import NotOfTheTwo
from support.operations.holding import hold_together
from support.rules import is_member, may_agree_to_goal, may_change_goal, takes_part, the_two


class NotYourGoal(PermissionDenied):
    """A goal is its member's: only they change it, reach it and let it go."""


@transaction.atomic
def propose_goal(*, by: Person, pairing: Pairing, words: str, sign: str, shown_as: str, at: datetime) -> Goal:
    """Say what the member might work on; it is worked on once the other has said yes."""
    if not takes_part(by, pairing):
        raise NotOfTheTwo
    hold_together(pairing)
    member = pairing.request.person
    goal = Goal.objects.create(
        member=member,
        pairing=pairing,
        words=words,
        sign=sign,
        shown_as=shown_as,
        proposed_by=by,
        proposed_at=at,
    )
    remember(goal, machine=GOAL, before="", by=by, at=at, about=member)
    _tell_others(goal, by, "A goal is proposed", "Have a look, and say what you think of it.", at)
    return goal


@transaction.atomic
def agree_to_goal(*, by: Person, goal: Goal, at: datetime) -> None:
    """Say yes to what the other proposed; a member who has nobody alongside says so alone. Twice is once."""
    _hold(goal)
    if goal.state == Goal.State.ACTIVE:
        return
    if not may_agree_to_goal(by, goal):
        raise NotYourGoal
    move(goal, Goal.State.ACTIVE, machine=GOAL, by=by, at=at, about=goal.member)
    _tell_others(goal, by, "You both want to work on a goal", "Small steps help: add the first one.", at)


def change_goal(*, by: Person, goal: Goal, words: str, sign: str, going: str, shown_as: str) -> None:
    """The member says it in other words, how it goes, and how it is shown."""
    _only_the_members(by, goal)
    goal.words, goal.sign, goal.going, goal.shown_as = words, sign, going, shown_as
    goal.save(update_fields=["words", "sign", "going", "shown_as"])


@transaction.atomic
def reach_goal(*, by: Person, goal: Goal, at: datetime) -> None:
    """The member says that it is reached, and whoever is alongside hears of it. Twice is once."""
    _only_the_members(by, goal)
    _hold(goal)
    if goal.state == Goal.State.REACHED:
        return
    _close(goal, Goal.State.REACHED, by=by, at=at)
    _tell_others(goal, by, "A goal is reached", "Have a look, and be glad together.", at)


@transaction.atomic
def let_go_of_goal(*, by: Person, goal: Goal, at: datetime) -> None:
    """The member lets it go, or whoever proposed it takes it back before it began. Nobody is told or asked why."""
    _hold(goal)
    took_back = goal.state == Goal.State.PROPOSED and goal.proposed_by_id == by.pk
    if not took_back:
        _only_the_members(by, goal)
    if goal.state != Goal.State.LET_GO:
        _close(goal, Goal.State.LET_GO, by=by, at=at)


@transaction.atomic
def take_up_goal(*, by: Person, goal: Goal, at: datetime) -> None:
    """The member works on it again, whatever became of it before."""
    _only_the_members(by, goal)
    _hold(goal)
    if goal.state == Goal.State.ACTIVE:
        return
    move(goal, Goal.State.ACTIVE, machine=GOAL, by=by, at=at, about=goal.member)
    Goal.objects.filter(pk=goal.pk).update(closed_at=None)


@transaction.atomic
def bring_goal(*, by: Person, goal: Goal, pairing: Pairing) -> None:
    """The member shows a goal with its steps to whoever is alongside them now, and works on it with them."""
    _only_the_members(by, goal)
    if not is_member(by, pairing):
        raise NotOfTheTwo
    hold_together(pairing)
    Goal.objects.filter(pk=goal.pk).update(pairing=pairing)
    goal.pairing = pairing


@transaction.atomic
def put_goal_back(*, by: Person, goal: Goal, pairing: Pairing) -> None:
    """It belongs to an earlier time again, in which only the member reads it."""
    _only_the_members(by, goal)
    if not is_member(by, pairing):
        raise NotOfTheTwo
    Goal.objects.filter(pk=goal.pk).update(pairing=pairing)
    goal.pairing = pairing


def _only_the_members(by: Person, goal: Goal) -> None:
    if not may_change_goal(by, goal):
        raise NotYourGoal


def _hold(goal: Goal) -> None:
    goal.refresh_from_db(fields=["state"], from_queryset=Goal.objects.select_for_update(no_key=True))


def _close(goal: Goal, state: str, *, by: Person, at: datetime) -> None:
    # With its time first, without which the database lets no goal be closed.
    Goal.objects.filter(pk=goal.pk).update(closed_at=at)
    move(goal, state, machine=GOAL, by=by, at=at, about=goal.member)


def _tell_others(goal: Goal, by: Person, subject: str, body: str, at: datetime) -> None:
    """The other of the two, while they are alongside each other."""
    pairing = goal.pairing
    if pairing is None or pairing.state != Pairing.State.ACTIVE:
        return
    for person in the_two(pairing):
        if person != by:
            write_notice(
                person=person,
                kind=Notice.Kind.SUPPORT,
                subject=subject,
                body=body,
                path=reverse("goal", args=[goal.pk]),
                at=at,
            )
