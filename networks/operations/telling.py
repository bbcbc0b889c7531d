"""Tells those who took part in a decision what became of it."""

from datetime import datetime

from django.urls import reverse

from messaging.models import Notice
from messaging.operations import write_notice
from networks.models import Decision
from networks.queries import those_who_took_part


def tell_who_took_part(decision: Decision, *, subject: str, body: str, at: datetime) -> None:
    """A notice to each who voted or signed and is still there; it names neither the network nor the decision."""
    path = reverse("decision", args=[decision.thread.network.slug, decision.pk])
    for membership in those_who_took_part(decision).select_related("person").order_by("pk"):
        write_notice(person=membership.person, kind=Notice.Kind.NETWORKS, subject=subject, body=body, path=path, at=at)
