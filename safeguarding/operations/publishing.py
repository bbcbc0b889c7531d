"""Publishes the figures of each quarter that is over: once, and never again otherwise."""

from datetime import datetime

from safeguarding.models import QuarterFigures
from safeguarding.queries import counted_in, quarters_to_publish


def publish_figures(*, at: datetime) -> int:
    """Count the quarters that are over and not published yet; return how many were."""
    made = 0
    for quarter in quarters_to_publish(at):
        facts = {"figures": counted_in(quarter), "published_at": at}
        _, new = QuarterFigures.objects.get_or_create(year=quarter.year, quarter=quarter.number, defaults=facts)
        made += new
    return made
