"""Who may vote in a decision, and who has."""

from django.db.models import QuerySet

from networks.models import Decision, Membership


def electorate_of(decision: Decision) -> QuerySet[Membership]:
    """Members who joined before it opened: whoever makes themselves a second account to vote comes too late."""
    return Membership.objects.current().filter(network=decision.thread.network_id, since__lt=decision.opened_at)


def those_who_took_part(decision: Decision) -> QuerySet[Membership]:
    """Who voted or signed and is still there to be told; not how."""
    voted = decision.voted.values("person_id")
    return Membership.objects.current().filter(network=decision.thread.network_id, person__in=voted)
