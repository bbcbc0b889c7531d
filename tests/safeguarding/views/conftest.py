"""Browsers of the named people, and what can be pressed on a page."""

import re

from django.test import Client
from django.utils.html import strip_tags

from people.models import Person


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def buttons(page: str) -> list[str]:
    """What one can press in the main part of the page."""
    main = "".join(re.findall(r"(?s)<main.*?</main>", page))
    return [" ".join(strip_tags(text).split()) for text in re.findall(r"(?s)<button.*?>(.*?)</button>", main)]
