"""Whose request, and the referrals it may begin with."""

from datetime import datetime

from django.db.models import QuerySet

from matching.models import Referral, Request
from people.models import Person


def open_request_of(person: Person) -> Request | None:
    return Request.objects.open().filter(person=person).select_related("person__area").first()


def latest_request_of(person: Person) -> Request | None:
    return Request.objects.filter(person=person).order_by("-began_at", "-pk").first()


def referrals_of(person: Person) -> QuerySet[Referral]:
    return Referral.objects.filter(by=person).prefetch_related("topics")


def open_referral(code: str, *, at: datetime) -> Referral | None:
    open_ones = Referral.objects.filter(used_at=None, expires_at__gt=at).select_related("by")
    return open_ones.filter(code=code).first()
