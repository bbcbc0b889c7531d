"""Decides on what nobody has reported, because a moderator reads it before others do."""

from datetime import datetime

from django.db import transaction

from people.models import Person
from people.operations import remember
from safeguarding.clock import due, severity_of
from safeguarding.evidence import Evidence
from safeguarding.machines import CONCERN
from safeguarding.models import Concern, Measure
from safeguarding.operations.concerns import close_concern, take_concern
from safeguarding.operations.evidence import keep_files_of
from safeguarding.operations.measures import WordsAreMissing, take_measure


@transaction.atomic
def hide_at_first_look(
    *, by: Person, about: Person, reason: str, words: str, evidence: Evidence, scope: str, at: datetime
) -> Measure:
    """Hide what a moderator of the scope has read first: a concern of nobody's, taken, decided and closed at once.

    So it is told with its reason, counted, and can be appealed against like what came of a report. Raises
    `MayNotDecide` for who does not decide there, and `WordsAreMissing`.
    """
    if not words.strip():
        raise WordsAreMissing({"words": "Say why, to the person who wrote it."})
    severity = severity_of(reason)
    concern = Concern.objects.create(
        about=about,
        area=about.area,
        reason=reason,
        scope=scope,
        severity=severity,
        due_at=due(severity, at),
        raised_at=at,
        **evidence.frozen(),
    )
    keep_files_of(evidence, concern)
    remember(concern, machine=CONCERN, before="", by=by, at=at, about=None)
    take_concern(by=by, concern=concern, at=at)
    measure = take_measure(by=by, concern=concern, kind=Measure.Kind.HIDE, reason=reason, words=words, at=at)
    close_concern(by=by, concern=concern, outcome=f"Not let through: {words.strip()}", at=at)
    return measure
