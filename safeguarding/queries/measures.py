"""Questions about measures: which are somebody's own, what holds about words or people, who waits for a look."""

from datetime import datetime

from django.db.models import QuerySet

from people.models import Person
from people.rules import those_who_keep_people_safe
from safeguarding.models import Concern, Measure
from safeguarding.models.measure import MeasureQuerySet


def measures_told_to(person: Person) -> QuerySet[Measure]:
    """One's own, the latest first, each with the words it is about as they were."""
    return Measure.objects.told_to(person).select_related("concern", "appeal")


def measures_for(viewer: Person) -> QuerySet[Measure]:
    """Those that came of a concern the viewer may see."""
    seen = Concern.objects.visible_to(viewer)
    return Measure.objects.filter(concern__in=seen).select_related("concern", "about", "by", "lifted_by", "appeal")


def measures_so_far(concern: Concern, viewer: Person) -> QuerySet[Measure]:
    """What was done about this person before: everywhere for those who keep people safe, else in this place."""
    about = Measure.objects.filter(about=concern.about) if concern.about_id else concern.measures.all()
    found = about.select_related("concern", "by", "lifted_by", "appeal")
    return found if those_who_keep_people_safe(viewer) else found.filter(scope=concern.scope)


def kept_back_by(kind: str, reference: str) -> MeasureQuerySet:
    """The holds and the hiding that are in force on some words ("post", "12"); none: nothing keeps them back."""
    kept = Measure.objects.filter(lifted_at=None, kind__in=Measure.ON_WORDS)
    return kept.filter(subject_kind=kind, subject_reference=reference)


def in_force_about(person: Person, scope: str, at: datetime) -> MeasureQuerySet:
    """Mutes, removals and bans that hold for somebody in a place, those of the whole service too."""
    return Measure.objects.in_force(at).filter(about=person, scope__in={scope, ""}, kind__in=Measure.ON_PEOPLE)


def waits_for_a_look(person: Person, scope: str) -> bool:
    """Whether what somebody newly writes in a place waits for a moderator: while a hold after five reports lasts."""
    held = Measure.objects.filter(lifted_at=None, kind=Measure.Kind.HOLD, rule=Measure.Rule.FIVE)
    return held.filter(about=person, scope=scope).exists()
