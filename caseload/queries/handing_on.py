"""What can be handed on of what two people did together, part by part, and what of it is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.timezone import localtime

from caseload.models import Handover, Note
from support.models import Goal
from support.queries import agreement_to_bring, check_ins_of, terms_in_words
from support.trend import Trend

AGREEMENT, GOALS = "agreement", "goals"


@dataclass(frozen=True)
class Said:
    """What a part says: in lines, and what of it can be drawn, which says no more than they do."""

    lines: list[str] = field(default_factory=list)
    trends: list[Trend] = field(default_factory=list)


@dataclass(frozen=True)
class Part:
    """One thing that a member hands on or keeps; `says` is what the next one reads of it."""

    name: str
    title: str
    says: Callable[[Handover], Said]


@dataclass(frozen=True)
class HandedOn:
    """A part with what it says now."""

    name: str
    title: str
    lines: list[str]
    trends: list[Trend] = field(default_factory=list)


def summary(handover: Handover) -> Said:
    return Said(paragraphs(handover.summary))


def agreement(handover: Handover) -> Said:
    found = agreement_to_bring(handover.pairing, handover.after)
    parts = terms_in_words(found) if found else []
    return Said([f"{part.title}: {part.words}" for part in parts if part.words])


def goals(handover: Handover) -> Said:
    """What the two worked on and is not over; what the member brings along is worked on with the next one."""
    return Said([goal.words for goal in goals_from_before(handover) if goal.is_open])


def goals_from_before(handover: Handover) -> QuerySet[Goal]:
    """Theirs from before the next one came, wherever they are worked on now."""
    worked_on = [handover.pairing, handover.after]
    found = Goal.objects.filter(member=handover.pairing.request.person, pairing__in=worked_on).order_by("pk")
    return found.filter(proposed_at__lte=handover.after.began_at) if handover.after else found


def check_ins(handover: Handover) -> Said:
    """How it went up and down while the two were alongside each other; what was said in words is not handed on."""
    trends = check_ins_of(handover.pairing, handover.pairing.helper.person).drawn
    return Said([in_numbers(trend) for trend in trends], trends)


def in_numbers(trend: Trend) -> str:
    said = [f"{point.value} of 10 on {date_format(point.on, 'j F')}" for point in trend.points]
    return f"{trend.words}: {', '.join(said)}."


def notes(handover: Handover) -> Said:
    return Said([f"{date_format(localtime(note.written_at), 'j F Y')}: {note.body}" for note in shared_notes(handover)])


def shared_notes(handover: Handover) -> QuerySet[Note]:
    """What the one before wrote down and shared with the member."""
    helper, member = handover.pairing.helper.person, handover.pairing.request.person
    return Note.objects.filter(author=helper, about=member, visibility=Note.Visibility.SHARED)


PARTS = (
    Part("summary", "The summary", summary),
    Part(AGREEMENT, "What we agreed", agreement),
    Part(GOALS, "Our goals", goals),
    Part("check-ins", "How the check-ins went", check_ins),
    Part(Handover.NOTES, "The notes shared with me", notes),
)


def parts_of(handover: Handover) -> list[HandedOn]:
    """What there is to hand on; a part that says nothing is not asked about."""
    found = ((part, part.says(handover)) for part in PARTS)
    return [HandedOn(part.name, part.title, said.lines, said.trends) for part, said in found if said.lines]


def handed_on(handover: Handover) -> list[HandedOn]:
    """What the member has chosen to hand on, as it is now."""
    return [part for part in parts_of(handover) if part.name in handover.handed_on]


def titles_of(handover: Handover) -> list[HandedOn]:
    """The same for whoever may know what was handed on, and not what it says."""
    return [HandedOn(part.name, part.title, []) for part in PARTS if part.name in handover.handed_on]


def known_parts(names: Iterable[str]) -> list[str]:
    """These names in the order of the parts, without those that nothing goes by."""
    chosen = set(names)
    return [part.name for part in PARTS if part.name in chosen]


def paragraphs(words: str) -> list[str]:
    return [line.strip() for line in words.splitlines() if line.strip()]
