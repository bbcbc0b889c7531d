"""Notes who moderates which place; called by the app above that has the place."""

from datetime import datetime

from people.models import Person
from safeguarding.models import Moderator


def let_moderate(*, person: Person, scope: str, at: datetime) -> None:
    """Let somebody see and decide what is reported in a place; twice changes nothing."""
    Moderator.objects.current().get_or_create(person=person, scope=scope, defaults={"began_at": at})


def end_moderating(*, person: Person, scope: str, at: datetime) -> None:
    """Let them no longer; what they decided stays."""
    Moderator.objects.current().filter(person=person, scope=scope).update(ended_at=at)
