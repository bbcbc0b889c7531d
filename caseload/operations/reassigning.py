"""Everybody somebody is alongside goes on with others at once, because that person is gone."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from caseload.models import Handover
from caseload.operations.handing_over import hand_over_at_once
from matching.models import Helper, Pairing
from people.errors import HasMovedOn
from people.models import Person


@dataclass(frozen=True)
class Reassigned:
    """Who goes on with somebody else, and who stays for now and why, in words for the coordinator."""

    done: list[Handover] = field(default_factory=list)
    stay: list[tuple[Pairing, str]] = field(default_factory=list)


def reassign(*, by: Person, going: Sequence[tuple[Pairing, Helper]], words: str, at: datetime) -> Reassigned:
    """Each in a transaction of its own, so that nobody is held meanwhile and none of them is undone by another.

    Whose new helper has no place any more, or who has moved on, stays as they are: nobody is left with nobody.
    """
    came_of_it = Reassigned()
    for pairing, helper in going:
        try:
            done = hand_over_at_once(by=by, pairing=pairing, helper=helper, words=words, at=at)
        except HasMovedOn as quicker:
            came_of_it.stay.append((pairing, quicker.words))
        else:
            came_of_it.done.append(done)
    return came_of_it
