"""Everybody somebody is alongside goes on with others at once, because that person is gone; and that undone."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from caseload.models import BulkAction, BulkChange, Handover
from caseload.operations.handing_over import hand_over_at_once, take_back_at_once
from caseload.queries.bulk import Undoing, of_pairing, undoing_of
from matching.models import Helper, Pairing
from people.errors import HasMovedOn
from people.models import Person


@dataclass(frozen=True)
class Reassigned:
    """Who goes on with somebody else, and who stays for now and why, in words for the coordinator.

    `action` is where it can be undone; None where nobody goes on.
    """

    action: BulkAction | None
    done: list[Handover] = field(default_factory=list)
    stay: list[tuple[Pairing, str]] = field(default_factory=list)


def reassign(*, by: Person, going: Sequence[tuple[Pairing, Helper]], words: str, at: datetime) -> Reassigned:
    """Each in a transaction of its own, so that nobody is held meanwhile and none of them is undone by another.

    Whose new helper has no place any more, or who has moved on, stays as they are: nobody is left with nobody.
    Where a quicker coordinator has moved all of them there is nobody to move, and nothing to undo.
    """
    if not going:
        return Reassigned(None)
    kind, instead_of = BulkAction.Kind.OTHERS, going[0][0].helper.person
    action = BulkAction.objects.create(kind=kind, instead_of=instead_of, by=by, at=at)
    done: list[Handover] = []
    stay: list[tuple[Pairing, str]] = []
    for pairing, helper in going:
        try:
            done.append(go_on(action, by=by, pairing=pairing, helper=helper, words=words, at=at))
        except HasMovedOn as quicker:
            stay.append((pairing, quicker.words))
    if not done:
        action.delete()
    return Reassigned(action if done else None, done, stay)


@transaction.atomic
def go_on(action: BulkAction, *, by: Person, pairing: Pairing, helper: Helper, words: str, at: datetime) -> Handover:
    made = hand_over_at_once(by=by, pairing=pairing, helper=helper, words=words, at=at)
    assert made.after is not None
    before, after = (of_pairing(one, has_begun=False).value for one in (pairing, made.after))
    BulkChange.objects.create(action=action, person=pairing.request.person, before=before, after=after)
    return made


def undo_reassigning(*, by: Person, action: BulkAction, at: datetime) -> list[Undoing]:
    """Let go on as before whoever has said and done nothing with the other yet, each in a transaction of its own.

    Whether they have is asked again while nobody can say anything; where they have, or the place is gone, they stay.
    """
    found = undoing_of(action, by=by)
    for one in found:
        take_back = one.can_be_undone and take_back_one(one.change, by=by, at=at)
        one.change.outcome = BulkChange.Outcome.UNDONE if take_back else BulkChange.Outcome.MOVED_ON
        one.change.save(update_fields=["outcome"])
    return found


def take_back_one(change: BulkChange, *, by: Person, at: datetime) -> bool:
    assert change.after is not None
    with_all = "after__follows", "pairing__request__person"
    handover = Handover.objects.select_related(*with_all).get(after=change.after["pairing"])
    try:
        take_back_at_once(by=by, handover=handover, at=at)
    except HasMovedOn:
        return False
    return True
