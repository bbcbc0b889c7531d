"""Questions about the hours in which people answer."""

from datetime import datetime

from django.utils import timezone

from messaging.hours import hours_from, notice_words
from messaging.models import Conversation, Participant, Preferences
from people.models import Person
from safeguarding.queries import blocked_ids


def hours_notices(conversation: Conversation, viewer: Person, at: datetime) -> list[str]:
    """What the viewer is to know of others here who are away or out of their hours, before writing to them."""
    there = Participant.objects.current().filter(conversation=conversation).exclude(person=viewer)
    wishes = (
        Preferences.objects.filter(person__in=there.values("person"))
        .exclude(person__in=blocked_ids(viewer))
        .select_related("person")
        .order_by("person")
    )
    words = (_notice_of(one, at) for one in wishes)
    return [notice for notice in words if notice]


def _notice_of(wishes: Preferences, at: datetime) -> str:
    name = wishes.person.chosen_name
    return notice_words(name, hours_from(wishes.hours), wishes.away_until, timezone.localtime(at))
