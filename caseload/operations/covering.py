"""Somebody stands in while an adviser or a peer is away: planned, begun, ended, each known to all three at once.

As everywhere in matching the member's request is held first, then the helper; a cover belongs to its pairing.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from caseload.errors import CannotStandIn, NotYoursToArrange
from caseload.machines import COVER
from caseload.models import Cover
from caseload.operations.absences import answer_once_all_are_covered
from caseload.operations.seeing import keep_sight_true
from caseload.rules import may_arrange, may_end_cover
from matching.gathering import NOT_UNASKED, obstacles_between
from matching.models import Helper, Pairing
from matching.operations.holding import hold
from messaging.models import Notice
from messaging.operations import close_conversation, open_conversation, write_notices
from people.errors import HasMovedOn
from people.models import Person
from people.operations import move, record_read, remember


@dataclass(frozen=True)
class CoverFacts:
    """Who stands in, from which day to which, why the other is away, and what is good to know."""

    helper: Helper
    from_on: date
    until_on: date
    why: str
    words: str = ""


@transaction.atomic
def plan_cover(*, by: Person, pairing: Pairing, facts: CoverFacts, at: datetime) -> Cover:
    """Plan it, and begin at once where its first day has come; all three are told."""
    if not may_arrange(by, pairing) or by.pk == facts.helper.person_id:
        raise NotYoursToArrange
    hold(pairing.request)
    check_goes_on(pairing)
    if Cover.objects.open().filter(pairing=pairing).exists():
        raise HasMovedOn("Somebody stands in already. End that first.")
    check_may_stand_in(facts.helper, pairing, at=at)
    if facts.until_on < max(facts.from_on, localdate(at)):
        raise CannotStandIn({"until_on": "The last day comes before the first, or has passed."})
    cover = Cover.objects.create(pairing=pairing, planned_by=by, planned_at=at, **vars(facts))
    remember(cover, machine=COVER, before="", by=by, at=at, about=pairing.request.person)
    if facts.from_on <= localdate(at):
        begin(cover, by=by, at=at)
    else:
        tell(cover, subject="Somebody will stand in for a while", by=by, at=at)
    answer_once_all_are_covered(by=by, helper=pairing.helper, at=at)
    return cover


def plan_covers(
    *, by: Person, pairings: Sequence[Pairing], facts: CoverFacts, at: datetime
) -> tuple[list[Cover], list[Pairing]]:
    """The same for several, each in a transaction of its own; then those with whom this one cannot stand in."""
    made: list[Cover] = []
    stay: list[Pairing] = []
    for pairing in pairings:
        try:
            made.append(plan_cover(by=by, pairing=pairing, facts=facts, at=at))
        except ValidationError:
            stay.append(pairing)
    return made, stay


def check_goes_on(pairing: Pairing) -> None:
    """The pairing as it is now that its request is held."""
    pairing.refresh_from_db(fields=["state"])
    if pairing.state != Pairing.State.ACTIVE:
        raise HasMovedOn("The two are no longer alongside each other.")


def check_may_stand_in(helper: Helper, pairing: Pairing, *, at: datetime) -> None:
    """Somebody else, who takes part, is checked, and is kept apart from the member by nothing; held until the end."""
    helper.refresh_from_db(fields=["state"], from_queryset=Helper.objects.select_for_update(no_key=True))
    is_there = helper.state == Helper.State.ACTIVE and helper.person.is_active and helper.pk != pairing.helper_id
    if not is_there or NOT_UNASKED.intersection(obstacles_between(pairing.request, helper, at=at)):
        raise CannotStandIn({"helper": f"{helper} cannot be alongside {pairing.request.person} just now."})


def begin(cover: Cover, *, by: Person | None, at: datetime) -> None:
    """Give the member and who stands in a place to talk, and let them see the member; the request must be held."""
    member, stands_in = cover.pairing.request.person, cover.helper.person
    cover.conversation = open_conversation(people=[member, stands_in], at=at)
    cover.save(update_fields=["conversation"])
    move(cover, Cover.State.RUNNING, machine=COVER, by=by, at=at, about=member)
    keep_sight_true(carer=stands_in, member=member, at=at)
    tell(cover, subject="Somebody stands in from today", by=by, at=at)


@transaction.atomic
def end_cover(*, by: Person | None, cover: Cover, at: datetime) -> None:
    """End it, or call it off before its first day; `by` is None where its time is over.

    Who stood in sees no more of the member from this moment on, and can write no more.
    """
    if by is not None and not may_end_cover(by, cover):
        raise NotYoursToArrange
    hold(cover.pairing.request)
    cover.refresh_from_db(fields=["state", "conversation"])
    member = cover.pairing.request.person
    if cover.state == Cover.State.PLANNED:
        move(cover, Cover.State.CALLED_OFF, machine=COVER, by=by, at=at, about=member)
        tell(cover, subject="Nobody stands in after all", by=by, at=at)
        return
    move(cover, Cover.State.OVER, machine=COVER, by=by, at=at, about=member)
    assert cover.conversation is not None
    close_conversation(conversation=cover.conversation, at=at)
    keep_sight_true(carer=cover.helper.person, member=member, at=at)
    tell(cover, subject="Standing in has ended", by=by, at=at)


def follow_covers(*, at: datetime) -> None:
    """Begin what begins today and end what ended yesterday, each in a transaction of its own."""
    today = localdate(at)
    for cover in covers(until_on__lt=today):
        # Somebody may be ending it this moment.
        with suppress(HasMovedOn):
            end_cover(by=None, cover=cover, at=at)
    for cover in covers(state=Cover.State.PLANNED, from_on__lte=today):
        begin_or_call_off(cover, at=at)


@transaction.atomic
def begin_or_call_off(cover: Cover, *, at: datetime) -> None:
    """What was right when it was planned may not be any more: then nobody stands in, and who planned it is told."""
    hold(cover.pairing.request)
    cover.refresh_from_db(fields=["state"])
    if cover.state != Cover.State.PLANNED:
        return
    try:
        check_may_stand_in(cover.helper, cover.pairing, at=at)
    except CannotStandIn:
        end_cover(by=None, cover=cover, at=at)
    else:
        begin(cover, by=None, at=at)


def covers(**which: object) -> Iterator[Cover]:
    with_all = "pairing__request__person", "pairing__helper__person", "helper__person", "planned_by"
    yield from Cover.objects.open().filter(**which).select_related(*with_all).order_by("pk")


def tell(cover: Cover, *, subject: str, by: Person | None, at: datetime) -> None:
    """All three and who planned it, but whoever did it."""
    pairing = cover.pairing
    people = {pairing.request.person, pairing.helper.person, cover.helper.person, cover.planned_by} - {by, None}
    write_notices(
        people=[person for person in people if person is not None],
        kind=Notice.Kind.SUPPORT,
        subject=subject,
        body="You can read who, with whom and until when.",
        path=f"/covers/{cover.pk}/",
        at=at,
    )


@transaction.atomic
def open_cover(*, by: Person, cover: Cover, at: datetime) -> Cover:
    """Read about it; whoever is not one of the two leaves a note that the member can see."""
    if by.pk != cover.pairing.helper.person_id:
        why = "as who stands in" if by.pk == cover.helper.person_id else "to arrange who stands in"
        record_read(by=by, person=cover.pairing.request.person, why=why, at=at)
    return cover
