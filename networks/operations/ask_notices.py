"""Tells one side of an ask or an offer that something has happened with it; never in words of theirs."""

from datetime import datetime

from django.urls import reverse

from messaging.models import Notice
from messaging.operations import write_notice
from networks.models import Ask, Membership
from safeguarding.queries import may_be_in_contact


def tell_of_ask(ask: Ask, side: Membership | None, subject: str, body: str, at: datetime) -> None:
    """A notice to this side, if there is one and the two may still be in contact."""
    if side is None or side.state != Membership.State.JOINED:
        return
    if not may_be_in_contact({side.person_id, ask.thread.begun_by.person_id}):
        return
    write_notice(
        person=side.person,
        kind=Notice.Kind.NETWORKS,
        subject=subject,
        body=body,
        path=reverse("one_ask", args=[ask.thread.network.slug, ask.pk]),
        at=at,
    )
