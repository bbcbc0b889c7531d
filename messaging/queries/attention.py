"""Questions about what people show of their attention: who sees that somebody reads, writes or is here."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from messaging.models import Conversation, Participant, Preferences
from people.models import Person
from safeguarding.queries import blocked_ids, blocked_pairs

# Servers write a presence at least twice in this time while a page is open.
HERE_FOR = timedelta(seconds=60)


def preferences_of(person: Person) -> Preferences:
    """What this person wishes; who has said nothing yet shows everything and has no hours."""
    return Preferences.objects.filter(person=person).first() or Preferences(person=person)


def those_who_may_see_reading(person: Person, conversation: Conversation) -> list[int]:
    """Who hears how far this person has read: all their own devices, and others who show the same."""
    return sorted({person.pk} | _others_sharing("shows_reading", person, conversation))


def those_who_may_see_typing(person: Person, conversation: Conversation) -> list[int]:
    return sorted(_others_sharing("shows_typing", person, conversation))


def _others_sharing(what: str, person: Person, conversation: Conversation) -> set[int]:
    """Everyone else present where both sides show this and no block keeps them apart."""
    places = Participant.objects.current().filter(conversation=conversation)
    shown = dict(places.values_list("person_id", f"person__preferences__{what}"))
    # Who has no row shows everything.
    sharing = {person_id for person_id, shows in shown.items() if shows is not False}
    return sharing - {person.pk} - blocked_ids(person) if person.pk in sharing else set()


def read_by(conversation: Conversation, viewer: Person) -> dict[int, int]:
    """How far each of the others has read, as far as they and the viewer show it."""
    sharing = _others_sharing("shows_reading", viewer, conversation)
    places = Participant.objects.filter(conversation=conversation, person__in=sharing)
    return dict(places.values_list("person_id", "read_seq"))


def who_is_here(viewer: Person, at: datetime) -> list[int]:
    return who_is_here_to([viewer.pk], at)[viewer.pk]


def who_is_here_to(viewer_ids: Iterable[int], at: datetime) -> dict[int, list[int]]:
    """For each of these people, who of those they talk with is here too; three queries for any number of people."""
    found: dict[int, set[int]] = {person_id: set() for person_id in viewer_ids}
    places = (
        Participant.objects.current()
        .filter(conversation__closed_at=None)
        .exclude(person__preferences__shows_presence=False)
        .values_list("conversation_id", "person_id")
    )
    looking = places.filter(person__in=found)
    seen = places.filter(
        person__presence__seen_at__gt=at - HERE_FOR, conversation__in=looking.values("conversation_id")
    )
    here = defaultdict(set)
    for conversation_id, person_id in seen:
        here[conversation_id].add(person_id)
    for conversation_id, viewer_id in looking:
        found[viewer_id] |= here[conversation_id]
    for one, other in blocked_pairs(list(found)):
        found.get(one, set()).discard(other)
        found.get(other, set()).discard(one)
    return {viewer_id: sorted(others - {viewer_id}) for viewer_id, others in found.items()}
