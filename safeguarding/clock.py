"""How soon somebody has to look at what was reported: the clock of each severity. Plain values."""

from datetime import datetime, timedelta

from safeguarding.models import Concern

Severity, Reason = Concern.Severity, Concern.Reason

SEVERITY_OF = {
    Reason.HARM: Severity.DANGER,
    Reason.ABUSE: Severity.HIGH,
    Reason.PRIVATE: Severity.HIGH,
    Reason.NOTICED: Severity.HIGH,
    Reason.OTHER: Severity.NORMAL,
    Reason.SPAM: Severity.LOW,
}

TIME_TO_LOOK = {
    Severity.DANGER: timedelta(hours=1),
    Severity.HIGH: timedelta(hours=4),
    Severity.NORMAL: timedelta(days=1),
    Severity.LOW: timedelta(days=3),
}

# Until when somebody else has answered an appeal.
TIME_TO_ANSWER = timedelta(days=7)


def severity_of(reason: str) -> Concern.Severity:
    """What a report of this reason begins with; whoever looks may judge otherwise."""
    return SEVERITY_OF[Reason(reason)]


def due(severity: str, raised_at: datetime) -> datetime:
    """Until when somebody has to have looked."""
    return raised_at + TIME_TO_LOOK[Severity(severity)]


def sooner(concern: Concern, severity: str, at: datetime) -> tuple[str, datetime]:
    """The severity and the time to look of a concern that from `at` on is at least as urgent as `severity`."""
    order = list(Severity)
    rises = order.index(Severity(severity)) < order.index(Severity(concern.severity))
    return (severity if rises else concern.severity), min(concern.due_at, due(severity, at))
