"""What every page may say about messages: how many wait to be read."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from messaging import queries
from people.models import Person


def unread(request: HttpRequest) -> dict[str, object]:
    """Counted only by a page that shows it."""
    person = getattr(request, "user", None)
    if not isinstance(person, Person):
        return {}
    return {"unread": SimpleLazyObject(lambda: queries.unread_by(person))}
