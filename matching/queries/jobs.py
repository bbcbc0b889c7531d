"""Rounds and publications as jobs: which to do, which were forgotten, how far they are."""

from datetime import datetime

from matching.models import Publication, Round
from people.models import Person


def round_to_solve(pk: int) -> Round:
    return Round.objects.select_related("area", "by", "configuration").get(pk=pk)


def publication_to_do(pk: int) -> Publication:
    return Publication.objects.select_related("round", "by").get(pk=pk)


def rounds_left_over(since: datetime) -> list[int]:
    """The rounds that no worker has begun for so long; the queue may have lost them."""
    return list(Round.objects.all().left_over_since(since).values_list("pk", flat=True))


def publications_left_over(since: datetime) -> list[int]:
    return list(Publication.objects.all().left_over_since(since).values_list("pk", flat=True))


def rounds_under_way(viewer: Person) -> list[Round]:
    """Those that the viewer may see, the newest first."""
    return list(Round.objects.visible_to(viewer).active().select_related("area", "by"))


def publication_of(round: Round) -> Publication | None:
    """The last time that everything in this round was approved, or is being approved now."""
    return round.publications.select_related("by").first()


def job_of(round: Round) -> Round | Publication | None:
    """What a worker is doing with this round now."""
    if round.is_active:
        return round
    return round.publications.active().first()
