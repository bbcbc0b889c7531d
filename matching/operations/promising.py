"""Whoever asks is promised a day; when it passes they hear how things stand, and so do those who look after them."""

from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from matching.models import Promise, Request
from matching.operations.holding import hold
from matching.queries.promises import promised_in, waiting_beyond_promise
from messaging.models import Notice
from messaging.operations import write_notice, write_notices
from people.models import Area, Person
from people.queries import coordinators_told_of
from people.rules import may_arrange_area


class NotYourPromise(PermissionDenied):
    """Who coordinates an area says what is promised there."""


@transaction.atomic
def change_promise(*, by: Person, area: Area, days: int, at: datetime) -> Promise:
    """Promise so many days to whoever asks from now on; what was promised before stays promised."""
    if not may_arrange_area(by, area):
        raise NotYourPromise
    made = Promise(area=area, days=days, set_by=by, set_at=at)
    made.full_clean()
    made.save()
    return made


def promise(request: Request, *, at: datetime) -> None:
    """Whoever waits from now on is promised the day that holds in their area now."""
    request.promised_on = localdate(at) + timedelta(days=promised_in(request.person.area))
    request.told_late_at = None
    request.save(update_fields=["promised_on", "told_late_at"])


def tell_of_promises_passed(*, at: datetime) -> None:
    """Each in a transaction of their own, and each once."""
    for request in waiting_beyond_promise(localdate(at)).select_related("person"):
        _tell(request, at)


@transaction.atomic
def _tell(request: Request, at: datetime) -> None:
    hold(request)
    if not waiting_beyond_promise(localdate(at)).filter(pk=request.pk).update(told_late_at=at):
        return
    write_notice(
        person=request.person,
        kind=Notice.Kind.MATCHING,
        subject="There is nobody for you yet",
        body="It takes longer than we promised, and we are sorry. Your place is kept. Those who look after it know.",
        path="/request/",
        at=at,
    )
    write_notices(
        people=coordinators_told_of(request.person),
        kind=Notice.Kind.MATCHING,
        subject="Somebody waits longer than was promised",
        body="Your desk says who, and why they have no place yet.",
        path="/desk/waiting/",
        at=at,
    )
