"""What a coordinator has seen of a helper is noted; `Helper.vetted_until` says until when all that is asked is good.

So there is one rule everywhere: whoever is not vetted on a day is matched with nobody new on that day.
"""

from collections.abc import Iterable
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from matching.errors import NotYours
from matching.machines import HELPER
from matching.models import CheckRule, Credential, Helper
from matching.operations.calling import call_for_arrivals
from matching.operations.holding import hold_all
from matching.queries.checks import (
    TOLD_BEFORE,
    good_until,
    helpers_with_untold_checks,
    needs_of,
    rule_for,
    who_looks_after_checks,
)
from matching.rules import may_change_checks, may_check_helper
from messaging.models import Notice
from messaging.operations import write_notice, write_notices
from people.models import Person
from people.operations import grant_role, move


def confirm_helper(*, by: Person, helper: Helper, vetted_until: date, at: datetime) -> Credential:
    """Note that a helper is vetted as far as is asked of their kind."""
    level = rule_for(helper.kind).level
    return note_credential(
        by=by, helper=helper, kind=Credential.Kind.VETTING, level=level, valid_until=vetted_until, at=at
    )


@transaction.atomic
def note_credential(
    *, by: Person, helper: Helper, kind: str, valid_until: date, at: datetime, level: int | None = None, name: str = ""
) -> Credential:
    """Note what was seen; once nothing is missing any more, this opens the helper to matching and gives the role."""
    if not may_check_helper(by, helper):
        raise NotYours
    hold_all(Helper.objects.filter(pk=helper.pk))
    credential = keep_credential(helper, by=by, kind=kind, level=level, name=name, valid_until=valid_until, at=at)
    helper.refresh_from_db(fields=["state"])
    if helper.state == Helper.State.TO_CHECK and helper.vetted_until and helper.vetted_until >= localdate(at):
        open_to_matching(helper, by=by, at=at)
    call_for_arrivals()
    return credential


def keep_credential(
    helper: Helper,
    *,
    by: Person | None,
    kind: str,
    valid_until: date,
    at: datetime,
    level: int | None = None,
    name: str = "",
) -> Credential:
    """The same in the caller's transaction, for whoever may."""
    credential = Credential.objects.create(
        helper=helper, kind=kind, level=level, name=name.strip(), valid_until=valid_until, noted_by=by, noted_at=at
    )
    settle([helper])
    return credential


def open_to_matching(helper: Helper, *, by: Person, at: datetime) -> None:
    move(helper, Helper.State.ACTIVE, machine=HELPER, by=by, at=at, about=helper.person)
    grant_role(person=helper.person, kind=helper.kind, by=by, at=at)
    write_notice(
        person=helper.person,
        kind=Notice.Kind.MATCHING,
        subject="You can be matched now",
        body="Your checks are done. We will tell you when somebody may choose you.",
        path="/helping/",
        at=at,
    )


@transaction.atomic
def take_back_credential(*, by: Person, credential: Credential, at: datetime) -> None:
    """Something was noted by mistake or is good no longer. It stays in the record as taken back."""
    if not may_check_helper(by, credential.helper):
        raise NotYours
    hold_all(Helper.objects.filter(pk=credential.helper_id))
    Credential.objects.current().filter(pk=credential.pk).update(ended_at=at, ended_by=by)
    settle([credential.helper])


@transaction.atomic
def ask_for_vetting_again(*, people: Iterable[Person], by: Person | None, at: datetime) -> None:
    """The vetting of these helpers has to be looked at again and holds no longer; who may, the caller says."""
    held = held_helpers(people)
    vetting = Credential.objects.current().filter(helper__in=held, kind=Credential.Kind.VETTING)
    vetting.update(ended_at=at, ended_by=by)
    settle(held)


@transaction.atomic
def let_vetting_hold_again(*, people: Iterable[Person]) -> None:
    """That was a mistake: what was noted last holds as before."""
    held = held_helpers(people)
    vetting = Credential.objects.filter(helper__in=held, kind=Credential.Kind.VETTING).order_by("pk")
    last = {credential.helper_id: credential.pk for credential in vetting}
    Credential.objects.filter(pk__in=last.values()).update(ended_at=None, ended_by=None)
    settle(held)


def held_helpers(people: Iterable[Person]) -> list[Helper]:
    return list(Helper.objects.filter(pk__in=hold_all(Helper.objects.filter(person__in=list(people)))))


@transaction.atomic
def change_check_rule(
    *, by: Person, helper_kind: str, level: int, trainings: Iterable[str], needs_supervision: bool, at: datetime
) -> CheckRule:
    """Ask something else of a kind of helper from now on; it holds at once for all of them."""
    if not may_change_checks(by):
        raise PermissionDenied("What is asked of helpers is set by those who coordinate everywhere.")
    hold_all(Helper.objects.filter(kind=helper_kind))
    rule = CheckRule.objects.create(
        helper_kind=helper_kind,
        level=level,
        trainings=list(trainings),
        needs_supervision=needs_supervision,
        set_by=by,
        set_at=at,
    )
    settle(Helper.objects.filter(kind=helper_kind))
    call_for_arrivals()
    return rule


def settle(helpers: Iterable[Helper]) -> None:
    """Set until when all that is asked is good, in three statements for each kind of helper; they must be held."""
    held = list(helpers)
    of_helper: dict[int, list[Credential]] = {helper.pk: [] for helper in held}
    for credential in Credential.objects.current().filter(helper__in=held):
        of_helper[credential.helper_id].append(credential)
    rules = {kind: rule_for(kind) for kind in {helper.kind for helper in held}}
    for helper in held:
        helper.vetted_until = good_until(needs_of(of_helper[helper.pk], rules[helper.kind]))
    Helper.objects.bulk_update(held, ["vetted_until"])


def tell_of_checks_running_out(*, at: datetime) -> None:
    """A month before something that is asked runs out, the helper and their coordinators hear of it, once."""
    for helper in helpers_with_untold_checks(localdate(at)):
        tell_of_checks_of(helper, at=at)


@transaction.atomic
def tell_of_checks_of(helper: Helper, *, at: datetime) -> None:
    """What was followed by something that is good for longer is told to nobody."""
    hold_all(Helper.objects.filter(pk=helper.pk))
    soon = localdate(at) + TOLD_BEFORE
    needs = needs_of(helper.credentials.current(), rule_for(helper.kind))
    untold = {need.has.pk for need in needs if need.has and need.has.told_at is None and need.has.valid_until <= soon}
    if not untold:
        return
    Credential.objects.filter(pk__in=untold).update(told_at=at)
    write_notice(
        person=helper.person,
        kind=Notice.Kind.MATCHING,
        subject="Something in your record of checks runs out",
        body="You can read what and when. After that day nobody new is matched with you; whom you support stays.",
        path="/helping/checks/",
        at=at,
    )
    write_notices(
        people=who_looks_after_checks(helper),
        kind=Notice.Kind.MATCHING,
        subject="Checks of a helper run out",
        body="You can read whose, what is asked, and note what is new.",
        path=f"/helpers/{helper.pk}/checks/",
        at=at,
    )
