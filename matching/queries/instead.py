"""Who else could be alongside a member: whom nothing forbids, best fit first, in a fixed number of queries."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate

from matching import engine, words
from matching.gathering import NOT_UNASKED, active_helpers, as_helper, seekers
from matching.models import Configuration, Helper, Pairing, Request
from matching.queries.suggestions import topic_names
from matching.words import results
from people.models import Person


@dataclass(frozen=True)
class Other:
    """A helper, how well they would fit and why, and how many places they have left."""

    helper: Helper
    fit: str
    why: list[str]
    free: int


def who_else(pairing: Pairing, *, viewer: Person, at: datetime) -> list[Other]:
    """Helpers the viewer sees, without the one there is, and without the viewer: nobody gives themselves somebody."""
    requests = Request.objects.filter(pk=pairing.request_id).select_related("person__area").prefetch_related("topics")
    seen = Helper.objects.visible_to(viewer).exclude(person=viewer).exclude(pk=pairing.helper_id)
    rows = list(active_helpers(requests).filter(pk__in=seen.order_by().values("pk")))
    [seeker] = seekers(requests, rows, at=at)
    weights, topics = Configuration.objects.newest().as_weights(), topic_names()
    found = []
    for row in rows:
        helper = as_helper(row)
        if not NOT_UNASKED.intersection(engine.obstacles(seeker, helper, on=localdate(at))):
            score = engine.score(seeker, helper, weights=weights)
            found.append((score.points, as_other(row, helper, score, topics)))
    return [other for _, other in sorted(found, key=lambda each: (-each[0], each[1].helper.pk))]


def as_other(row: Helper, helper: engine.Helper, score: engine.Score, topics: dict[str, str]) -> Other:
    reasons = [{"name": str(one.name), "points": one.points, "values": list(one.values)} for one in score.reasons]
    return Other(
        helper=row,
        fit=results.FITS[score.fit],
        why=words.reasons_in_words(reasons, words.TO_COORDINATOR, topics),
        free=helper.capacity,
    )
