"""Puts what screening noticed before those who keep people safe: it alerts them, and decides nothing."""

from collections.abc import Iterable
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from people.models import Person
from people.operations import remember
from safeguarding.clock import due, severity_of
from safeguarding.evidence import Evidence
from safeguarding.machines import CONCERN
from safeguarding.models import Concern
from safeguarding.operations.evidence import keep_files_of
from safeguarding.screening import Worry


def prompt_about(
    *, about: Person, worries: Iterable[Worry], evidence: Evidence, at: datetime, scope: str = ""
) -> list[Concern]:
    """Raise a concern of nobody's for each kind of worry that somebody's words gave; never one for moderators.

    While one of that kind is open, whoever writes more of it on the same day adds to how often it was noticed, and no
    second one is raised: a constraint sees to it, also when two messages come at once.
    """
    kinds: dict[str, list[Worry]] = {}
    for worry in worries:
        kinds.setdefault(worry.kind, []).append(worry)
    return [_prompt(about, kind, of_it, evidence, at, scope) for kind, of_it in kinds.items()]


def _prompt(about: Person, kind: str, worries: list[Worry], evidence: Evidence, at: datetime, scope: str) -> Concern:
    day = timezone.localdate(at)
    todays = Concern.objects.open().filter(about=about, noticed_kind=kind, noticed_on=day)
    if not todays.update(times_noticed=F("times_noticed") + 1):
        concern = Concern(
            about=about,
            area=about.area,
            scope=scope,
            reason=Concern.Reason.NOTICED,
            noticed_kind=kind,
            noticed_on=day,
            noticed=[worry.as_facts() for worry in worries],
            times_noticed=1,
            severity=severity_of(Concern.Reason.NOTICED),
            due_at=due(severity_of(Concern.Reason.NOTICED), at),
            raised_at=at,
            **evidence.frozen(),
        )
        try:
            with transaction.atomic():
                concern.save()
                keep_files_of(evidence, concern)
                remember(concern, machine=CONCERN, before="", by=None, at=at, about=None)
            return concern
        except IntegrityError:
            todays.update(times_noticed=F("times_noticed") + 1)
    return todays.get()
