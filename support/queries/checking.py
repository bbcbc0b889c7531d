"""What a member said in their check-ins, what there is to see of it, and the rule that holds."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils.timezone import localdate

from matching.models import Pairing
from people.models import Person
from support.declining import Rule, Said, Sign
from support.models import CheckIn, CheckInRule, Rhythm
from support.rules import may_check_in
from support.trend import Trend, trend_of

# Two years of weeks: nobody's rule reaches further back.
REACHES_BACK = 104
# As many as a phone has room for in one picture.
DRAWN = 12

SCALES = (("confidence", "Confidence to manage"), ("wellbeing", "Wellbeing"))


@dataclass(frozen=True)
class CheckIns:
    """Somebody's check-ins as the viewer may read them; `open` is the question that waits for an answer."""

    pairing: Pairing
    all: QuerySet[CheckIn]
    open: CheckIn | None
    latest: CheckIn | None
    rhythm: Rhythm | None
    trends: list[Trend]
    may_check_in: bool

    @property
    def drawn(self) -> list[Trend]:
        """Without what was always left out: an empty picture says nothing."""
        return [trend for trend in self.trends if trend.points]


def check_ins_of(pairing: Pairing, viewer: Person) -> CheckIns:
    readable = CheckIn.objects.within(pairing, viewer).select_related("person")
    over = readable.over()
    drawn = list(over[:DRAWN])[::-1]
    return CheckIns(
        pairing=pairing,
        all=over,
        open=readable.asked().first(),
        latest=drawn[-1] if drawn else None,
        rhythm=rhythm_of(pairing.request.person),
        trends=[
            trend_of(words, [(on_day(one), getattr(one, scale)) for one in drawn], most=10) for scale, words in SCALES
        ],
        may_check_in=may_check_in(viewer, pairing),
    )


def on_day(check_in: CheckIn) -> date:
    return localdate(check_in.asked_at)


def rhythm_of(person: Person) -> Rhythm | None:
    return Rhythm.objects.filter(person=person).first()


def check_in_of(person: Person, pk: int) -> CheckIn | None:
    """Of one's own check-ins the one with this number."""
    return CheckIn.objects.filter(person=person, pk=pk).first()


def pairings_asked_about(person: Person) -> QuerySet[Pairing]:
    """Where somebody is alongside them now; nobody else is asked how they are getting on."""
    return Pairing.objects.active().filter(request__person=person)


def rule_in_force() -> tuple[int, Rule]:
    """The newest version and what it says; the first is the one in code."""
    newest = CheckInRule.objects.first()
    return (newest.version, newest.as_rule()) if newest else (1, Rule())


def all_rules() -> list[tuple[int, Rule, str, datetime | None]]:
    """Every version with why and since when, the newest first; the one in code was always there."""
    made = [(each.version, each.as_rule(), each.note, each.made_at) for each in CheckInRule.objects.all()]
    return [*made, (1, Rule(), "", None)]


def said_by(person: Person) -> list[Said]:
    """As the rule reads it, the oldest first."""
    over = CheckIn.objects.over().filter(person=person).order_by("-over_at", "-pk")[:REACHES_BACK]
    return [as_said(one) for one in reversed(over)]


def as_said(one: CheckIn) -> Said:
    return Said(
        is_silent=one.state == CheckIn.State.LAPSED,
        confidence=one.confidence,
        wellbeing=one.wellbeing,
        wishes_more=one.wish == CheckIn.Wish.MORE if one.wish else None,
        noticed=Sign(one.noticed) if one.noticed else None,
    )
