"""Why somebody would not have a certain helper now, and what would open a place for somebody who has none."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from matching import engine
from matching.engine import Obstacle
from matching.engine.questions.opening import Relaxation, opening_in
from matching.engine.questions.why_not import why_not_in
from matching.models import Proposal, Request
from matching.queries.present import ELSEWHERE, MOST_NAMED, Present, WhoChanges, helper_said, who_changes
from matching.words import why_not as words
from people.models import Person

# What a wish can be widened by; of other wishes only that they are set aside can be said.
WIDENED_BY = {Obstacle.LANGUAGE: "languages", Obstacle.WAY: "ways"}


@dataclass(frozen=True)
class Answer:
    """Why not this helper: in a sentence, by rule where rules forbid it, and who would have somebody else."""

    helper: Person
    sentence: str
    rules: list[str]
    changes: WhoChanges


@dataclass(frozen=True)
class Choice:
    """A helper to ask about, and how many rules forbid the pair."""

    pk: int
    person: Person
    rules: int


@dataclass(frozen=True)
class Wider:
    """Wishes that would open a place if they were set aside: in words, and through how many helpers."""

    words: str
    helpers: int


@dataclass(frozen=True)
class Openings:
    """What would open a place for somebody: one more place with any of these helpers, or a wider wish."""

    helpers: list[Person]
    # How many more could be named, and how many whom the coordinator does not see.
    more_helpers: int
    other_helpers: int
    wider: list[Wider]


@dataclass(frozen=True)
class Standing:
    """How somebody would fare now: with whom, or why with nobody and what would open more."""

    helper: str
    openings: Openings | None


def coordinated_requests(viewer: Person) -> QuerySet[Request]:
    """The requests of people whom the viewer coordinates, in whatever state."""
    return Request.objects.filter(person__in=Person.objects.coordinated_by(viewer)).select_related("person__area")


def standing_of(present: Present, request: Request) -> Standing:
    """How this request, which must be among those who wait, would fare in a round now."""
    has = present.helper_of(request.pk)
    if has is not None:
        known = helper_said(has, present.names)
        return Standing(proposed_by_name(request, has) if known == ELSEWHERE else known, None)
    found = opening_in(present.matching, request.pk)
    seen = [present.names.helpers[pk] for pk in found.places if pk in present.names.helpers]
    wider = [wider_wish(present.matching.cohort, request.pk, each) for each in found.relaxations]
    return Standing(
        "", Openings(seen[:MOST_NAMED], max(0, len(seen) - MOST_NAMED), len(found.places) - len(seen), wider)
    )


def proposed_by_name(request: Request, helper: int) -> str:
    """A helper elsewhere, by the name under which they are proposed to this person."""
    proposal = Proposal.objects.filter(request=request, helper=helper).select_related("helper__person").first()
    return str(proposal.helper) if proposal else ELSEWHERE


def choices_for(present: Present, request: Request, word: str) -> list[Choice]:
    """Helpers with the word in their name, those first whom fewest rules forbid, then by name."""
    cohort = present.matching.cohort
    seeker = cohort.seeker_by_id[request.pk]
    named = ((pk, person) for pk, person in present.names.helpers.items() if word.lower() in str(person).lower())
    found = [
        Choice(pk, person, len(engine.obstacles(seeker, cohort.helper_by_id[pk], on=cohort.on))) for pk, person in named
    ]
    return sorted(found, key=lambda choice: (choice.rules, str(choice.person)))


def answer_of(present: Present, request: Request, helper_pk: int) -> Answer:
    """Why this request would not have this helper, who must be one whom the coordinator may see."""
    found = why_not_in(present.matching, request.pk, helper_pk)
    person, helper = request.person, present.names.helpers[helper_pk]
    row = present.matching.cohort.helper_by_id[helper_pk]
    sentence = words.because(found, str(person), str(helper), taken=row.load)
    rules = [words.RULES[obstacle] for obstacle in found.obstacles]
    # Where the pair itself is the question, that these two change is no news.
    changes = [change for change in found.difference.changes if change.seeker != request.pk] if found.difference else []
    return Answer(helper, sentence, rules, who_changes(changes, present.names))


def wider_wish(cohort: engine.Cohort, seeker: int, relaxation: Relaxation) -> Wider:
    """One set of wishes in words, with the language or the way that most of its helpers would bring."""
    helpers = [cohort.helper_by_id[pk] for pk in relaxation.helpers]
    said = [words.wider(obstacle, brought_by(obstacle, helpers)) for obstacle in relaxation.obstacles]
    return Wider(words.together(said), len(helpers))


def brought_by(obstacle: Obstacle, helpers: Sequence[engine.Helper]) -> str:
    counted = Counter(value for helper in helpers for value in getattr(helper, WIDENED_BY.get(obstacle, ""), ()))
    return min(counted, key=lambda value: (-counted[value], value), default="")
