"""Notes who is here, so that others can see it and nobody is sent mail about what is before their eyes."""

from collections.abc import Collection
from datetime import datetime

from messaging.models import Presence


def note_presence(*, people: Collection[int], at: datetime) -> None:
    """Write down that these people have a page open now; what others see of it is theirs to choose."""
    Presence.objects.bulk_create(
        [Presence(person_id=person, seen_at=at) for person in sorted(people)],
        update_conflicts=True,
        unique_fields=["person"],
        update_fields=["seen_at"],
    )
