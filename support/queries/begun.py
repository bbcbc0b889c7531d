"""Whether two people have begun to do something together."""

from django.db.models import Exists, OuterRef, Q

from support.models import Agreement, Appointment, Budget, CheckIn, Farewell, Goal, SessionBlock, Spending, StepDown


def has_begun() -> Q:
    """For a query about pairings: anything was agreed, planned, booked, spent or answered since they began.

    What goes on with the member, such as goals they brought, is from before.
    """
    here, since = Q(pairing=OuterRef("pk")), OuterRef("began_at")
    things = (
        Agreement.objects.filter(here),
        Appointment.objects.filter(here),
        Spending.objects.filter(here),
        StepDown.objects.filter(here),
        Farewell.objects.filter(here),
        Goal.objects.filter(here, proposed_at__gt=since),
        Budget.objects.filter(here, proposed_at__gt=since),
        SessionBlock.objects.filter(here, begun_at__gt=since),
        CheckIn.objects.filter(person=OuterRef("request__person"), state=CheckIn.State.ANSWERED, over_at__gt=since),
    )
    begun = Q()
    for rows in things:
        begun |= Q(Exists(rows))
    return begun
