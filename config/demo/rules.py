"""Whom one may try Alongside as, and when."""

from django.conf import settings

from config.demo.town import DOMAIN
from people.models import Person


def may_be_tried(person: Person) -> bool:
    """Only people who were made up, and never in production."""
    return bool(settings.DEBUG and person.is_active and person.email and person.email.endswith(DOMAIN))
