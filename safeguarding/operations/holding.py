"""Holds what several people reported until somebody has looked: three about one post, five about one person."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, OuterRef

from people.errors import HasMovedOn
from people.models import Person
from safeguarding.clock import sooner
from safeguarding.models import Concern, ConcernQuerySet, Measure
from safeguarding.operations.measures import end_measure, put_in_force
from safeguarding.operations.telling import tell_of_lifting, tell_of_measure
from safeguarding.queries import kept_back_by

ABOUT_ONE_POST, ABOUT_ONE_PERSON = 3, 5
WORDS = "Several people asked us to look at this. It is kept back until a person has looked, which judges nobody."
LOOKED = "Somebody has looked."


def hold_what_many_report(concern: Concern, *, at: datetime) -> None:
    """Hold what was just reported, where it is the third person's report or the fifth's, in the report's transaction.

    One person counts once, whoever they are and whomever they block. What was lifted is held again by new reports only.
    Reports about one person wait for each other, so that of many at once exactly one makes the hold.
    """
    if not concern.scope:
        return
    if concern.about_id is not None:
        Person.objects.select_for_update(no_key=True).get(pk=concern.about_id)
    counted = _counted(concern)
    held: list[Measure] = []
    if len({one.raised_by_id for one in _of_the_post(counted, concern)}) >= ABOUT_ONE_POST:
        held += _hold([concern], Measure.Rule.THREE, at)
    posts = {one.evidence_reference: one for one in reversed(counted)}
    if len({one.raised_by_id for one in counted}) >= ABOUT_ONE_PERSON and len(posts) > 1:
        held += _hold(posts.values(), Measure.Rule.FIVE, at)
    if held:
        tell_of_measure(held[0], at)


def _counted(concern: Concern) -> list[Concern]:
    """The open reports about this person's posts in this place on which nobody has looked yet, the first one first."""
    looked_at = Measure.objects.filter(
        kind=Measure.Kind.HOLD,
        subject_kind=OuterRef("evidence_kind"),
        subject_reference=OuterRef("evidence_reference"),
        lifted_at__gte=OuterRef("raised_at"),
    )
    reports: ConcernQuerySet = Concern.objects.open().filter(scope=concern.scope, raised_by__isnull=False)
    about = {"about": concern.about_id} if concern.about_id else {"evidence_reference": concern.evidence_reference}
    return list(reports.filter(~Exists(looked_at), evidence_kind=concern.evidence_kind, **about))


def _of_the_post(reports: Iterable[Concern], concern: Concern) -> list[Concern]:
    return [one for one in reports if one.evidence_reference == concern.evidence_reference]


def _hold(concerns: Iterable[Concern], rule: Measure.Rule, at: datetime) -> list[Measure]:
    """Hold the words of each, unless they are kept back already; a hold of three grows into one of five."""
    made = []
    for concern in concerns:
        kept = kept_back_by(concern.evidence_kind, concern.evidence_reference)
        if kept.exists():
            kept.filter(rule=Measure.Rule.THREE).update(rule=rule)
            continue
        try:
            made.append(
                put_in_force(
                    concern,
                    kind=Measure.Kind.HOLD,
                    scope=concern.scope,
                    reason=concern.reason,
                    words=WORDS,
                    by=None,
                    at=at,
                    rule=rule,
                )
            )
        except HasMovedOn:
            # A moderator held it in this moment.
            continue
        _hurry(concern, at)
    return made


def _hurry(concern: Concern, at: datetime) -> None:
    """Somebody's words are kept back without a judgement, so a person looks soon."""
    severity, due_at = sooner(concern, Concern.Severity.HIGH, at)
    Concern.objects.filter(pk=concern.pk).update(severity=severity, due_at=due_at)


def release_what_was_held(concern: Concern, *, by: Person, at: datetime) -> None:
    """Let go what was held, once the last concern about it is closed."""
    if Concern.objects.open().of_the_same(concern).exists():
        return
    for hold in kept_back_by(concern.evidence_kind, concern.evidence_reference).filter(kind=Measure.Kind.HOLD):
        end_measure(hold, by=by, because=LOOKED, at=at)
        tell_of_lifting(hold, at)
