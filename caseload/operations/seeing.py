"""Who sees a member ends with its last reason: whoever stands in, goes on or is a companion may have another."""

from datetime import datetime

from caseload.models import Companion, Cover
from matching.models import Pairing
from people.models import Person
from people.operations import unassign


def stop_seeing(*, carer: Person, member: Person, kind: str, at: datetime) -> None:
    """For the transaction in which one reason has just ended; with another one left, nothing changes."""
    if not sees_still(carer, member):
        unassign(carer=carer, person=member, kind=kind, at=at)


def sees_still(carer: Person, member: Person) -> bool:
    alongside = Pairing.objects.active().filter(helper__person=carer, request__person=member)
    stands_in = Cover.objects.filter(state=Cover.State.RUNNING, helper__person=carer, pairing__request__person=member)
    beside = Companion.objects.there().filter(person=carer, member=member, may_read=True)
    return alongside.exists() or stands_in.exists() or beside.exists()
