"""Accounts as people have them, and what a visitor can tell one answer from another by."""

import re

from allauth.account.models import EmailAddress
from django.http import HttpResponseBase
from django.test import Client
from django.utils.html import strip_tags

from people.models import Person

PASSWORD = "correct horse battery"


def give_account(person: Person) -> Person:
    """A password, and an address that was confirmed by a code."""
    person.set_password(PASSWORD)
    person.save()
    EmailAddress.objects.filter(user=person).update(verified=True)
    return person


def words_of(answer: HttpResponseBase) -> str:
    """What the main part of a page says, with single spaces."""
    main = re.search(r"(?s)<main.*?</main>", getattr(answer, "content", b"").decode())
    return " ".join(strip_tags(main[0]).split()) if main else ""


def code_in(body: str) -> str:
    """The code in a mail: the one line that is capital letters and digits."""
    return next(line for line in body.splitlines() if re.fullmatch(r"[A-Z0-9-]{6,}", line))


def who_is_in(client: Client) -> str:
    """The name that the home page greets, or nothing for somebody who is not signed in."""
    page = client.get("/home/")
    found = re.search(r"<h1>Hello, (.*?)</h1>", page.content.decode())
    return found[1] if found else ""
