"""Who sees a member, and as what, follows from the reasons: alongside, standing in, or a companion who may read."""

from datetime import datetime

from caseload.models import Companion, Cover
from caseload.rules import kind_of_sight
from matching.models import Pairing
from people.models import Person, Role
from people.operations import assign, unassign

KINDS_OF_SIGHT = (Role.Kind.ADVISER, Role.Kind.PEER)


def keep_sight_true(*, carer: Person, member: Person, at: datetime) -> None:
    """For the transaction in which a reason has just begun or ended; what another one holds stays as it is."""
    reasons = reasons_to_see(carer, member)
    for kind in KINDS_OF_SIGHT:
        change = assign if kind in reasons else unassign
        change(carer=carer, person=member, kind=kind, at=at)


def reasons_to_see(carer: Person, member: Person) -> set[str]:
    """As what they are to see the member: one person may stand in as a peer and be there as an expert."""
    alongside = Pairing.objects.active().filter(helper__person=carer, request__person=member)
    stands_in = Cover.objects.filter(state=Cover.State.RUNNING, helper__person=carer, pairing__request__person=member)
    beside = Companion.objects.there().filter(person=carer, member=member, may_read=True).select_related("person")
    return {
        *alongside.values_list("helper__kind", flat=True),
        *stands_in.values_list("helper__kind", flat=True),
        *map(kind_of_sight, beside),
    }
