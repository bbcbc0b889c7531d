"""How the service did month by month, from what was written when things changed state; a fixed number of queries."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from statistics import median

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import TruncDate, TruncMonth
from django.utils import timezone

from caseload.models import FollowUp
from caseload.queries.scope import Scope, of_mine, of_people_in_area
from caseload.words import PAIRING, REQUEST
from matching.models import Pairing, Request
from messaging.models import Message
from people.models import Person, StateChange

MONTHS = 12
IN_THE_QUEUE = frozenset({Request.State.WAITING, Request.State.CHOOSING})

# A request, what it moved from and to, and when.
Move = tuple[int, str, str, datetime]


@dataclass(frozen=True)
class Series:
    """One number for each month; None where there was nothing to count."""

    words: str
    numbers: tuple[int | None, ...]


@dataclass(frozen=True)
class Indicator:
    """Something counted for each month; `what` says what exactly, for who reads the table."""

    slug: str
    title: str
    what: str
    months: tuple[date, ...]
    series: tuple[Series, ...]

    @property
    def rows(self) -> list[tuple[date, tuple[int | None, ...]]]:
        """By month, the latest first, as people read a table."""
        columns = zip(*(each.numbers for each in self.series), strict=True)
        return list(zip(self.months, columns, strict=True))[::-1]


def indicators_of(scope: Scope) -> list[Indicator]:
    """The last twelve months, this one so far; of the people the coordinator looks after, by area and whose."""
    months = last_months(scope.today)
    people = people_of(scope)
    moves = moves_of(people)
    waited, waiting = times_waited(moves), waiting_at_the_end(moves, months)
    begun, ended = begun_and_ended(people, months)
    opened = opened_in(people, months)
    in_time, rightly, falsely = done_in(people, months)
    return [
        Indicator(
            "waiting",
            "Waiting",
            "How many were waiting or choosing when the month ended.",
            months,
            (Series("People", waiting),),
        ),
        Indicator(
            "waited",
            "Days waited",
            "Of those who found somebody in the month, half had waited so many days or fewer, and half longer.",
            months,
            (Series("Days", per_month(months, lambda month: half_of(waited[month]))),),
        ),
        Indicator(
            "pairings",
            "Pairings begun and ended",
            "How many began to have somebody alongside in the month, and for how many that ended.",
            months,
            (Series("Begun", begun), Series("Ended", ended)),
        ),
        Indicator(
            "silent",
            "Silent pairs",
            "Two who were alongside each other for the whole month, and of whom neither wrote a message in it.",
            months,
            (Series("Pairs", silent_in(people, months)),),
        ),
        Indicator(
            "follow-ups",
            "Looking in on people",
            "How often it was decided to look in on somebody, and how often that was done in the month by its day.",
            months,
            (Series("To look in on", opened), Series("Done in time", in_time)),
        ),
        Indicator(
            "alarms",
            "What check-ins gave cause to",
            "Where somebody looked in the month: how often it was good that they did, and how often there was nothing.",
            months,
            (Series("Good to look", rightly), Series("Nothing there", falsely)),
        ),
    ]


def last_months(today: date) -> tuple[date, ...]:
    """The first days of the last twelve months, the oldest first."""
    count = today.year * 12 + today.month - 1
    return tuple(date(number // 12, number % 12 + 1, 1) for number in range(count - MONTHS + 1, count + 1))


def after(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def month_of(at: datetime) -> date:
    return timezone.localdate(at).replace(day=1)


def per_month(months: Iterable[date], number: Callable[[date], int | None]) -> tuple[int | None, ...]:
    return tuple(number(month) for month in months)


def people_of(scope: Scope) -> QuerySet[Person]:
    """Also who has left since: they were part of those months."""
    people: QuerySet[Person] = Person.objects.coordinated_by(scope.coordinator)
    return people.filter(of_people_in_area(scope, "pk"), of_mine(scope, "pk")).order_by()


def moves_of(people: QuerySet[Person]) -> list[Move]:
    """How each request went, each in order; from its beginning, because who is paired now may have asked years ago."""
    changes = StateChange.objects.filter(machine=REQUEST, person__in=people)
    return list(changes.order_by("subject", "at", "pk").values_list("subject", "before", "after", "at"))


def times_waited(moves: Sequence[Move]) -> dict[date, list[int]]:
    """By the month in which somebody was found, for how many days each had waited since they began to."""
    waited: dict[date, list[int]] = defaultdict(list)
    for since, until, to in stretches(moves):
        if to == Request.State.PAIRED and until is not None:
            waited[month_of(until)].append((timezone.localdate(until) - timezone.localdate(since)).days)
    return waited


def waiting_at_the_end(moves: Sequence[Move], months: Sequence[date]) -> tuple[int | None, ...]:
    """Whoever stopped within a month does not count at its end; of this month it is how many wait now."""
    count: Counter[date] = Counter()
    for since, until, _ in stretches(moves):
        first, last = month_of(since), month_of(until) if until else date.max
        count.update(month for month in months if first <= month < last)
    return per_month(months, lambda month: count[month])


def stretches(moves: Sequence[Move]) -> Iterator[tuple[datetime, datetime | None, str]]:
    """From when until when somebody was in the queue, and where they went; until None while they still are."""
    for _, steps in groupby(moves, key=lambda move: move[0]):
        since: datetime | None = None
        for _, _, to, at in steps:
            if to in IN_THE_QUEUE:
                since = since or at
            elif since is not None:
                yield since, at, to
                since = None
        if since is not None:
            yield since, None, ""


def half_of(days: Sequence[int]) -> int | None:
    return round(median(days)) if days else None


def begun_and_ended(people: QuerySet[Person], months: Sequence[date]) -> tuple[tuple[int | None, ...], ...]:
    """What was undone has neither begun nor ended."""
    changes = StateChange.objects.filter(machine=PAIRING, person__in=people, at__date__gte=months[0])
    counted = changes.order_by().values("before", "after", month=TruncMonth("at")).annotate(number=Count("pk"))
    begun, ended = Counter[date](), Counter[date]()
    for row in counted:
        month, number = month_of(row["month"]), row["number"]
        begun[month] += number * ((row["before"] == "") - (row["after"] == Pairing.State.TAKEN_BACK))
        ended[month] += number * ((row["after"] == Pairing.State.ENDED) - (row["before"] == Pairing.State.ENDED))
    return per_month(months, lambda month: max(0, begun[month])), per_month(months, lambda month: max(0, ended[month]))


def opened_in(people: QuerySet[Person], months: Sequence[date]) -> tuple[int | None, ...]:
    opened = FollowUp.objects.filter(person__in=people, opened_at__date__gte=months[0])
    counted = opened.order_by().values(month=TruncMonth("opened_at")).annotate(number=Count("pk"))
    found = {month_of(row["month"]): row["number"] for row in counted}
    return per_month(months, lambda month: found.get(month, 0))


def done_in(people: QuerySet[Person], months: Sequence[date]) -> tuple[tuple[int | None, ...], ...]:
    """By the month in which they were done: those by their day, and of what check-ins set off what was found."""
    done = FollowUp.objects.filter(person__in=people, done_at__date__gte=months[0])
    alarms = Q(rule__isnull=False)
    counted = (
        done.order_by()
        .annotate(done_on=TruncDate("done_at"))
        .values(month=TruncMonth("done_at"))
        .annotate(
            in_time=Count("pk", filter=Q(done_on__lte=F("due_on"))),
            rightly=Count("pk", filter=alarms & Q(outcome=FollowUp.Outcome.HELPED)),
            falsely=Count("pk", filter=alarms & Q(outcome=FollowUp.Outcome.FALSE_ALARM)),
        )
    )
    found = {month_of(row["month"]): (row["in_time"], row["rightly"], row["falsely"]) for row in counted}
    by_month = [found.get(month, (0, 0, 0)) for month in months]
    return tuple(tuple(numbers) for numbers in zip(*by_month, strict=True))


def silent_in(people: QuerySet[Person], months: Sequence[date]) -> tuple[int | None, ...]:
    """This month has not ended yet, so nobody was silent for the whole of it."""
    found = Pairing.objects.filter(request__person__in=people).order_by()
    # Days are made of times once, and not anew for each month.
    pairings = [
        (conversation, timezone.localdate(began), timezone.localdate(ended) if ended else date.max)
        for conversation, began, ended in found.values_list("conversation", "began_at", "ended_at")
    ]
    wrote = set(
        Message.objects.filter(conversation__pairing__request__person__in=people, sent_at__date__gte=months[0])
        .filter(kind=Message.Kind.WORDS)
        .order_by()
        .annotate(month=TruncMonth("sent_at"))
        .values_list("conversation", "month")
        .distinct()
    )
    spoken = {(conversation, timezone.localdate(month)) for conversation, month in wrote}

    def silent(month: date) -> int:
        following = after(month)
        return sum(
            began <= month and ended >= following and (conversation, month) not in spoken
            for conversation, began, ended in pairings
        )

    return (*per_month(months[:-1], silent), None)
