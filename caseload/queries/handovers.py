"""Who goes on with whom, and how each of them reads it."""

from dataclasses import dataclass

from django.db.models import Q

from caseload.models import Handover
from caseload.models.handover import HandoverQuerySet
from caseload.queries.handing_on import HandedOn, handed_on, parts_of, titles_of
from caseload.rules import may_agree_to_handover, may_call_off, may_write_summary
from matching.models import Pairing
from people.models import Person
from support.models import Budget
from support.queries import BlockLine, blocks_of, budgets_of


@dataclass(frozen=True)
class HandoverShown:
    """A handover for one of those it is about.

    `parts` is everything there is to hand on: only the two whose it is read it. `handed_on` is what the member chose of
    it: whoever goes on reads it while they are alongside; coordinators read only what it is, not what it says.
    """

    handover: Handover
    is_member: bool
    was_alongside: bool
    goes_on: bool
    parts: list[HandedOn]
    handed_on: list[HandedOn]
    member_words: str
    # Hours and money that go on with the member, for the member.
    blocks: list[BlockLine]
    budgets: list[Budget]
    may_decide: bool
    may_choose: bool
    may_write: bool
    may_call_off: bool


def handovers_for(viewer: Person) -> HandoverQuerySet:
    return Handover.objects.visible_to(viewer).select_related(
        "pairing__request__person", "pairing__helper__person", "helper__person", "after"
    )


def handover_shown(handover: Handover, viewer: Person) -> HandoverShown:
    is_member = may_agree_to_handover(viewer, handover)
    was_alongside = viewer.pk == handover.pairing.helper.person_id
    goes_on = viewer.pk == handover.helper.person_id
    is_asked, is_done = handover.state == Handover.State.ASKED, handover.state == Handover.State.DONE
    goes_along = handover.after or handover.pairing if is_member and (is_asked or is_done) else None
    return HandoverShown(
        handover=handover,
        is_member=is_member,
        was_alongside=was_alongside,
        goes_on=goes_on,
        parts=parts_of(handover) if is_member or was_alongside else [],
        handed_on=read_by(handover, is_one_of_them=is_member or was_alongside or goes_on) if is_done else [],
        member_words=handover.member_words if is_member or (goes_on and is_alongside(handover)) else "",
        blocks=[line for line in blocks_of(goes_along) if line.block.closed_at is None] if goes_along else [],
        budgets=list(budgets_of(goes_along).open()) if goes_along else [],
        may_decide=is_asked and is_member,
        may_choose=is_done and is_member,
        may_write=may_write_summary(viewer, handover),
        may_call_off=is_asked and may_call_off(viewer, handover),
    )


def read_by(handover: Handover, *, is_one_of_them: bool) -> list[HandedOn]:
    return handed_on(handover) if is_one_of_them and is_alongside(handover) else titles_of(handover)


def is_alongside(handover: Handover) -> bool:
    """Whether the one who goes on does so now."""
    return handover.after is not None and handover.after.state == Pairing.State.ACTIVE


def handovers_asked_of(member: Person, viewer: Person) -> HandoverQuerySet:
    """Those that wait for the member's yes or no, as far as the viewer may know."""
    return handovers_for(viewer).asked().filter(pairing__request__person=member)


def handovers_to_answer(person: Person) -> HandoverQuerySet:
    """Those that wait for this member: for their yes or no, or for what they hand on."""
    mine = handovers_for(person).filter(pairing__request__person=person)
    done = Q(state=Handover.State.DONE, after__state=Pairing.State.ACTIVE)
    return mine.filter(Q(state=Handover.State.ASKED) | done, chosen_at=None)


def handovers_around(helper: Person) -> HandoverQuerySet:
    """In which this helper goes on with somebody or is followed: those that wait for the member, and those done."""
    around = Q(pairing__helper__person=helper) | Q(helper__person=helper, after__state=Pairing.State.ACTIVE)
    waiting = Q(state=Handover.State.ASKED) & (Q(pairing__helper__person=helper) | Q(helper__person=helper))
    done = Q(state=Handover.State.DONE) & around
    return handovers_for(helper).filter(waiting | done)
