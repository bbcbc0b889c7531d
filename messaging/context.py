"""What every page may say: how many messages and notices wait to be read, and how many concerns for who moderates."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from messaging import queries
from people.models import Person


def unread(request: HttpRequest) -> dict[str, object]:
    """Counted only by a page that shows it."""
    person = getattr(request, "user", None)
    if not isinstance(person, Person):
        return {}
    counts = SimpleLazyObject(lambda: queries.unread_of(person))
    return {
        "unread": SimpleLazyObject(lambda: counts.messages),
        "unread_notices": SimpleLazyObject(lambda: counts.notices),
        "moderates": SimpleLazyObject(lambda: counts.moderates),
        "waiting_concerns": SimpleLazyObject(lambda: counts.concerns),
    }
