"""Questions about notices: which are due."""

from datetime import datetime

from django.db.models import QuerySet

from messaging.models import Notice


def due_notices(at: datetime) -> QuerySet[Notice]:
    return Notice.objects.waiting().filter(next_try_at__lte=at).select_related("person")
