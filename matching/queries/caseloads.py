"""Where everybody a helper is alongside could go on, as the matcher would have it; nothing is written."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import QuerySet

from matching import engine
from matching.engine.matchmaking import Match
from matching.gathering import cohort_of
from matching.models import Configuration, Helper, Pairing, Request, Round
from matching.queries.instead import Other, as_other
from matching.queries.present import Present, names_in
from matching.queries.suggestions import topic_names
from matching.words import results
from people.models import Person


@dataclass(frozen=True)
class GoingOn:
    """One pairing, with whom the member could go on, the place found first; with nobody, why in words."""

    pairing: Pairing
    choices: list[Other]
    why_nobody: str


@dataclass(frozen=True)
class Caseload:
    """Everybody a helper is alongside whom the viewer coordinates, the best plan for them, and how many others are."""

    helper: Helper
    present: Present
    people: list[GoingOn]
    elsewhere: int


def caseload_of(helper: Helper, viewer: Person, *, at: datetime) -> Caseload:
    """The best plan with the newest weights and all free places of the helpers the viewer sees, but this one's."""
    pairings = list(pairings_to_move(helper, viewer))
    configuration = Configuration.objects.newest()
    round = Round(configuration=configuration, began_at=at)
    cohort = cohort_without(helper, viewer, pairings, at=at)
    matching = engine.match(cohort, configuration.as_weights(), round.aim())
    helpers = Helper.objects.select_related("person").in_bulk([one.id for one in cohort.helpers])
    topics = topic_names()
    people = [going_on(pairing, matching, helpers, topics) for pairing in pairings]
    return Caseload(
        helper=helper,
        present=Present(round, matching, names_in(cohort, viewer)),
        people=people,
        elsewhere=helper.pairings.active().count() - len(pairings),
    )


def pairings_to_move(helper: Helper, viewer: Person) -> QuerySet[Pairing]:
    """The longest in the queue first, as everywhere."""
    return (
        Pairing.objects.active()
        .filter(helper=helper, request__person__in=Person.objects.coordinated_by(viewer))
        .select_related("request__person", "helper__person", "conversation")
        .order_by("request__asked_at", "pk")
    )


def cohort_without(helper: Helper, viewer: Person, pairings: list[Pairing], *, at: datetime) -> engine.Cohort:
    requests = Request.objects.filter(pk__in=[pairing.request_id for pairing in pairings])
    cohort = cohort_of(requests.select_related("person__area").prefetch_related("topics"), at=at)
    seen = Helper.objects.visible_to(viewer).exclude(person=viewer).exclude(pk=helper.pk)
    may = set(seen.order_by().values_list("pk", flat=True))
    return replace(cohort, helpers=tuple(one for one in cohort.helpers if one.id in may))


def going_on(
    pairing: Pairing, matching: engine.Matching, helpers: dict[int, Helper], topics: dict[str, str]
) -> GoingOn:
    choices = [
        as_other(helpers[match.helper], matching.cohort.helper_by_id[match.helper], as_score(match), topics)
        for match in matching.offers.get(pairing.request_id, ())
    ]
    left = next((one for one in matching.left_out if one.seeker == pairing.request_id), None)
    return GoingOn(pairing, choices, results.UNPLACED[left.why] if left else "")


def as_score(match: Match) -> engine.Score:
    return engine.Score(match.score, match.fit, match.reasons)
